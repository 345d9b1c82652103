"""Visits at counters: what runs, and how many took so many minutes."""

import sqlalchemy as sa
from alembic import op

from models.store.schema import UtcDateTime


revision = '0040'
down_revision = '0039'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('running_visits',
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('counter_id', _KEY, nullable=False),
    sa.Column('service_id', _KEY, nullable=False),
    sa.Column('started_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_running_visits_counter_id_counters')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_running_visits_person_id_people')),
    sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f('fk_running_visits_service_id_services')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_running_visits'))
    )
    op.create_table('visit_minutes',
    sa.Column('counter_id', _KEY, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('service_id', _KEY, nullable=False),
    sa.Column('minutes', sa.SmallInteger(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_visit_minutes_counter_id_counters')),
    sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f('fk_visit_minutes_service_id_services')),
    sa.PrimaryKeyConstraint('counter_id', 'day', 'service_id', 'minutes', name=op.f('pk_visit_minutes'))
    )


def downgrade() -> None:
    op.drop_table('visit_minutes')
    op.drop_table('running_visits')
