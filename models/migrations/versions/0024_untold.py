"""Comments are told in batches: what is not told yet is found by an index of its own."""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None

_UNTOLD = sa.text("hold IN ('open', 'shown')")


def upgrade() -> None:
    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.create_index('ix_ratings_untold', ['day'], unique=False, sqlite_where=_UNTOLD, postgresql_where=_UNTOLD)


def downgrade() -> None:
    op.execute("UPDATE ratings SET hold = 'open' WHERE hold IN ('told', 'rest')")
    op.execute("UPDATE ratings SET hold = 'shown' WHERE hold = 'aired'")
    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.drop_index('ix_ratings_untold', sqlite_where=_UNTOLD, postgresql_where=_UNTOLD)
