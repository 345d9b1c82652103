"""What came without a code and is not like a counter's other hours is held."""

import sqlalchemy as sa
from alembic import op


revision = '0035'
down_revision = '0034'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_INDEXES = (
    ('ix_ratings_batch', 'batch_id', 'batch_id IS NOT NULL'),
    ('ix_ratings_came', 'came_on', 'came_on IS NOT NULL'),
    ('ix_ratings_hours', 'day', 'hour IS NOT NULL'),
)
_DEEDS = 'DELETE OR UPDATE OF counter_id, service_id, day, instrument, answers, kind'
_CLOSED = """IF EXISTS (SELECT 1 FROM trail WHERE by_id IS NULL AND deed = 'ratings' AND day >= {came})
    THEN RAISE EXCEPTION 'this day of ratings is closed'; END IF;"""
_CONTENT = ('counter_id', 'service_id', 'instrument', 'answers::text', 'kind')
_LET_GO = f"""IF TG_OP = 'UPDATE' THEN
    IF OLD.batch_id IS NOT NULL AND OLD.came_on IS NULL
        AND NEW.came_on = OLD.day AND NEW.day > OLD.day
        AND ({", ".join(f"NEW.{name}" for name in _CONTENT)})
        IS NOT DISTINCT FROM ({", ".join(f"OLD.{name}" for name in _CONTENT)})
    THEN RETURN NEW; END IF;
    IF (NEW.day, NEW.came_on) IS DISTINCT FROM (OLD.day, OLD.came_on)
    THEN RAISE EXCEPTION 'the day of a rating stays'; END IF;
    END IF;"""


def _guard(deeds: str, rule: str) -> None:
    """PostgreSQL: a rating keeps its day, and a day of ratings that was told stays as it was; but
    what was held counts as of the day on which it is let go."""
    if op.get_bind().dialect.name != 'postgresql':
        return
    op.execute(f"""
        CREATE OR REPLACE FUNCTION ratings_guarded() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        {rule} RETURN COALESCE(NEW, OLD); END $$
    """)
    op.execute('DROP TRIGGER ratings_guarded ON ratings')
    op.execute(f"""
        CREATE TRIGGER ratings_guarded BEFORE {deeds} ON ratings
        FOR EACH ROW EXECUTE FUNCTION ratings_guarded()
    """)


def upgrade() -> None:
    op.create_table('quarantines',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('counter_id', _KEY, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('why', sa.String(length=6), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=7), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_quarantines_counter_id_counters')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quarantines'))
    )
    with op.batch_alter_table('quarantines', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_quarantines_counter_id'), ['counter_id'], unique=False)
        batch_op.create_index('ix_quarantines_waiting', ['day'], unique=False, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))

    op.create_table('runs',
    sa.Column('counter_id', _KEY, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('hour', sa.SmallInteger(), nullable=False),
    sa.Column('instrument', sa.String(length=20), nullable=False),
    sa.Column('answer', sa.SmallInteger(), nullable=False),
    sa.Column('length', sa.Integer(), nullable=False),
    sa.Column('longest', sa.Integer(), nullable=False),
    sa.Column('longest_answer', sa.SmallInteger(), nullable=False),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f('fk_runs_counter_id_counters')),
    sa.PrimaryKeyConstraint('counter_id', 'day', 'hour', 'instrument', name=op.f('pk_runs')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.add_column(sa.Column('hour', sa.SmallInteger(), nullable=True))
        batch_op.add_column(sa.Column('batch_id', _KEY, nullable=True))
        batch_op.add_column(sa.Column('came_on', sa.Date(), nullable=True))
        for name, column, rows in _INDEXES:
            batch_op.create_index(name, [column], unique=False, sqlite_where=sa.text(rows), postgresql_where=sa.text(rows))
    _guard(f'{_DEEDS}, came_on', _LET_GO + _CLOSED.format(came='COALESCE(OLD.came_on, OLD.day)'))


def downgrade() -> None:
    _guard(_DEEDS, _CLOSED.format(came='OLD.day'))
    with op.batch_alter_table('ratings', schema=None) as batch_op:
        for name, _, rows in _INDEXES:
            batch_op.drop_index(name, sqlite_where=sa.text(rows), postgresql_where=sa.text(rows))
        batch_op.drop_column('came_on')
        batch_op.drop_column('batch_id')
        batch_op.drop_column('hour')

    op.drop_table('runs')
    op.drop_table('quarantines')
