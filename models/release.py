"""The gate: when what citizens said may be read. Pure.

Answers wait until several are there and are then released together, so that no look before and
after a visit tells an answer. What one person answers is one count in each column it touches, so
every column waits for itself: the nine elements of a daily rating are drawn in turn, and of five
ratings one alone may have answered a given element.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from models.quarter import Quarter

Level: TypeAlias = Literal["counter", "service", "unit"]
LEVELS: tuple[Level, ...] = ("counter", "service", "unit")
"""How far up an answer was released: only what adds up all of that may tell of it."""
LEAST = 5
"""So many answers are released together, where the office has set no more."""
_SIGNS: Mapping[Level, str] = {"counter": "", "service": ".s", "unit": ".u"}


class AnswerColumn(NamedTuple):
    """What is answered to one element, of one kind of rating, at a counter for a service."""

    counter_id: int
    service_id: int
    kind: str
    instrument: str
    element: str


class WaitingColumn(NamedTuple):
    """How many answers wait in a column, and the unit of its counter."""

    column: AnswerColumn
    unit_id: int
    n: int


def released(
    waits: Iterable[WaitingColumn], *, least: int, over: bool
) -> dict[AnswerColumn, Level]:
    """The columns that may be released now, and how far up; those that go on waiting are not there.

    Where the quarter is `over`, what is fewer than `least` joins the rest of its service at that
    unit, and where that is fewer still, the rest of its unit.
    """
    rest, found = list(waits), {}
    for level in LEVELS if over else LEVELS[:1]:
        there = defaultdict(list)
        for one in rest:
            there[_heap(one, level)].append(one)
        ripe = [heap for heap in there.values() if sum(one.n for one in heap) >= least]
        found.update({one.column: level for heap in ripe for one in heap})
        rest = [one for one in rest if one.column not in found]
    return found


def _heap(one: WaitingColumn, level: Level) -> Hashable:
    column = one.column
    if level == "counter":
        return column
    answered = (one.unit_id, column.kind, column.instrument, column.element)
    return answered if level == "unit" else (column.service_id, *answered)


def span_of(quarter: Quarter, level: Level) -> str:
    """How tallies name what was released of a quarter: '2026-Q4', '2026-Q4.s', '2026-Q4.u'."""
    return quarter.key + _SIGNS[level]


def level_of(span: str) -> Level:
    """How far up what stands in a span was released."""
    sign = span[len("2026-Q4") :]
    return next(level for level, one in _SIGNS.items() if one == sign)


def quarter_key(span: str) -> str:
    """Of which quarter a span is."""
    return span[:7]


def spans(quarter: Quarter, level: Level) -> tuple[str, ...]:
    """Every span of the quarter that a figure of this level adds up: a unit's has them all."""
    return tuple(span_of(quarter, one) for one in LEVELS[: LEVELS.index(level) + 1])
