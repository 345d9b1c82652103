"""Who says that somebody else is their superior, and what the office has made of it."""

import sqlalchemy as sa
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    op.create_table('doubts',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('superior_id', _KEY, nullable=True),
    sa.Column('proposed_id', _KEY, nullable=True),
    sa.Column('said_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=7), nullable=False),
    sa.Column('settled_by', _KEY, nullable=True),
    sa.Column('settled_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_doubts_person_id_people')),
    sa.ForeignKeyConstraint(['proposed_id'], ['people.id'], name=op.f('fk_doubts_proposed_id_people')),
    sa.ForeignKeyConstraint(['settled_by'], ['people.id'], name=op.f('fk_doubts_settled_by_people')),
    sa.ForeignKeyConstraint(['superior_id'], ['people.id'], name=op.f('fk_doubts_superior_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_doubts'))
    )
    with op.batch_alter_table('doubts', schema=None) as batch_op:
        batch_op.create_index('ix_doubts_open', ['person_id'], unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN)


def downgrade() -> None:
    with op.batch_alter_table('doubts', schema=None) as batch_op:
        batch_op.drop_index('ix_doubts_open', sqlite_where=_OPEN, postgresql_where=_OPEN)

    op.drop_table('doubts')
