"""Who is heard: groups of respondents and of those served, each a count of its own."""

import sqlalchemy as sa
from alembic import op


revision = '0042'
down_revision = '0041'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('heard_groups',
    sa.Column('service_id', _KEY, nullable=False),
    sa.Column('quarter', sa.String(length=7), nullable=False),
    sa.Column('grouping', sa.String(length=12), nullable=False),
    sa.Column('value', sa.String(length=12), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f('fk_heard_groups_service_id_services')),
    sa.PrimaryKeyConstraint('service_id', 'quarter', 'grouping', 'value', name=op.f('pk_heard_groups'))
    )
    op.create_table('served_groups',
    sa.Column('service_id', _KEY, nullable=False),
    sa.Column('grouping', sa.String(length=12), nullable=False),
    sa.Column('value', sa.String(length=12), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f('fk_served_groups_service_id_services')),
    sa.PrimaryKeyConstraint('service_id', 'grouping', 'value', name=op.f('pk_served_groups'))
    )


def downgrade() -> None:
    op.drop_table('served_groups')
    op.drop_table('heard_groups')
