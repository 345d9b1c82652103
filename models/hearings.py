"""Hearings: the own word of an employee whom a complaint touches, before it is answered. Pure.

It is no verdict and in no score; who says nothing has said nothing, and that counts against nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from models.comments.held import is_named
from models.comments.names import staff_names
from models.letters import Text
from models.people import Colleague
from models.refused import Refused
from models.wording import folded, plain

HearingAnswer: TypeAlias = Literal["right", "context", "not_me"]
"""It was so; there is more to know of it; it was not they."""
MOST_WAITED = 10
"""So many working days of the unit a complaint waits at most, however long the employee is away."""
ALIKE = 5
"""So many words one after the other are the citizen's own, and may tell who wrote them."""


@dataclass(frozen=True)
class Hearing:
    """One employee's hearing on a complaint. `about`: what it is of, in the words of whoever asks;
    `words`: the employee's own line; `silent_on`: when it went on without their word."""

    id: int
    complaint_id: int
    person_id: int
    asked_by: int
    asked_on: date
    due_on: date
    about: str | None = None
    answer: HearingAnswer | None = None
    words: str | None = None
    answered_on: date | None = None
    silent_on: date | None = None
    name: str = ""

    def waits(self, today: date) -> bool:
        """Whether the complaint waits for it."""
        return self.answer is None and today <= self.due_on

    @property
    def has_both_sides(self) -> bool:
        """Whether the employee has said something, or had the time to."""
        return self.answer is not None or self.silent_on is not None


def named(words: str, staff: Sequence[Colleague]) -> list[Colleague]:
    """Those of these people whose name stands in the words; of two with one name both, unless the
    whole name of one says who is meant."""
    found, rest = _named(words, staff), words
    whole = [one for one in found if _without(words, one.name) != words]
    for one in whole:
        rest = _without(rest, one.name)
    left = _named(rest, found) if whole else found
    return [one for one in found if one in whole or one in left]


def _without(words: str, called: str) -> str:
    """The words without a name of several parts, wherever it stands whole."""
    said, name = words.split(), plain(called).split()
    bare = [plain(one) for one in said]
    places = range(len(said) if len(name) > 1 else 0)
    whole = {at + n for at in places if bare[at : at + len(name)] == name for n in range(len(name))}
    return " ".join(one for at, one in enumerate(said) if at not in whole) if whole else words


def _named(words: str, staff: Sequence[Colleague]) -> list[Colleague]:
    if not staff or not is_named(words, staff_names(one.name for one in staff)):
        return []
    if len(staff) == 1:
        return list(staff)
    half = len(staff) // 2
    return [*_named(words, staff[:half]), *_named(words, staff[half:])]


def check_retold(retold: str, *, words: str) -> None:
    """Raises Refused where a sentence repeats what the citizen wrote, or has a number in it: a day,
    an hour, a ticket may tell who it was."""
    if any(one.isdigit() for one in retold):
        raise Refused(Text("hear-numbers"))
    if not _runs(retold).isdisjoint(_runs(words)):
        raise Refused(Text("hear-quoted"))


def _runs(text: str) -> set[tuple[str, ...]]:
    found = folded(text).split()
    return {tuple(found[at : at + ALIKE]) for at in range(len(found) - ALIKE + 1)}
