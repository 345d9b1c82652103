"""Visits: who holds a printed code already, and the days on which two at least have timed some."""

import sqlalchemy as sa
from alembic import op


revision = '0044'
down_revision = '0043'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('running_visits', schema=None) as batch_op:
        batch_op.add_column(sa.Column('has_code', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('visit_codes', schema=None) as batch_op:
        batch_op.add_column(sa.Column('printed', sa.Boolean(), server_default=sa.false(), nullable=False))
    for name, last in (('visit_hands', [sa.Column('hand', sa.String(length=64), nullable=False)]), ('visit_days', [])):
        key = ['service_id', 'unit_id', 'day', *(one.name for one in last)]
        op.create_table(name,
        sa.Column('service_id', _KEY, nullable=False),
        sa.Column('unit_id', _KEY, nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        *last,
        sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f(f'fk_{name}_service_id_services')),
        sa.ForeignKeyConstraint(['unit_id'], ['units.id'], name=op.f(f'fk_{name}_unit_id_units')),
        sa.PrimaryKeyConstraint(*key, name=op.f(f'pk_{name}'))
        )


def downgrade() -> None:
    op.drop_table('visit_days')
    op.drop_table('visit_hands')
    with op.batch_alter_table('visit_codes', schema=None) as batch_op:
        batch_op.drop_column('printed')
    with op.batch_alter_table('running_visits', schema=None) as batch_op:
        batch_op.drop_column('has_code')
