"""Which life of this database it is: a restored one is behind what is kept outside."""

import sqlalchemy as sa
from alembic import op

from models.store.schema import UtcDateTime


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('epochs',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('mark', sa.BigInteger(), nullable=False),
    sa.Column('began_at', UtcDateTime(), nullable=False),
    sa.Column('paused', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_epochs')),
    sa.UniqueConstraint('name', name=op.f('uq_epochs_name'))
    )


def downgrade() -> None:
    op.drop_table('epochs')
