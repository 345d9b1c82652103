"""That a weighty complaint goes to its unit is asked for, as a seal is."""

import sqlalchemy as sa
from alembic import op


revision = '0037'
down_revision = '0036'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('unsealings', schema=None) as batch_op:
        batch_op.add_column(sa.Column('aim', sa.String(length=8), server_default=sa.text("'open'"), nullable=False))


def downgrade() -> None:
    op.execute("DELETE FROM unsealings WHERE aim <> 'open'")
    with op.batch_alter_table('unsealings', schema=None) as batch_op:
        batch_op.drop_column('aim')
