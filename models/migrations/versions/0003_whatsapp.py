"""A second channel: its window and its templates, files kept here, where to speak first."""

import sqlalchemy as sa
from alembic import op

from models.store import schema


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

_KNOCKED = sa.text('knocked_at IS NOT NULL')


def upgrade() -> None:
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('channel', sa.String(length=12), nullable=True))

    with op.batch_alter_table('addresses', schema=None) as batch_op:
        batch_op.add_column(sa.Column('speaks_first', sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column('heard_at', schema.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('knocked_at', schema.UtcDateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_addresses_knocked_at'), ['knocked_at'], unique=False, sqlite_where=_KNOCKED, postgresql_where=_KNOCKED)

    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.add_column(sa.Column('why', sa.String(length=40), nullable=True))

    with op.batch_alter_table('prompts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('why', sa.String(length=40), nullable=True))

    op.create_table('templates',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('language', sa.String(length=5), nullable=False),
    sa.Column('remote_id', sa.String(length=40), nullable=True),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.String(length=300), nullable=True),
    sa.Column('same', sa.Boolean(), nullable=False),
    sa.Column('told_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('name', 'language', name=op.f('pk_templates'))
    )
    op.create_table('allowances',
    sa.Column('channel', sa.String(length=12), nullable=False),
    sa.Column('most', sa.Integer(), nullable=True),
    sa.Column('told_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('channel', name=op.f('pk_allowances'))
    )
    op.create_table('files',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('channel', sa.String(length=12), nullable=False),
    sa.Column('file', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('name', sa.String(length=240), nullable=True),
    sa.Column('mime', sa.String(length=100), nullable=True),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('state', sa.String(length=6), nullable=False),
    sa.Column('attempts', sa.SmallInteger(), nullable=False),
    sa.Column('due_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('given_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('address_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('used', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['address_id'], ['addresses.id'], name=op.f('fk_files_address_id_addresses')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_files')),
    sa.UniqueConstraint('channel', 'file', name=op.f('uq_files_channel_file'))
    )
    with op.batch_alter_table('files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_files_state_due_at'), ['state', 'due_at'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_files_state_due_at'))

    op.drop_table('files')
    op.drop_table('allowances')
    op.drop_table('templates')
    with op.batch_alter_table('prompts', schema=None) as batch_op:
        batch_op.drop_column('why')

    with op.batch_alter_table('letters', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.drop_column('why')

    with op.batch_alter_table('addresses', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_addresses_knocked_at'))
        batch_op.drop_column('knocked_at')
        batch_op.drop_column('heard_at')
        batch_op.drop_column('speaks_first')

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('channel')
