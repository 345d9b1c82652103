"""Tallies: counts of released answers, which is all that figures are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, exists, func, select

from models.quarter import Quarter
from models.ratings import stream
from models.release import Level, quarter_key, spans
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.schema import tallies


class Cell(NamedTuple):
    """How often an answer was given, at a counter for a service, in a span of a quarter; what was
    asked is named by the stream (`models.ratings.stream`)."""

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

    @property
    def question(self) -> tuple[str, str]:
        """What was asked: the instrument and its element."""
        return self.instrument, self.element


_PLACE = (tallies.c.counter_id, tallies.c.service_id, tallies.c.span)
_CELL = (tallies.c.instrument, tallies.c.kind, tallies.c.element, tallies.c.value)
_EVERY = (
    select(*_PLACE, *_CELL, func.sum(tallies.c.count).label("times"))
    .where(tallies.c.counter_id.in_(bindparam("of_counters", expanding=True)))
    .where(tallies.c.span.in_(bindparam("of_spans", expanding=True)), tallies.c.count > 0)
    .group_by(*_PLACE, *_CELL)
)
_TALLIED = Prepared(_EVERY)
_OF_SERVICE = Prepared(_EVERY.where(tallies.c.service_id == bindparam("of_service")))


def tallied(
    store: Store,
    counter_ids: Collection[int],
    quarters: Iterable[Quarter],
    *,
    level: Level,
    service_id: int | None = None,
) -> list[Cell]:
    """The cells of these counters in these quarters, of one service or of all, that were released
    up to the level of what is to be added up; counts of zero are left out."""
    wanted = [span for one in quarters for span in spans(one, level)]
    given: dict[str, Any] = {"of_counters": counter_ids, "of_spans": wanted}
    if service_id is None:
        rows = _TALLIED.all(store, given)
    else:
        rows = _OF_SERVICE.all(store, {**given, "of_service": service_id})
    return [
        Cell(counter, service, span, stream(asked, kind), element, value, int(times))
        for counter, service, span, asked, kind, element, value, times in rows
    ]


def last_quarters(
    store: Store, counter_ids: Collection[int], *, before: Quarter, level: Level
) -> list[Quarter]:
    """The quarters of the ten years before this one that have answers, newest first.

    Asked for by name, since the tallies are kept by it.
    """
    quarters = [before.previous]
    while len(quarters) < 40:
        quarters.append(quarters[-1].previous)
    names = [span for quarter in quarters for span in spans(quarter, level)]
    query = (
        select(tallies.c.span)
        .where(tallies.c.counter_id.in_(counter_ids), tallies.c.count > 0)
        .where(tallies.c.span.in_(names))
        .distinct()
    )
    there = {quarter_key(row.span) for row in store.execute(query)}
    return [quarter for quarter in quarters if quarter.key in there]


def released_lately(
    store: Store, counter_ids: Collection[int], *, since: date, until: date
) -> bool:
    """Whether a close from the one day to the other has released anything of these counters."""
    here = tallies.c.counter_id.in_(counter_ids) & tallies.c.released_on.between(since, until)
    return bool(store.execute(select(exists().where(here))).scalar())
