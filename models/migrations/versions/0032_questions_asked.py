"""Where people stop: how many were asked each question, and how many went on."""

import sqlalchemy as sa
from alembic import op


revision = '0032'
down_revision = '0031'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('questions_asked',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('unit_id', _KEY, autoincrement=False, nullable=False),
    sa.Column('conversation', sa.String(length=30), nullable=False),
    sa.Column('question', sa.String(length=60), nullable=False),
    sa.Column('part', sa.SmallInteger(), nullable=False),
    sa.Column('asked', sa.Integer(), nullable=False),
    sa.Column('went_on', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('day', 'unit_id', 'conversation', 'question', 'part', name=op.f('pk_questions_asked')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('dialogues', schema=None) as batch_op:
        batch_op.add_column(sa.Column('asks', sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('dialogues', schema=None) as batch_op:
        batch_op.drop_column('asks')

    op.drop_table('questions_asked')
