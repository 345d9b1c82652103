"""Trouble on request: repeated batches, statuses out of order, failing and lost sends."""

from __future__ import annotations

from random import Random
from typing import Literal

from bot.sandbox.whatsapp.refusal import GraphError

When = Literal["now", "later", "both"]


class Faults:
    """The dials. Chances are 0..1, times in real seconds; `dice` decides, seeded with 0.

    repeat_batches: chance that a batch that was taken is delivered a second time.
    shuffle_statuses: statuses come late and in any order.
    mute_statuses: no statuses come.
    delay: everything waits this long before it is delivered.
    slow: every answer waits this long, after the call was accepted.
    down: while true, every connection of the bot is closed at once and no webhook is called.
    window: how a closed window answers: an error "now", a `failed` status "later", or "both".
    unknown: how a recipient that WhatsApp does not know answers, likewise.
    foreign_media: a base URL on another host, on which media seem to lie.
    """

    def __init__(self) -> None:
        self.dice = Random(0)  # noqa: S311  (a test's dice must be repeatable)
        self.failing: list[GraphError] = []
        self.failing_later: list[GraphError] = []
        self.clear()

    def clear(self) -> None:
        """Back to fair weather; the dice are not thrown back."""
        self.repeat_batches = self.delay = self.slow = 0.0
        self.shuffle_statuses = self.mute_statuses = self.down = False
        self.window: When = "now"
        self.unknown: When = "now"
        self.foreign_media = ""
        self.failing.clear()
        self.failing_later.clear()
        self.dropping = 0

    def fail(
        self, code: int, *, times: int = 1, http: int = 400, details: str = "The box was told to."
    ) -> None:
        """Refuse the next `times` sends with this code of Meta's."""
        self.failing += [GraphError(code, details, http=http) for _ in range(times)]

    def fail_later(
        self, code: int, *, times: int = 1, details: str = "The box was told to."
    ) -> None:
        """Accept the next `times` sends, show them to nobody, and report them failed."""
        self.failing_later += [GraphError(code, details) for _ in range(times)]

    def drop_after_accept(self, *, times: int = 1) -> None:
        """Accept and show the next `times` sends, then close without an answer."""
        self.dropping += times

    def strike(self) -> None:
        """Raise the next planned refusal, if there is one."""
        if self.failing:
            raise self.failing.pop(0)

    def swallows(self) -> bool:
        """Whether the answer to this accepted send is to be lost; counts it."""
        lost = self.dropping > 0
        self.dropping -= lost
        return lost

    def hits(self, chance: float) -> bool:
        return chance > 0 and self.dice.random() < chance
