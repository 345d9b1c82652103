"""The own word of employees whom a complaint touches."""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('hearings',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('complaint_id', _KEY, nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('asked_by', _KEY, nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('about', sa.Text(), nullable=True),
    sa.Column('answer', sa.String(length=7), nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['asked_by'], ['people.id'], name=op.f('fk_hearings_asked_by_people')),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name=op.f('fk_hearings_complaint_id_complaints')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_hearings_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hearings')),
    sa.UniqueConstraint('complaint_id', 'person_id', name=op.f('uq_hearings_complaint_id_person_id'))
    )
    with op.batch_alter_table('hearings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hearings_person_id'), ['person_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('hearings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_hearings_person_id'))

    op.drop_table('hearings')
