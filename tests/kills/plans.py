"""What one citizen is going to answer: thrown beforehand, so that a seed is a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from models.services import Counter

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Plan:
    """One citizen's way through the rating.

    `leaves_at` is the number of the question at which they walk away, or None. `words` is what
    they write in the end, different for everybody, or None. `typed` and `doubled` are chances,
    `pause` the seconds that they think at most. `visit`: the visit code that they were given.
    """

    counter: Counter
    dice: Random
    words: str | None
    leaves_at: int | None
    surveys: bool
    typed: float
    doubled: float
    pause: float = 0.03
    visit: str = ""

    def answer(self, choices: int) -> int:
        """Which of so many choices they take, from 0."""
        return self.dice.randrange(choices)


def thrown(seed: int, number: int, counters: Sequence[Counter]) -> Plan:
    """The plan of the citizen of this number."""
    dice = Random(f"{seed} {number}")
    writes = dice.random() < 0.5
    return Plan(
        counter=dice.choice(counters),
        dice=dice,
        words=f"Pesan warga bertanda {spelled(number)}" if writes else None,
        leaves_at=dice.choice((1, 2)) if dice.random() < 0.15 else None,
        surveys=dice.random() < 0.2,
        typed=0.1,
        doubled=0.15,
    )


def spelled(number: int) -> str:
    """A number in letters: Tilik hides long numbers in what people write."""
    return "".join(LETTERS[int(digit)] for digit in str(number)).rjust(6, "z")
