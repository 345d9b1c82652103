"""Tallies: counts of answers, changed in the transaction that changes the rating."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, literal, select, update

from models.quarter import Quarter
from models.ratings import Rating
from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.schema import tallies

KEY = ("counter_id", "span", "service_id", "instrument", "element", "value")
_COUNT = Prepared(
    either(
        lambda insert: (
            lambda row: row.on_conflict_do_update(
                index_elements=list(tallies.primary_key.columns),
                set_={"count": tallies.c.count + row.excluded.count},
            )
        )(insert(tallies))
    )
)
_UNCOUNT = Prepared(
    update(tallies)
    .where(
        tallies.c.counter_id == bindparam("at"),
        tallies.c.span == bindparam("in_span"),
        tallies.c.service_id == bindparam("of"),
        tallies.c.instrument == bindparam("by"),
        tallies.c.element == bindparam("on"),
        tallies.c.value == bindparam("as"),
    )
    .values(count=tallies.c.count - 1)
)
_ANSWERS = Prepared(
    select(tallies.c.element, func.sum(tallies.c.count).label("answers"))
    .where(
        tallies.c.counter_id == bindparam("at"),
        tallies.c.span == bindparam("in_span"),
        tallies.c.instrument == bindparam("by"),
    )
    .group_by(tallies.c.element)
)


def cells(rating: Rating) -> list[dict[str, Any]]:
    """The cells in one fixed order, so that two turns never wait for each other crosswise."""
    return [
        {
            "counter_id": rating.counter_id,
            "span": span,
            "service_id": rating.service_id,
            "instrument": instrument,
            "element": element,
            "value": value,
            "count": 1,
        }
        for span, instrument, element, value in sorted(rating.cells())
    ]


def place(cell: dict[str, Any]) -> tuple[Any, ...]:
    """What tells this cell from every other."""
    return tuple(cell[column] for column in KEY)


def count(store: Store, cells: Sequence[dict[str, Any]]) -> None:
    """One more in each of these cells."""
    _COUNT.run(store, *cells)


def uncount(store: Store, cells: Sequence[dict[str, Any]]) -> None:
    """One less in each of these cells."""
    gone = [
        {
            "at": cell["counter_id"],
            "in_span": cell["span"],
            "of": cell["service_id"],
            "by": cell["instrument"],
            "on": cell["element"],
            "as": cell["value"],
        }
        for cell in cells
    ]
    _UNCOUNT.run(store, *gone)


class Cell(NamedTuple):
    """How often an answer was given, at a counter for a service, in a span."""

    counter_id: int
    service_id: int
    span: str
    instrument: str
    element: str
    value: int
    times: int

    @property
    def answer(self) -> tuple[str, str, int, int]:
        """What was answered and how often, wherever it was."""
        return self.instrument, self.element, self.value, self.times


def tallied(
    store: Store,
    counter_ids: Collection[int],
    *,
    spans: Sequence[str],
    service_id: int | None = None,
    apart: bool = True,
) -> list[Cell]:
    """The cells of these counters in these spans, of one service or of all.

    A span is a quarter's key ('2026-Q4') or a day ('2026-11-21'); counts of zero are left out.
    Where counters and services need not be told apart, they are 0 and their counts added up.
    """
    place = (tallies.c.counter_id, tallies.c.service_id) if apart else (literal(0), literal(0))
    cell = (tallies.c.span, tallies.c.instrument, tallies.c.element, tallies.c.value)
    query = select(*place, *cell, tallies.c.count if apart else func.sum(tallies.c.count)).where(
        tallies.c.counter_id.in_(counter_ids), tallies.c.span.in_(spans), tallies.c.count > 0
    )
    if service_id is not None:
        query = query.where(tallies.c.service_id == service_id)
    if not apart:
        query = query.group_by(*cell)
    return [Cell._make(row) for row in store.execute(query).all()]


def answers_per_element(
    store: Store, *, counter_id: int, span: str, instrument: str
) -> dict[str, int]:
    """How many answers each element has at a counter in a span."""
    rows = _ANSWERS.all(store, {"at": counter_id, "in_span": span, "by": instrument})
    return {element: int(count) for element, count in rows}


def last_spans(store: Store, counter_ids: Collection[int], *, before: str) -> list[str]:
    """The quarters of the ten years before this one that have answers, newest first.

    Asked for by name: a search among all spans would read the tallies of every day too.
    """
    quarters = [Quarter.parse(before).previous]
    while len(quarters) < 40:
        quarters.append(quarters[-1].previous)
    query = (
        select(tallies.c.span)
        .where(tallies.c.counter_id.in_(counter_ids), tallies.c.count > 0)
        .where(tallies.c.span.in_([quarter.key for quarter in quarters]))
        .distinct()
        .order_by(tallies.c.span.desc())
    )
    return [row.span for row in store.execute(query)]
