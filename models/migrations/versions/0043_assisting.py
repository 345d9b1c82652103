"""One phone, many citizens: how long it is handed to others, and what is taken back before the next."""

import sqlalchemy as sa
from alembic import op

from models.store import schema

revision = '0043'
down_revision = '0042'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('addresses') as batch_op:
        batch_op.add_column(sa.Column('assists_until', schema.UtcDateTime(timezone=True), nullable=True))
    op.create_table('fleeting',
    sa.Column('address_id', _KEY, nullable=False),
    sa.Column('message', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['address_id'], ['addresses.id'], name=op.f('fk_fleeting_address_id_addresses')),
    sa.PrimaryKeyConstraint('address_id', 'message', name=op.f('pk_fleeting'))
    )


def downgrade() -> None:
    op.drop_table('fleeting')
    with op.batch_alter_table('addresses') as batch_op:
        batch_op.drop_column('assists_until')
