"""The close of a night: what waits and is enough is released, zone by zone.

It comes when no rating of the day can change any more, in the morning hours of the zone. Run late,
twice or in several processes it does the same: what was released waits no longer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import bindparam, delete, func, select, update

from models.calendar import local
from models.quarter import Quarter
from models.ratings import stream
from models.release import LEAST, AnswerColumn, Level, WaitingColumn, released, span_of
from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.office.services import in_zone
from models.store.ratings import batches, quarantines
from models.store.ratings.counted import trees
from models.store.ratings.settled import SETTLED, may_still_change
from models.store.rules import settings
from models.store.schema import closes, counters, tallies, units, unreleased

_A_DAY = timedelta(days=1)
_Row: TypeAlias = tuple[AnswerColumn, Any]
_COLUMN = tuple(unreleased.c[name] for name in AnswerColumn._fields)
_RELEASE = either(
    lambda insert: (
        lambda row: row.on_conflict_do_update(
            index_elements=list(tallies.primary_key.columns),
            set_={
                "count": tallies.c.count + row.excluded.count,
                "released_on": row.excluded.released_on,
            },
        )
    )(insert(tallies))
)
_CLOSED = either(
    lambda insert: (
        lambda row: row.on_conflict_do_update(
            index_elements=[closes.c.zone],
            set_={"day": row.excluded.day},
            where=closes.c.day < row.excluded.day,
        )
    )(insert(closes))
)
_DROP = delete(unreleased).where(
    *(column == bindparam(f"of_{column.name}") for column in _COLUMN),
    unreleased.c.day.between(bindparam("first"), bindparam("last")),
)


def close(store: Store, now: datetime) -> None:
    """Release what may be released in every zone where a day is over and not closed yet."""
    done = {row.zone: row.day for row in store.execute(select(closes))}
    for zone in store.execute(select(units.c.zone).distinct().order_by(units.c.zone)).scalars():
        open_day = local(now - SETTLED, zone).date()
        last = open_day - timedelta(days=1)
        if done.get(zone, date.min) >= last or may_still_change(store, now, open_day):
            continue
        row = {"zone": zone, "day": last}
        if store.execute(_CLOSED[store.dialect.name].values(row)).rowcount:
            release(store, zone, last)


def set_back(store: Store, now: datetime) -> None:
    """The clock was ahead: no day is closed that is not over yet."""
    for row in store.execute(select(closes)).all():
        if row.day >= (today := local(now, row.zone).date()):
            right = update(closes).where(closes.c.zone == row.zone)
            store.execute(right.values(day=today - timedelta(days=1)))


_CLOSED_ON = Prepared(select(closes.c.day).where(closes.c.zone == bindparam("of_zone")))


def closed_on(store: Store, zone: str) -> date | None:
    """The last day that is in the figures of this zone's units; None before the first close."""
    last: date | None = _CLOSED_ON.scalar(store, {"of_zone": zone})
    return last


def first_closed(store: Store) -> date | None:
    """The last day that is in every zone's figures; None before the first close."""
    return store.execute(select(func.min(closes.c.day))).scalar()


def release(store: Store, zone: str, last: date) -> None:
    """Release what is enough of all that waits in the zone up to this day, quarter by quarter, and
    tell the comments beside it. What is not like its counter's other hours is held before."""
    quarantines.judge(store, zone, last)
    least = int(settings.value_on(store, "minimum-release", last) or LEAST)
    for quarter in _quarters(store, zone, last):
        until = min(last, quarter.last_day)
        rows = _waiting(store, zone, quarter.first_day, until)
        waits = [WaitingColumn(one, row.unit_id, n) for one, (row, n) in _summed(rows).items()]
        levels = released(waits, least=least, over=last >= quarter.last_day)
        moved = _moved(store, rows, levels, quarter=quarter, until=until, on=last + _A_DAY)
        trees.grow(store, quarter, moved, until=until)
    batches.tell(store, zone, last)


def waiting(
    store: Store, counter_ids: Collection[int], quarter: Quarter, *, until: date | None
) -> dict[tuple[str, str], int]:
    """How many answers wait at these counters, by stream and element: of the days that were
    closed, since more would tell who came today."""
    last = min(quarter.last_day, until or date.min)
    here = unreleased.c.counter_id.in_(counter_ids)
    when = unreleased.c.day.between(quarter.first_day, last)
    cell = (unreleased.c.instrument, unreleased.c.kind, unreleased.c.element)
    query = select(*cell, func.sum(unreleased.c.count)).where(here, when).group_by(*cell)
    return {
        (stream(asked, kind), element): int(n) for asked, kind, element, n in store.execute(query)
    }


def _quarters(store: Store, zone: str, last: date) -> Iterator[Quarter]:
    """The quarters up to that day of which anything waits, the oldest first."""
    first = select(func.min(unreleased.c.day)).where(unreleased.c.counter_id.in_(in_zone(zone)))
    found = store.execute(first).scalar()
    quarter = Quarter.of(found or date.max)
    while quarter.first_day <= last:
        yield quarter
        quarter = quarter.next


def _waiting(store: Store, zone: str, first: date, last: date) -> list[_Row]:
    """How often each answer waits, beside its column."""
    query = (
        select(
            *_COLUMN,
            counters.c.unit_id,
            unreleased.c.value,
            func.sum(unreleased.c.count).label("times"),
            func.min(unreleased.c.day).label("since"),
        )
        .join(counters, counters.c.id == unreleased.c.counter_id)
        .where(unreleased.c.counter_id.in_(in_zone(zone)), unreleased.c.count > 0)
        .where(unreleased.c.day.between(first, last))
        .group_by(*_COLUMN, counters.c.unit_id, unreleased.c.value)
    )
    return [(_column(row), row) for row in store.execute(query)]


def _column(row: Any) -> AnswerColumn:
    return AnswerColumn._make(getattr(row, name) for name in AnswerColumn._fields)


def _summed(rows: Collection[_Row]) -> dict[AnswerColumn, tuple[Any, int]]:
    """A row of each column, and how many answers it has in all."""
    found: dict[AnswerColumn, tuple[Any, int]] = {}
    for column, row in rows:
        _, n = found.get(column, (row, 0))
        found[column] = row, n + int(row.times)
    return found


def _moved(
    store: Store,
    rows: Collection[_Row],
    levels: Mapping[AnswerColumn, Level],
    *,
    quarter: Quarter,
    until: date,
    on: date,
) -> dict[AnswerColumn, date]:
    """Take these columns' answers up to that day from what waits to what is released; gives from
    which day on each of them was."""
    if not levels:
        return {}
    since: dict[AnswerColumn, date] = {}
    for column, row in rows:
        since[column] = min(row.since, since.get(column, date.max))
    made = [
        {
            **column._asdict(),
            "value": row.value,
            "count": int(row.times),
            "span": span_of(quarter, levels[column]),
            "since": since[column],
            "released_on": on,
        }
        for column, row in rows
        if column in levels
    ]
    store.execute(_RELEASE[store.dialect.name], made)
    when = {"first": quarter.first_day, "last": until}
    gone = [{f"of_{k}": v for k, v in one._asdict().items()} | when for one in levels]
    store.execute(_DROP, gone)
    return {column: since[column] for column in levels}
