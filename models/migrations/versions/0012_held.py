"""Whether a comment may be read, or waits for the oversight team."""

import sqlalchemy as sa
from alembic import op


revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

_HELD = sa.text("hold = 'held'")


def upgrade() -> None:
    op.add_column('ratings', sa.Column('hold', sa.String(length=5), nullable=True))
    op.create_index('ix_ratings_held', 'ratings', ['day'], sqlite_where=_HELD, postgresql_where=_HELD)


def downgrade() -> None:
    op.drop_index('ix_ratings_held', table_name='ratings')
    op.drop_column('ratings', 'hold')
