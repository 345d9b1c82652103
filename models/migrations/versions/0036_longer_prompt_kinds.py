"""Kinds of prompts by their whole name: 'complaints' did not fit where lengths are kept."""

import sqlalchemy as sa
from alembic import op


revision = '0036'
down_revision = '0035'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _become(sa.String(length=8), sa.String(length=16))


def downgrade() -> None:
    op.execute("DELETE FROM prompts WHERE length(kind) > 8")
    _become(sa.String(length=16), sa.String(length=8))


def _become(before: sa.String, now: sa.String) -> None:
    with op.batch_alter_table('prompts', schema=None) as batch_op:
        batch_op.alter_column('kind', existing_type=before, type_=now, existing_nullable=False)
