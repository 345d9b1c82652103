"""Where people stop: which questions a form has asked, and from which its person went on.

It is kept beside the form and tells of no answer. When the form ends, it is counted, and goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

WENT_ON = "+"
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
        marks = dict(self.went_on)
        for one in answered:
            if one in marks:
                marks[one] = True
        marks.pop(question, None)
        marks[question] = False
        return Asks(self.unit_id, marks)

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


def read(asks: str | None, *, unit_id: int | None = None) -> Asks:
    """What `written` wrote down, by now at this unit; nothing where nothing was kept yet."""
    if asks is None:
        return Asks(unit_id)
    at, *marks = asks.split(" ")
    went_on = {one.removesuffix(WENT_ON): one.endswith(WENT_ON) for one in marks}
    return Asks(unit_id or int(at) or None, went_on)


def written(asks: Asks) -> str:
    """How it is kept beside the form: `7 rate-overall+ rate-reason`, 0 for no unit."""
    marks = [one + WENT_ON if went_on else one for one, went_on in asks.went_on.items()]
    return " ".join((str(asks.unit_id or 0), *marks))


def told(days: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """How many were asked and went on in these days, as far as it is told: what came since the last
    told day waits until it is of enough people, so that no two looks differ by fewer."""
    shown = waits = (0, 0)
    for day in days:
        waits = (waits[0] + day[0], waits[1] + day[1])
        if waits[0] >= LEAST:
            shown, waits = (shown[0] + waits[0], shown[1] + waits[1]), (0, 0)
    return shown
