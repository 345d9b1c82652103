"""A new chat of somebody who has joined already, and how far a chat is trusted to be theirs."""

import sqlalchemy as sa
from alembic import op

from models.store.schema import UtcDateTime


revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_OPEN = sa.text("settled_at IS NULL")


def upgrade() -> None:
    op.create_table('new_chats',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('address_id', _KEY, nullable=True),
    sa.Column('made_by', _KEY, nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('used_at', UtcDateTime(), nullable=True),
    sa.Column('state', sa.String(length=9), nullable=False),
    sa.Column('told', sa.JSON(), nullable=False),
    sa.Column('reached', sa.Boolean(), nullable=False),
    sa.Column('old_gone', sa.Boolean(), nullable=False),
    sa.Column('settled_by', _KEY, nullable=True),
    sa.Column('settled_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['address_id'], ['addresses.id'], name=op.f('fk_new_chats_address_id_addresses'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_new_chats_made_by_people')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_new_chats_person_id_people')),
    sa.ForeignKeyConstraint(['settled_by'], ['people.id'], name=op.f('fk_new_chats_settled_by_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_new_chats'))
    )
    with op.batch_alter_table('new_chats', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_new_chats_address_id'), ['address_id'])
        batch_op.create_index(batch_op.f('ix_new_chats_person_id'), ['person_id'])
        batch_op.create_index('ix_new_chats_open', ['state'], sqlite_where=_OPEN, postgresql_where=_OPEN)

    with op.batch_alter_table('addresses', schema=None) as batch_op:
        batch_op.add_column(sa.Column('trust', sa.String(length=6), nullable=False, server_default='full'))


def downgrade() -> None:
    with op.batch_alter_table('addresses', schema=None) as batch_op:
        batch_op.drop_column('trust')

    op.drop_table('new_chats')
