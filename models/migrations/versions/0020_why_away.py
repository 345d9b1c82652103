"""Which kind of leave it is (sick, maternity and so on), where that is known."""

import sqlalchemy as sa
from alembic import op


revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('leaves', sa.Column('why', sa.String(length=9), nullable=True))


def downgrade() -> None:
    op.drop_column('leaves', 'why')
