"""Where people stop: which questions a form has asked, and from which its person went on.

It is kept beside the form and tells of no answer. When the form ends, it is counted, and goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

LEAST = 5
"""Of fewer people no number is told."""


@dataclass(frozen=True)
class Asks:
    """The questions that a form has shown, the open one last, and whether its person went on from
    each; the unit at whose counter they stand (None: nobody's, so of the office as a whole)."""

    unit_id: int | None = None
    went_on: Mapping[str, bool] = field(default_factory=dict)

    def shown(self, question: str, answered: Iterable[str]) -> Asks:
        """With this question open, and these answered: of what was never shown (since words that
        came before it were its answer) nobody was asked."""
        done = set(answered)
        marks = {one: went_on or one in done for one, went_on in self.went_on.items()}
        marks.pop(question, None)
        return Asks(self.unit_id, {**marks, question: False})

    def ended(self) -> Asks:
        """With the open question answered too, by which the form came to its end."""
        open_one = [*self.went_on][-1:]
        return Asks(self.unit_id, {**self.went_on, **dict.fromkeys(open_one, True)})


@dataclass(frozen=True)
class QuestionCount:
    """How many were asked a question of a conversation, and how many went on from it."""

    conversation: str
    question: str
    asked: int
    went_on: int

    @property
    def left(self) -> int:
        """How many stopped there."""
        return self.asked - self.went_on

    @property
    def weight(self) -> float:
        """How bad it is: the share that stopped, times how many they are."""
        return self.left**2 / self.asked if self.asked else 0.0


def read(asks: str | None) -> Asks:
    """What `written` wrote down; nothing where nothing was kept yet."""
    unit_id, marks = json.loads(asks) if asks else (None, {})
    return Asks(unit_id, {one: bool(mark) for one, mark in marks.items()})


def written(asks: Asks) -> str:
    """How it is kept beside the form."""
    marks = {one: int(went_on) for one, went_on in asks.went_on.items()}
    return json.dumps([asks.unit_id, marks], separators=(",", ":"))


def told(days: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """How many were asked and went on in these days, as far as it is told: what came since the last
    told day waits until it is of enough people, so that no two looks differ by fewer."""
    shown = waits = (0, 0)
    for day in days:
        waits = (waits[0] + day[0], waits[1] + day[1])
        if waits[0] >= LEAST:
            shown, waits = (shown[0] + waits[0], shown[1] + waits[1]), (0, 0)
    return shown
