"""When somebody joined, and that a joining code was taken back or tried in vain."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from models.store.schema import UtcDateTime


revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

# Whoever has joined before is known by the code they used, by what they were told, or by what they logged.
_JOINED = """
UPDATE people SET joined_at = (
    SELECT min(at) FROM (
        SELECT min(used_at) AS at FROM invitations WHERE invitations.person_id = people.id
        UNION ALL
        SELECT min(given_at) FROM consents WHERE consents.person_id = people.id
        UNION ALL
        SELECT min(sent_at) FROM entries WHERE entries.person_id = people.id
    ) AS known
)
"""
# Of whom nothing of that is kept any more, but the chat: they have been there for long.
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_PEOPLE = sa.table('people', sa.column('id'), sa.column('joined_at', UtcDateTime()))
_CHATS = sa.table('addresses', sa.column('person_id'))


def upgrade() -> None:
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('joined_at', UtcDateTime(), nullable=True))

    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.add_column(sa.Column('ended_at', UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column('told_at', UtcDateTime(), nullable=True))

    op.execute(_JOINED)
    unknown = _PEOPLE.c.joined_at.is_(None) & sa.exists().where(_CHATS.c.person_id == _PEOPLE.c.id)
    op.execute(_PEOPLE.update().where(unknown).values(joined_at=_LONG_AGO))


def downgrade() -> None:
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        for name in ('told_at', 'ended_at'):
            batch_op.drop_column(name)

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('joined_at')
