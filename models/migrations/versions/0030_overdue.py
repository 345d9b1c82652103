"""Since when a review is overdue, and a complaint goes on without an employee's own word."""

import sqlalchemy as sa
from alembic import op


revision = '0030'
down_revision = '0029'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.add_column(sa.Column('late_since', sa.Date(), nullable=True))
    with op.batch_alter_table('hearings', schema=None) as batch_op:
        batch_op.add_column(sa.Column('silent_on', sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('hearings', schema=None) as batch_op:
        batch_op.drop_column('silent_on')
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_column('late_since')
