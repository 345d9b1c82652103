"""What the words of citizens were corrected to is counted."""

import sqlalchemy as sa
from alembic import op

revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'corrections',
        sa.Column('word', sa.String(length=24), nullable=False),
        sa.Column('told', sa.String(length=40), nullable=False),
        sa.Column('times', sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint('word', 'told', name=op.f('pk_corrections')),
    )


def downgrade() -> None:
    op.drop_table('corrections')
