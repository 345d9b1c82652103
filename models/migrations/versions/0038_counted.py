"""Counted, provably: the trees of what was released, and codes by which citizens find themselves."""

import sqlalchemy as sa
from alembic import op


revision = '0038'
down_revision = '0037'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('counted_codes',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('rating_id', sa.String(length=32), nullable=False),
    sa.Column('nth', sa.SmallInteger(), nullable=False),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_counted_codes')),
    sa.UniqueConstraint('rating_id', name=op.f('uq_counted_codes_rating_id')),
    sqlite_with_rowid=False
    )
    op.create_table('rating_leaves',
    sa.Column('quarter', sa.String(length=7), nullable=False),
    sa.Column('branch', sa.SmallInteger(), nullable=False),
    sa.Column('leaf', sa.String(length=48), nullable=False),
    sa.PrimaryKeyConstraint('quarter', 'branch', 'leaf', name=op.f('pk_rating_leaves')),
    sqlite_with_rowid=False
    )
    op.create_table('rating_trees',
    sa.Column('quarter', sa.String(length=7), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('roots', sa.String(length=16384), nullable=False),
    sa.Column('mac', sa.String(length=64), nullable=False),
    sa.Column('noted', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('quarter', name=op.f('pk_rating_trees'))
    )


def downgrade() -> None:
    op.drop_table('rating_trees')
    op.drop_table('rating_leaves')
    op.drop_table('counted_codes')
