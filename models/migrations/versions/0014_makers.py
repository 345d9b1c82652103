"""Who made the code by which somebody joined, and who was asked to vouch for a new chat."""

import sqlalchemy as sa
from alembic import op


revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.add_column(sa.Column('made_by', _KEY, nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_invitations_made_by_people'), 'people', ['made_by'], ['id'])
    with op.batch_alter_table('new_chats', schema=None) as batch_op:
        batch_op.add_column(sa.Column('asked', sa.JSON(), nullable=False, server_default='[]'))


def downgrade() -> None:
    with op.batch_alter_table('new_chats', schema=None) as batch_op:
        batch_op.drop_column('asked')
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_invitations_made_by_people'), type_='foreignkey')
        batch_op.drop_column('made_by')
