"""PostgreSQL: the trail's head only goes forward, a day of ratings that was told stays as it was, and
what was approved changes only by being returned. Whoever asks, also the role that owns the tables."""

from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

_CONTENT = ('day', 'entered_on', 'activity', 'quantity', 'measure', 'starts', 'ends')
_SAME = f'({", ".join(f"NEW.{name}" for name in _CONTENT)}) IS NOT DISTINCT FROM ' \
    f'({", ".join(f"OLD.{name}" for name in _CONTENT)}) AND NEW.evidence::text = OLD.evidence::text'
_GUARDS = {
    'trail_head': (
        'INSERT OR UPDATE',
        """IF NEW.id <> 1 OR (TG_OP = 'UPDATE' AND (NEW.number <= OLD.number OR NOT EXISTS (
            SELECT 1 FROM trail WHERE number = NEW.number AND hash = NEW.hash)))
        THEN RAISE EXCEPTION 'the head of the trail only goes forward'; END IF;""",
    ),
    'ratings': (
        'DELETE OR UPDATE OF counter_id, service_id, day, instrument, answers, kind',
        """IF EXISTS (SELECT 1 FROM trail WHERE by_id IS NULL AND deed = 'ratings'
            AND day >= OLD.day)
        THEN RAISE EXCEPTION 'this day of ratings is closed'; END IF;""",
    ),
    'entries': (
        'UPDATE',
        f"""IF OLD.state = 'approved' AND NOT (NEW.state IN ('approved', 'returned') AND {_SAME})
            OR OLD.state <> 'approved' AND NEW.state = 'approved'
            AND (NEW.decided_by IS NULL OR NOT ({_SAME}))
        THEN RAISE EXCEPTION 'an approved entry is only returned'; END IF;""",
    ),
}


def upgrade() -> None:
    if op.get_bind().dialect.name != 'postgresql':
        return
    for table, (deeds, rule) in _GUARDS.items():
        op.execute(f"""
            CREATE FUNCTION {table}_guarded() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            {rule} RETURN COALESCE(NEW, OLD); END $$
        """)
        op.execute(f"""
            CREATE TRIGGER {table}_guarded BEFORE {deeds} ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_guarded()
        """)


def downgrade() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        for table in _GUARDS:
            op.execute(f'DROP TRIGGER {table}_guarded ON {table}')
            op.execute(f'DROP FUNCTION {table}_guarded()')
