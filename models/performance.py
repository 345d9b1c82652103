"""The scores of a person and a quarter: an internal indicator, never a predikat. Pure and exact.

Four parts of 0 to 100, each with its n. A part without enough behind it is `Missing`, a type of
its own; its weight goes to the others. Minutes and the number of entries are never scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from models.calendar import Calendar, days
from models.encounters import Encounters
from models.figures import WORK_ENOUGH
from models.letters import Text
from models.parts import (
    Key,
    Missing,
    Part,
    citizens_at,
    discipline,
    heaped,
    quality,
    quantity,
)
from models.quarter import Quarter
from models.realisation import FULL
from models.scores import NotEnough, rounded
from models.work import Entry, Target

WEIGHTS: Mapping[Key, int] = MappingProxyType(
    {"quantity": 40, "quality": 20, "discipline": 20, "citizens": 20}
)
"""Per cent of each part, where the office has set no others."""
ENOUGH_PARTS = 2
SEVERAL = 2
"""What is told of a team is told of so many of its people at least."""


@dataclass(frozen=True)
class Record:
    """All that the scores of a person and a quarter are made of, as it stands on `today`.

    `leave` are the days away, of which `travel` were official journeys; `off` are days of the
    quarter on which the person had no post, or had not joined yet. `counters` (their numbers) were
    served in the quarter, `encounters` is what citizens said there, `weights` are the quarter's per
    cent of each part; `enough_work` decisions or days are needed for a score.
    Days are of the unit's zone.
    """

    person_id: int
    quarter: Quarter
    today: date
    calendar: Calendar
    targets: tuple[Target, ...] = ()
    entries: tuple[Entry, ...] = ()
    leave: frozenset[date] = frozenset()
    travel: frozenset[date] = frozenset()
    outages: frozenset[date] = frozenset()
    off: frozenset[date] = frozenset()
    counters: tuple[int, ...] = ()
    encounters: Encounters = field(default_factory=Encounters)
    weights: Mapping[Key, int] = field(default_factory=lambda: WEIGHTS)
    enough_work: int = WORK_ENOUGH

    @property
    def is_there(self) -> bool:
        """Whether any day of the quarter counts for the person."""
        return not self.off.issuperset(days(self.quarter.first_day, self.quarter.last_day))


@dataclass(frozen=True)
class Total:
    """The weighted mean of the parts there are. `weights` are what they weighed, 100 in all."""

    exact: Fraction
    weights: Mapping[Key, Fraction]

    @property
    def value(self) -> Decimal:
        """Half-up to two decimals."""
        return rounded(self.exact)


@dataclass(frozen=True)
class Scores:
    """The four parts in their order, and their sum: of a person, a team or a unit."""

    parts: tuple[Part | Missing, ...]
    total: Total | NotEnough


def scored(record: Record) -> Scores:
    """The scores of one person and quarter; a missing part says what is missing."""
    return _scores(
        quantity(record.targets, record.entries),
        quality(record.entries, needed=record.enough_work),
        discipline(
            record.entries,
            record.quarter,
            today=record.today,
            calendar=record.calendar,
            leave=record.leave | record.off,
            outages=record.outages,
            needed=record.enough_work,
        ),
        citizens_at(record.counters, record.encounters),
        weights=record.weights,
    )


def pooled(
    many: Iterable[Scores], citizens: Part | Missing, *, weights: Mapping[Key, int] = WEIGHTS
) -> Scores:
    """The scores of a team or a unit: their people's targets, entries and days in one heap.

    Every piece weighs the same, whoever it belongs to: the points of a part (`exact` times `n`)
    add up and are shared by the sum of the n. Who misses a part adds nothing to it. `citizens` is
    `citizens_at` all their counters at once, since two may have served at the same one.
    """
    found = [scores.parts for scores in many]
    keys: tuple[Key, ...] = ("quantity", "quality", "discipline")
    return _scores(
        *(heaped(key, [p for ps in found for p in ps if p.key == key]) for key in keys),
        citizens,
        weights=weights,
    )


def of_several(pooled: Scores, weights: Mapping[Key, int] = WEIGHTS) -> Scores:
    """What may be told of a team: a part that one alone has is that person's, and no team's."""
    alone = Text("score-one-person")
    parts = (
        Missing(part.key, alone, part.people, SEVERAL)
        if isinstance(part, Part) and part.people < SEVERAL
        else part
        for part in pooled.parts
    )
    return _scores(*parts, weights=weights)


def total(
    parts: Iterable[Part | Missing], weights: Mapping[Key, int] = WEIGHTS
) -> Total | NotEnough:
    """The parts by their weights; the weight of a missing part goes to the others in proportion.

    NotEnough where fewer than two of the parts that weigh are there: one alone is no picture of
    anybody. ValueError for weights that are negative or do
    not sum to 100, for a part without a weight, or for one given twice.
    """
    checked_weights(weights)
    given = tuple(parts)
    keys = [part.key for part in given]
    if len(set(keys)) < len(keys) or not set(keys) <= set(weights):
        raise ValueError(f"each part comes once and has a weight, not {keys}")
    there = [part for part in given if isinstance(part, Part) and weights[part.key]]
    needed = min(ENOUGH_PARTS, sum(weight > 0 for weight in weights.values()))
    if len(there) < needed:
        return NotEnough(len(there), needed)
    whole = sum(weights[part.key] for part in there)
    shares = {part.key: FULL * weights[part.key] / whole for part in there}
    return Total(sum((shares[p.key] * p.exact for p in there), Fraction()) / FULL, shares)


def checked_weights(weights: Mapping[Key, int]) -> Mapping[Key, int]:
    """The weights, if none is negative and they sum to 100; ValueError otherwise."""
    if sum(weights.values()) != FULL or min(weights.values()) < 0:
        raise ValueError(f"weights sum to 100, not {dict(weights)}")
    return weights


def _scores(*parts: Part | Missing, weights: Mapping[Key, int]) -> Scores:
    return Scores(parts, total(parts, weights))
