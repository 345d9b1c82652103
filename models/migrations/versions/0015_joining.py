"""When somebody joined, and that a joining code was taken back or tried in vain."""

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


def upgrade() -> None:
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('joined_at', UtcDateTime(), nullable=True))

    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.add_column(sa.Column('ended_at', UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column('told_at', UtcDateTime(), nullable=True))

    op.execute(_JOINED)


def downgrade() -> None:
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        for name in ('told_at', 'ended_at'):
            batch_op.drop_column(name)

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('joined_at')
