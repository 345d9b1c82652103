"""The scores of a person and a quarter: an internal indicator, never a predikat. Pure and exact.

Four parts of 0 to 100, each with its n. A part without enough behind it is `Missing`, a type of
its own; its weight goes to the others. Minutes and the number of entries are never scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

from models.calendar import Calendar, NoDecree
from models.figures import ENOUGH
from models.letters import Text
from models.quarter import Quarter
from models.realisation import FULL, coverage, realised
from models.scores import SCALE, Element, NotEnough, rounded
from models.work import Entry, Target

Key: TypeAlias = Literal["quantity", "quality", "discipline", "citizens"]
WEIGHTS: Mapping[Key, int] = MappingProxyType(
    {"quantity": 40, "quality": 20, "discipline": 20, "citizens": 20}
)
"""Per cent of each part (a setting)."""
CITIZEN_ELEMENTS = ("kompetensi", "perilaku")
"""What citizens say about people, not about the office."""


@dataclass(frozen=True)
class Part:
    """One part's score: `exact` from 0 to 100, from `n` pieces where `needed` are wanted."""

    key: Key
    exact: Fraction
    n: int
    needed: int

    def __post_init__(self) -> None:
        if not 0 <= self.exact <= FULL:
            raise ValueError(f"a part is 0 to 100, not {self.exact}")

    @property
    def value(self) -> Decimal:
        """Half-up to two decimals, for people to read."""
        return rounded(self.exact)


@dataclass(frozen=True)
class Missing:
    """No score, and `why` in words: `n` pieces are there and `needed` are wanted."""

    key: Key
    why: Text
    n: int
    needed: int


@dataclass(frozen=True)
class Total:
    """The weighted mean of the parts there are. `weights` are what they weighed, 100 in all."""

    exact: Fraction
    weights: Mapping[Key, Fraction]

    @property
    def value(self) -> Decimal:
        """Half-up to two decimals."""
        return rounded(self.exact)


def quantity(targets: Iterable[Target], entries: Iterable[Entry]) -> Part | Missing:
    """Approved realisation against target, averaged over the n targets that have a number."""
    known = tuple(entries)
    shares = [realised(target, known).share for target in targets]
    counted = [share for share in shares if share is not None]
    if not counted:
        return Missing("quantity", Text("score-no-targets"), 0, 1)
    return _mean("quantity", sum(counted, Fraction()), len(counted))


def quality(entries: Iterable[Entry]) -> Part | Missing:
    """How many of the n entries the superior decided on were accepted the first time.

    Correcting or withdrawing an entry that was returned does not undo that it was.
    """
    decided = [entry for entry in entries if entry.was_decided]
    if not decided:
        return Missing("quality", Text("score-nothing-decided"), 0, 1)
    accepted = sum(entry.was_accepted_at_once for entry in decided)
    return _mean("quality", FULL * accepted, len(decided))


def discipline(
    entries: Iterable[Entry],
    quarter: Quarter,
    *,
    today: date,
    calendar: Calendar,
    leave: frozenset[date] = frozenset(),
    outages: frozenset[date] = frozenset(),
) -> Part | Missing:
    """How many of the n working days so far have an entry that came in time.

    `leave` is the person's (official travel too), `outages` days when Tilik was down; neither
    counts. A year without a decree has no such score: its holidays would count against people.
    """
    try:
        days = coverage(entries, quarter, today=today, calendar=calendar, off=leave | outages)
    except NoDecree as unknown:
        why = Text("score-no-decree", {"year": str(unknown.year)})
        return Missing("discipline", why, 0, 1)
    if not days:
        return Missing("discipline", Text("score-no-days"), 0, 1)
    return _mean("discipline", FULL * sum(days.values()), len(days))


def citizens(
    elements: Mapping[str, Element | NotEnough], *, needed: int = ENOUGH
) -> Part | Missing:
    """What citizens say of competence and conduct at the counters served, 25 times the mean.

    `elements` are those of one product (the official SKM or the daily index, never mixed). Both
    need `needed` answers; n is that of the one with fewer.
    """
    found = [elements.get(key, NotEnough(0, needed)) for key in CITIZEN_ELEMENTS]
    n = min(element.n or 0 for element in found)
    scored = [element.mean for element in found if isinstance(element, Element)]
    if n < needed or len(scored) < len(found):
        why = Text("score-few-citizens", {"n": n, "needed": needed})
        return Missing("citizens", why, n, needed)
    return Part("citizens", SCALE * sum(scored, Fraction()) / len(scored), n, needed)


def total(
    parts: Iterable[Part | Missing], weights: Mapping[Key, int] = WEIGHTS
) -> Total | NotEnough:
    """The parts by their weights; the weight of a missing part goes to the others in proportion.

    NotEnough where no part with a weight is there. ValueError for weights that are negative or do
    not sum to 100, for a part without a weight, or for one given twice.
    """
    if sum(weights.values()) != FULL or min(weights.values()) < 0:
        raise ValueError(f"weights sum to 100, not {dict(weights)}")
    given = tuple(parts)
    keys = [part.key for part in given]
    if len(set(keys)) < len(keys) or not set(keys) <= set(weights):
        raise ValueError(f"each part comes once and has a weight, not {keys}")
    there = [part for part in given if isinstance(part, Part) and weights[part.key]]
    if not there:
        return NotEnough(0, 1)
    whole = sum(weights[part.key] for part in there)
    shares = {part.key: FULL * weights[part.key] / whole for part in there}
    return Total(sum((shares[p.key] * p.exact for p in there), Fraction()) / FULL, shares)


def _mean(key: Key, points: Fraction, n: int) -> Part:
    return Part(key, points / n, n, 1)
