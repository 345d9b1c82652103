"""Since when the post in which somebody acts is vacant: its holder's last day there."""

import sqlalchemy as sa
from alembic import op


revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('posts', sa.Column('vacated_on', sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column('posts', 'vacated_on')
