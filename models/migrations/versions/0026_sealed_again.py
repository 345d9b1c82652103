"""Letters to a sealed reporter are sealed themselves; codes for another phone; opened seals."""

import sqlalchemy as sa
from alembic import op

from models.store import schema


revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.drop_table('sealed_letters')
    op.create_table('sealed_letters',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('seal', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('due_at', schema.UtcDateTime(timezone=True), nullable=True),
    sa.Column('letter_id', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sealed_letters')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('sealed_letters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sealed_letters_due_at'), ['due_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_sealed_letters_letter_id'), ['letter_id'], unique=False)

    op.create_table('reporter_codes',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('complaint_id', _KEY, nullable=False),
    sa.Column('expires_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name=op.f('fk_reporter_codes_complaint_id_complaints')),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_reporter_codes')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('reporter_codes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reporter_codes_complaint_id'), ['complaint_id'], unique=False)

    op.create_table('unsealings',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('complaint_id', _KEY, nullable=False),
    sa.Column('reason', sa.LargeBinary(), nullable=False),
    sa.Column('asked_by', _KEY, nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('settled_by', _KEY, nullable=True),
    sa.Column('state', sa.String(length=7), nullable=False),
    sa.ForeignKeyConstraint(['asked_by'], ['people.id'], name=op.f('fk_unsealings_asked_by_people')),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name=op.f('fk_unsealings_complaint_id_complaints')),
    sa.ForeignKeyConstraint(['settled_by'], ['people.id'], name=op.f('fk_unsealings_settled_by_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_unsealings')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('unsealings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_unsealings_complaint_id'), ['complaint_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('unsealings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_unsealings_complaint_id'))

    op.drop_table('unsealings')
    with op.batch_alter_table('reporter_codes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reporter_codes_complaint_id'))

    op.drop_table('reporter_codes')
    with op.batch_alter_table('sealed_letters', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sealed_letters_letter_id'))
        batch_op.drop_index(batch_op.f('ix_sealed_letters_due_at'))

    op.drop_table('sealed_letters')
    op.create_table('sealed_letters',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('seal', sa.String(length=32), nullable=False),
    sa.Column('sheet', sa.Text(), nullable=False),
    sa.Column('written_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sealed_letters')),
    sqlite_autoincrement=True
    )
