"""A complaint may join another that is the same."""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('complaints') as table:
        table.add_column(
            sa.Column('again', sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        table.add_column(sa.Column('joins_id', _KEY, nullable=True))
        table.create_foreign_key(
            op.f('fk_complaints_joins_id_complaints'), 'complaints', ['joins_id'], ['id']
        )
        table.create_index(
            op.f('ix_complaints_joins_id'),
            ['joins_id'],
            postgresql_where=sa.text('joins_id IS NOT NULL'),
            sqlite_where=sa.text('joins_id IS NOT NULL'),
        )


def downgrade() -> None:
    with op.batch_alter_table('complaints') as table:
        table.drop_index(op.f('ix_complaints_joins_id'))
        table.drop_constraint(op.f('fk_complaints_joins_id_complaints'), type_='foreignkey')
        table.drop_column('joins_id')
        table.drop_column('again')
