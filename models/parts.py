"""The four parts of a person's scores: each 0 to 100 with its n, or missing. Pure and exact.

A part without enough behind it is `Missing`, a type of its own: never a nought.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from models.calendar import Calendar, NoDecree
from models.encounters import CITIZEN_ELEMENTS, Encounters
from models.figures import ENOUGH, WORK_ENOUGH
from models.letters import Text
from models.quarter import Quarter
from models.realisation import FULL, coverage, realised
from models.scores import SCALE, Element, NotEnough, rounded
from models.work import Entry, Target

Key: TypeAlias = Literal["quantity", "quality", "discipline", "citizens"]


@dataclass(frozen=True)
class Part:
    """One part's score: `exact` from 0 to 100, from `n` pieces where `needed` are wanted.

    `people` says of how many people.
    """

    key: Key
    exact: Fraction
    n: int
    needed: int
    people: int = 1

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


def quantity(targets: Iterable[Target], entries: Iterable[Entry]) -> Part | Missing:
    """Approved realisation against target, averaged over the n targets that have a number.

    Missing while entries wait and not one has been decided on: a superior who has not looked yet,
    or is not known, makes nobody's work a nought.
    """
    known = tuple(entries)
    if any(e.state == "sent" for e in known) and not any(e.was_decided for e in known):
        return Missing("quantity", Text("score-nothing-decided", {"needed": 1}), 0, 1)
    shares = [realised(target, known).share for target in targets]
    counted = [share for share in shares if share is not None]
    if not counted:
        return Missing("quantity", Text("score-no-targets"), 0, 1)
    return _mean("quantity", sum(counted, Fraction()), len(counted))


def quality(entries: Iterable[Entry], *, needed: int = WORK_ENOUGH) -> Part | Missing:
    """How many of the n entries the superior decided on were accepted the first time.

    Correcting or withdrawing an entry that was returned does not undo that it was. Missing where
    fewer than `needed` have been decided on.
    """
    decided = [entry for entry in entries if entry.was_decided]
    if not decided:
        return Missing("quality", Text("score-nothing-decided", {"needed": needed}), 0, needed)
    if len(decided) < needed:
        return _few("quality", len(decided), needed)
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
    needed: int = WORK_ENOUGH,
) -> Part | Missing:
    """How many of the n working days so far have an entry that came in time.

    `leave` is the person's (official travel too), `outages` days when Tilik was down; neither
    counts. A year without a decree has no such score: its holidays would count against people.
    Missing where there are fewer than `needed` days.
    """
    try:
        days = coverage(entries, quarter, today=today, calendar=calendar, off=leave | outages)
    except NoDecree as unknown:
        why = Text("score-no-decree", {"year": str(unknown.year)})
        return Missing("discipline", why, 0, needed)
    if not days:
        return Missing("discipline", Text("score-no-days", {"needed": needed}), 0, needed)
    if len(days) < needed:
        return _few("discipline", len(days), needed)
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


def citizens_at(counters: Collection[int], found: Encounters, *, people: int = 1) -> Part | Missing:
    """What citizens said at these counters, served by so many people; missing where none is."""
    if not counters:
        return Missing("citizens", Text("score-no-counters"), 0, found.enough)
    part = citizens(found.elements, needed=found.enough)
    return replace(part, people=people) if isinstance(part, Part) else part


def heaped(key: Key, parts: Sequence[Part | Missing]) -> Part | Missing:
    """One part of several people: their points and their pieces added up."""
    there = [part for part in parts if isinstance(part, Part)]
    if not there:
        return next(iter(parts), Missing(key, Text("score-nobody"), 0, 1))
    n = sum(part.n for part in there)
    points = sum((part.exact * part.n for part in there), Fraction())
    return Part(key, points / n, n, 1, people=sum(part.people for part in there))


def _few(key: Key, n: int, needed: int) -> Missing:
    return Missing(key, Text(f"score-few-{key}", {"n": n, "needed": needed}), n, needed)


def _mean(key: Key, points: Fraction, n: int) -> Part:
    return Part(key, points / n, n, 1)
