"""What waits to be released: counts of a day's answers, changed as the rating changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, func, select, union_all, update

from models.quarter import Quarter
from models.ratings import Rating
from models.store import Store
from models.store.engine.counts import adding
from models.store.engine.prepared import Prepared
from models.store.schema import tallies, unreleased

KEY = ("counter_id", "day", "service_id", "kind", "instrument", "element", "value")
_COUNT = adding(unreleased)
_UNCOUNT = Prepared(
    update(unreleased)
    .where(*(unreleased.c[name] == bindparam(f"of_{name}") for name in KEY))
    .values(count=unreleased.c.count - 1)
)


def _of_element(table: Any, *when: Any) -> Any:
    """The counts of each element at one counter, by one instrument."""
    here = (table.c.counter_id == bindparam("at"), table.c.instrument == bindparam("by"))
    return select(table.c.element, table.c.count).where(*here, *when)


_EVERY = union_all(
    _of_element(tallies, tallies.c.span == bindparam("span")),
    _of_element(unreleased, unreleased.c.day.between(bindparam("first"), bindparam("last"))),
).subquery()
_ANSWERS = Prepared(
    select(_EVERY.c.element, func.sum(_EVERY.c.count).label("answers")).group_by(_EVERY.c.element)
)


def cells(rating: Rating) -> list[dict[str, Any]]:
    """The cells in one fixed order, so that two turns never wait for each other crosswise."""
    return [
        {
            "counter_id": rating.counter_id,
            "day": rating.day,
            "service_id": rating.service_id,
            "kind": rating.kind,
            "instrument": instrument,
            "element": element,
            "value": value,
            "count": 1,
        }
        for instrument, element, value in sorted(rating.cells())
    ]


def place(cell: dict[str, Any]) -> tuple[Any, ...]:
    """What tells this cell from every other."""
    return tuple(cell[name] for name in KEY)


def count(store: Store, cells: Sequence[dict[str, Any]]) -> None:
    """One more in each of these cells."""
    _COUNT.run(store, *cells)


def uncount(store: Store, cells: Sequence[dict[str, Any]]) -> None:
    """One less in each of these cells."""
    _UNCOUNT.run(store, *({f"of_{name}": cell[name] for name in KEY} for cell in cells))


def tidy(store: Store, counter_id: int, day: date) -> None:
    """Drop what counts nothing of a counter's day that is over."""
    here = (unreleased.c.counter_id == counter_id) & (unreleased.c.day == day)
    store.execute(delete(unreleased).where(here, unreleased.c.count == 0))


def answers_per_element(
    store: Store, *, counter_id: int, quarter: Quarter, instrument: str
) -> dict[str, int]:
    """How many answers each element has at a counter in a running quarter, released or not: for
    drawing the next one. Nobody reads this."""
    when = {"span": quarter.key, "first": quarter.first_day, "last": quarter.last_day}
    rows = _ANSWERS.all(store, {"at": counter_id, "by": instrument, **when})
    return {element: int(count) for element, count in rows}
