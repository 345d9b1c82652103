"""What was shown last at an address, and forms that lie given up until they are asked for."""

import sqlalchemy as sa
from alembic import op


revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('addresses', sa.Column('screens', sa.Text(), nullable=True))
    resting: sa.Column[bool] = sa.Column('resting', sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column('dialogues', resting)


def downgrade() -> None:
    op.drop_column('dialogues', 'resting')
    op.drop_column('addresses', 'screens')
