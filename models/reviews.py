"""Reviews of the way of working (tinjauan): why an element is rated low, and what is changed. Pure.

A review looks for causes, never for a culprit: it is of a place and an element, and neither it nor
what opened it enters a person's score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from models.disclosure import Place, Scope
from models.figures import Product
from models.letters import File
from models.scores import NotEnough

ReviewState: TypeAlias = Literal["open", "planned", "changed", "unneeded"]
"""Nothing is planned yet; something is to be done; it is done; nothing need be done."""
WATCHED: tuple[Product, ...] = ("verified", "daily", "assisted", "official")
"""The products whose elements open a review; of the first that can be shown the change is told."""
LOW = 2
"""An answer up to this one is low."""
REVIEWING: Mapping[str, tuple[int, int, int]] = {
    "review-ratings": (5, 3, 50),
    "review-complaints": (3, 2, 20),
    "review-days": (30, 7, 90),
    "review-plan": (10, 3, 30),
}
"""By the name of their setting: as a rule, at least and at most. So many low answers, or so many
complaints, open a review; within so many days; so many working days to say what is done."""


@dataclass(frozen=True)
class Review:
    """A review as it stands. `with_id`: the unit whose head is asked now (its own, or one above).

    `before` and `after` are the counts that were released when it began and when it ended.
    `late_since`: the day that went by, where it has gone one level up and is not planned anew.
    """

    id: int
    unit_id: int
    with_id: int
    what: Scope
    place_id: int
    element: str
    state: ReviewState
    opened_on: date
    due_on: date
    told_on: date
    before: Mapping[str, Any]
    cause: str | None = None
    action: str | None = None
    training: bool = False
    who_id: int | None = None
    result: str | None = None
    files: tuple[File, ...] = ()
    ended_on: date | None = None
    after: Mapping[str, Any] | None = None
    late_since: date | None = None

    @property
    def place(self) -> Place:
        return Place(self.what, self.place_id)

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    def overdue(self, today: date) -> date | None:
        """The day that has gone by; None while it is in time, or over."""
        late = self.late_since or (self.due_on if self.due_on < today else None)
        return late if self.is_open else None


@dataclass(frozen=True)
class ReviewStanding:
    """What was released of an element at a place in a quarter, up to a day: how often each answer
    was given, by product, and which of these may be shown; how often each cause was named, where
    that may be shown."""

    quarter: str
    until: date
    counts: Mapping[Product, Mapping[int, int]] = field(default_factory=dict)
    shown: frozenset[Product] = frozenset()
    causes: Mapping[int, int] = field(default_factory=dict)

    def low(self, product: Product) -> int:
        """How many low answers may be told of."""
        if product not in self.shown:
            return 0
        return sum(n for value, n in self.counts[product].items() if value <= LOW)

    @property
    def named(self) -> int:
        """How often a cause was named."""
        return sum(self.causes.values())

    def packed(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "quarter": self.quarter,
            "until": self.until.isoformat(),
            "counts": {p: {str(v): n for v, n in c.items()} for p, c in self.counts.items()},
            "shown": sorted(self.shown),
            "causes": {str(number): n for number, n in self.causes.items()},
        }


def standing_of(kept: Mapping[str, Any]) -> ReviewStanding:
    """A standing as it was kept."""
    return ReviewStanding(
        kept["quarter"],
        date.fromisoformat(kept["until"]),
        {p: {int(v): n for v, n in c.items()} for p, c in kept["counts"].items()},
        frozenset(kept["shown"]),
        {int(number): n for number, n in kept["causes"].items()},
    )


@dataclass(frozen=True)
class ElementMean:
    """The mean of an element, 1 to 4, and of how many answers."""

    mean: Fraction
    n: int


Measured: TypeAlias = ElementMean | NotEnough


def measured(counts: Mapping[int, int], needed: int, *, shown: bool) -> Measured:
    """The mean of these answers, where they are enough and it may be shown."""
    n = sum(counts.values())
    if n < needed or not shown:
        return NotEnough(n, needed, shields=n >= needed)
    return ElementMean(Fraction(sum(value * times for value, times in counts.items()), n), n)


def since(
    before: ReviewStanding, later: list[ReviewStanding], product: Product
) -> tuple[dict[int, int], bool]:
    """How often each answer was released after `before`, and whether that may be shown.

    It is a difference of figures, so it is shown only where each of them is, or is of nobody: else
    it would tell of one that is not.
    """
    counts: dict[int, int] = {}
    for one in later:
        for value, n in one.counts.get(product, {}).items():
            counts[value] = counts.get(value, 0) + n
    for value, n in before.counts.get(product, {}).items():
        counts[value] = counts.get(value, 0) - n
    safe = all(
        product in one.shown or not sum(one.counts.get(product, {}).values())
        for one in (before, *later)
    )
    return {value: n for value, n in counts.items() if n > 0}, safe


def reviewing(values: Mapping[str, Any], name: str) -> int:
    """A number of reviews, with the settings of the day by name."""
    usual, least, most = REVIEWING[name]
    chosen = values.get(name)
    return min(max(chosen, least), most) if isinstance(chosen, int) else usual
