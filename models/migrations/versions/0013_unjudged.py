"""Comments that nobody has judged yet are found without going through all that were written."""

import sqlalchemy as sa
from alembic import op


revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    left = sa.text('reason IS NOT NULL AND hold IS NULL')
    op.create_index('ix_ratings_unjudged', 'ratings', ['day'], sqlite_where=left, postgresql_where=left)


def downgrade() -> None:
    op.drop_index('ix_ratings_unjudged', table_name='ratings')
