"""Visit codes: single-use, by a keyed hash; and how many were given at a counter on a day."""

import sqlalchemy as sa
from alembic import op


revision = '0034'
down_revision = '0033'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('codes_given',
    sa.Column('counter_id', _KEY, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_codes_given_counter_id_counters')),
    sa.PrimaryKeyConstraint('counter_id', 'day', name=op.f('pk_codes_given'))
    )
    op.create_table('visit_codes',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('counter_id', _KEY, nullable=False),
    sa.Column('service_id', _KEY, nullable=True),
    sa.Column('maker', sa.String(length=64), nullable=True),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_visit_codes_counter_id_counters')),
    sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f('fk_visit_codes_service_id_services')),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_visit_codes')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('visit_codes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visit_codes_last_day'), ['last_day'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('visit_codes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_visit_codes_last_day'))

    op.drop_table('visit_codes')
    op.drop_table('codes_given')
