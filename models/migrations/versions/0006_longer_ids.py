"""Ids by which a channel knows somebody may be longer: WhatsApp's since August 2026."""

import sqlalchemy as sa
from alembic import op


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

_BEFORE, _NOW = sa.String(length=64), sa.String(length=160)


def upgrade() -> None:
    _become(_BEFORE, _NOW)


def downgrade() -> None:
    _become(_NOW, _BEFORE)


def _become(before: sa.String, now: sa.String) -> None:
    for table, nullable in (('addresses', False), ('inbox', True)):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('sender', existing_type=before, type_=now, existing_nullable=nullable)
