"""Deliveries that still say what they said are found without going through all that are done."""

import sqlalchemy as sa
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    said = sa.text('raw IS NOT NULL')
    op.create_index('ix_inbox_said', 'inbox', ['id'], sqlite_where=said, postgresql_where=said)


def downgrade() -> None:
    op.drop_index('ix_inbox_said', table_name='inbox')
