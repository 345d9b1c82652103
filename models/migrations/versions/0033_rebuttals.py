"""What those who serve at a counter say of a comment about it."""

import sqlalchemy as sa
from alembic import op


revision = '0033'
down_revision = '0032'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('rebuttals',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('rating_id', sa.String(length=32), nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('kind', sa.String(length=5), nullable=False),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('said_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=7), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_rebuttals_person_id_people')),
    sa.ForeignKeyConstraint(['rating_id'], ['ratings.id'], name=op.f('fk_rebuttals_rating_id_ratings')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rebuttals')),
    sa.UniqueConstraint('rating_id', name=op.f('uq_rebuttals_rating_id'))
    )
    with op.batch_alter_table('rebuttals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rebuttals_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_rebuttals_waiting', ['id'], unique=False, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))


def downgrade() -> None:
    with op.batch_alter_table('rebuttals', schema=None) as batch_op:
        batch_op.drop_index('ix_rebuttals_waiting', sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
        batch_op.drop_index(batch_op.f('ix_rebuttals_person_id'))

    op.drop_table('rebuttals')
