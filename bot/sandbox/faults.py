"""Trouble on request, as both boxes make it: failing calls, lost answers, no network."""

from __future__ import annotations

from collections import Counter
from random import Random

ANY = "*"


class Faults:
    """The dials. Chances are 0..1, times in real seconds; `dice` decides, seeded with 0.

    delay: everything waits this long before it is delivered.
    slow: every answer waits this long, after the call was accepted.
    down: while true, every connection of the bot is closed at once and no webhook is called.
    """

    delay: float
    slow: float
    down: bool

    def __init__(self) -> None:
        self.dice = Random(0)  # noqa: S311  (a test's dice must be repeatable)
        self.failing: dict[str, list[Exception]] = {}
        self.dropping: Counter[str] = Counter()
        self.clear()

    def clear(self) -> None:
        """Back to fair weather; the dice are not thrown back."""
        self.delay = self.slow = 0.0
        self.down = False
        self.failing.clear()
        self.dropping.clear()

    def plan(self, refusal: Exception, *, times: int, call: str = ANY) -> None:
        """Refuse the next `times` calls of this name so."""
        self.failing.setdefault(call, []).extend([refusal] * times)

    def drop_after_accept(self, call: str = ANY, *, times: int = 1) -> None:
        """Accept and show the next `times` calls of this name, then close without an answer."""
        self.dropping[call] += times

    def strike(self, call: str = ANY) -> None:
        """Raise the next planned refusal of this call, if there is one."""
        for name in (call, ANY):
            if planned := self.failing.get(name):
                raise planned.pop(0)

    def swallows(self, call: str = ANY) -> bool:
        """Whether the answer to this accepted call is to be lost; counts it."""
        lost = self.dropping[call] > 0
        self.dropping[call] -= lost
        return lost

    def hits(self, chance: float) -> bool:
        """Whether what has this chance happens now."""
        return chance > 0 and self.dice.random() < chance
