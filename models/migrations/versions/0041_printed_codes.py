"""How many visit codes were printed for a counter on a day, to be given later."""

import sqlalchemy as sa
from alembic import op


revision = '0041'
down_revision = '0040'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('codes_given', schema=None) as batch_op:
        batch_op.add_column(sa.Column('printed', sa.Integer(), server_default=sa.text('0'), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table('codes_given', schema=None) as batch_op:
        batch_op.drop_column('printed')
