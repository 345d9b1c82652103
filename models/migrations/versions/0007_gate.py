"""The gate: answers wait until several are there; only what was released is read."""

from collections import Counter
from typing import Any

import sqlalchemy as sa
from alembic import op

from models.quarter import Quarter
from models.ratings import CAUSES, numbered
from models.store import schema


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_DAY = sa.Column('day', sa.Date(), nullable=False)
_SPAN = sa.Column('span', sa.String(length=10), nullable=False)
_KIND = sa.Column('kind', sa.String(length=8), nullable=False)
_RELEASED = (sa.Column('since', sa.Date(), nullable=False), sa.Column('released_on', sa.Date(), nullable=False))


def upgrade() -> None:
    _counts('unreleased', _DAY, _KIND)
    # All that was ever counted waits anew: the first close releases what is enough of it.
    day = 'span' if op.get_bind().dialect.name == 'sqlite' else 'CAST(span AS DATE)'
    op.execute(
        'INSERT INTO unreleased (counter_id, day, service_id, kind, instrument, element, value, count) '
        f"SELECT counter_id, {day}, service_id, 'open', instrument, element, value, count "
        'FROM tallies WHERE length(span) = 10 AND count > 0'
    )
    op.drop_table('tallies')
    _counts('tallies', _SPAN, _KIND, *_RELEASED)
    op.create_table('closes',
    sa.Column('zone', sa.String(length=40), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('zone', name=op.f('pk_closes'))
    )
    op.add_column('ratings', sa.Column('kind', sa.String(length=8), server_default=sa.text("'open'"), nullable=False))


def downgrade() -> None:
    """Every day and every quarter counted at once, as before, out of the raw ratings."""
    for table in ('closes', 'unreleased', 'tallies'):
        op.drop_table(table)
    op.drop_column('ratings', 'kind')
    _counts('tallies', _SPAN)
    rows = _recounted(op.get_bind())
    if rows:
        names = ('counter_id', 'service_id', 'span', 'instrument', 'element', 'value')
        tallies = sa.table('tallies', *map(sa.column, (*names, 'count')))
        found = [{**dict(zip(names, row, strict=True)), 'count': n} for row, n in rows.items()]
        op.get_bind().execute(sa.insert(tallies), found)


def _recounted(connection: sa.Connection) -> Counter[tuple[object, ...]]:
    told = schema.ratings.c
    found: Counter[tuple[object, ...]] = Counter()
    columns = (told.counter_id, told.service_id, told.day, told.instrument, told.answers, told.cause)
    for row in connection.execute(sa.select(*columns)):
        cells = [(row.instrument, *answer) for answer in row.answers.items()]
        if row.cause:
            cells.append((CAUSES, *numbered(row.cause)))
        for span in (row.day.isoformat(), Quarter.of(row.day).key):
            found.update((row.counter_id, row.service_id, span, *cell) for cell in cells)
    return found


def _counts(table: str, when: sa.Column[Any], *more: sa.Column[Any]) -> None:
    kind = [column.name for column in more if column.name == 'kind']
    op.create_table(table,
    sa.Column('counter_id', _KEY, nullable=False),
    when._copy(),
    sa.Column('service_id', _KEY, nullable=False),
    sa.Column('instrument', sa.String(length=20), nullable=False),
    sa.Column('element', sa.String(length=40), nullable=False),
    sa.Column('value', sa.SmallInteger(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    *(column._copy() for column in more),
    sa.CheckConstraint('count >= 0', name=op.f(f'ck_{table}_not_negative')),
    sa.ForeignKeyConstraint(['counter_id'], ['counters.id'], name=op.f(f'fk_{table}_counter_id_counters')),
    sa.ForeignKeyConstraint(['service_id'], ['services.id'], name=op.f(f'fk_{table}_service_id_services')),
    sa.PrimaryKeyConstraint(
        'counter_id', when.name, 'service_id', *kind, 'instrument', 'element', 'value', name=op.f(f'pk_{table}')
    )
    )
