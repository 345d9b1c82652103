"""Complaints, what happens to them, and who is behind them, sealed."""

import sqlalchemy as sa
from alembic import op

from models.store import schema


revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('sealed_letters',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('seal', sa.String(length=32), nullable=False),
    sa.Column('sheet', sa.Text(), nullable=False),
    sa.Column('written_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sealed_letters')),
    sqlite_autoincrement=True
    )
    op.create_table('complaints',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('number', sa.String(length=12), nullable=False),
    sa.Column('kind', sa.String(length=7), nullable=False),
    sa.Column('state', sa.String(length=9), nullable=False),
    sa.Column('unit_id', _KEY, nullable=False),
    sa.Column('with_id', _KEY, nullable=False),
    sa.Column('counter_id', _KEY, nullable=True),
    sa.Column('service_id', _KEY, nullable=True),
    sa.Column('element', sa.String(length=40), nullable=True),
    sa.Column('holder_id', _KEY, nullable=True),
    sa.Column('said_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('reopened', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('result', sa.String(length=6), nullable=True),
    sa.Column('care', sa.SmallInteger(), nullable=True),
    sa.Column('outside', sa.String(length=40), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('seal', sa.String(length=32), nullable=True),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_complaints_counter_id_counters')),
    sa.ForeignKeyConstraint(['holder_id'], ['people.id'], name=op.f('fk_complaints_holder_id_people')),
    sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f('fk_complaints_service_id_services')),
    sa.ForeignKeyConstraint(['unit_id'], ['units.id'], name=op.f('fk_complaints_unit_id_units')),
    sa.ForeignKeyConstraint(['with_id'], ['units.id'], name=op.f('fk_complaints_with_id_units')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_complaints')),
    sa.UniqueConstraint('number', name=op.f('uq_complaints_number'))
    )
    with op.batch_alter_table('complaints', schema=None) as batch_op:
        batch_op.create_index('ix_complaints_due', ['due_on'], unique=False, sqlite_where=sa.text('closed_on IS NULL'), postgresql_where=sa.text('closed_on IS NULL'))
        batch_op.create_index('ix_complaints_open', ['with_id'], unique=False, sqlite_where=sa.text('closed_on IS NULL'), postgresql_where=sa.text('closed_on IS NULL'))
        batch_op.create_index(batch_op.f('ix_complaints_seal'), ['seal'], unique=False, sqlite_where=sa.text('seal IS NOT NULL'), postgresql_where=sa.text('seal IS NOT NULL'))
        batch_op.create_index(batch_op.f('ix_complaints_unit_id_said_on'), ['unit_id', 'said_on'], unique=False)

    op.create_table('complaint_steps',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('complaint_id', _KEY, nullable=False),
    sa.Column('kind', sa.String(length=9), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('by_id', _KEY, nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('sealed', sa.LargeBinary(), nullable=True),
    sa.Column('files', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_complaint_steps_by_id_people')),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name=op.f('fk_complaint_steps_complaint_id_complaints')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_complaint_steps')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('complaint_steps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_complaint_steps_complaint_id'), ['complaint_id'], unique=False)

    op.create_table('reporters',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('complaint_id', _KEY, nullable=False),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name=op.f('fk_reporters_complaint_id_complaints')),
    sa.PrimaryKeyConstraint('token', 'complaint_id', name=op.f('pk_reporters')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('reporters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reporters_complaint_id'), ['complaint_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('reporters', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reporters_complaint_id'))

    op.drop_table('reporters')
    with op.batch_alter_table('complaint_steps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_complaint_steps_complaint_id'))

    op.drop_table('complaint_steps')
    with op.batch_alter_table('complaints', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_complaints_unit_id_said_on'))
        batch_op.drop_index(batch_op.f('ix_complaints_seal'), sqlite_where=sa.text('seal IS NOT NULL'), postgresql_where=sa.text('seal IS NOT NULL'))
        batch_op.drop_index('ix_complaints_open', sqlite_where=sa.text('closed_on IS NULL'), postgresql_where=sa.text('closed_on IS NULL'))
        batch_op.drop_index('ix_complaints_due', sqlite_where=sa.text('closed_on IS NULL'), postgresql_where=sa.text('closed_on IS NULL'))

    op.drop_table('complaints')
    op.drop_table('sealed_letters')
