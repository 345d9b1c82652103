"""Reviews of the way of working, and who asked to be told of a change."""

import sqlalchemy as sa
from alembic import op


revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('reviews',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('unit_id', _KEY, nullable=False),
    sa.Column('with_id', _KEY, nullable=False),
    sa.Column('what', sa.String(length=1), nullable=False),
    sa.Column('place_id', _KEY, nullable=False),
    sa.Column('element', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('told_on', sa.Date(), nullable=False),
    sa.Column('before', sa.JSON(), nullable=False),
    sa.Column('cause', sa.Text(), nullable=True),
    sa.Column('action', sa.Text(), nullable=True),
    sa.Column('training', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('who_id', _KEY, nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('files', sa.JSON(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('after', sa.JSON(), server_default='{}', nullable=False),
    sa.ForeignKeyConstraint(['unit_id'], ['units.id'], name=op.f('fk_reviews_unit_id_units')),
    sa.ForeignKeyConstraint(['who_id'], ['people.id'], name=op.f('fk_reviews_who_id_people')),
    sa.ForeignKeyConstraint(['with_id'], ['units.id'], name=op.f('fk_reviews_with_id_units')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews')),
    )
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.create_index('ix_reviews_open', ['what', 'place_id', 'element'], unique=True, sqlite_where=sa.text('ended_on IS NULL'), postgresql_where=sa.text('ended_on IS NULL'))
        batch_op.create_index(batch_op.f('ix_reviews_unit_id'), ['unit_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reviews_who_id'), ['who_id'], unique=False, sqlite_where=sa.text('who_id IS NOT NULL'), postgresql_where=sa.text('who_id IS NOT NULL'))

    op.create_table('listeners',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('counter_id', _KEY, nullable=False),
    sa.Column('element', sa.String(length=40), nullable=False),
    sa.Column('month', sa.String(length=7), nullable=False),
    sa.Column('seal', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_listeners_counter_id_counters')),
    sa.PrimaryKeyConstraint('token', 'counter_id', 'element', name=op.f('pk_listeners')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('listeners', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_listeners_counter_id_element'), ['counter_id', 'element'], unique=False)
        batch_op.create_index(batch_op.f('ix_listeners_seal'), ['seal'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('listeners', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_listeners_seal'))
        batch_op.drop_index(batch_op.f('ix_listeners_counter_id_element'))

    op.drop_table('listeners')
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reviews_who_id'), sqlite_where=sa.text('who_id IS NOT NULL'), postgresql_where=sa.text('who_id IS NOT NULL'))
        batch_op.drop_index(batch_op.f('ix_reviews_unit_id'))
        batch_op.drop_index('ix_reviews_open', sqlite_where=sa.text('ended_on IS NULL'), postgresql_where=sa.text('ended_on IS NULL'))

    op.drop_table('reviews')
