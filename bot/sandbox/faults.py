"""Trouble on request: repeated, late and swapped updates, failing calls, lost answers."""

from collections.abc import Callable
from random import Random

from bot.sandbox.refusal import RefusalError

WORDS = {
    400: "Bad Request: the box was told to fail",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request;"
    " make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class Faults:
    """The dials. Chances are 0..1, times in real seconds; `dice` decides, seeded with 0.

    repeat_updates: chance that an update is given out twice, half of them under a second id.
    reorder: chance that an update overtakes the one before it, if that is of another queue.
    delay: every update waits this long before it can be given out.
    slow: every answer waits this long, after the call was accepted.
    down: while true, every connection of the bot is closed at once and no webhook is called.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self.repeat_updates = 0.0
        self.reorder = 0.0
        self.delay = 0.0
        self.slow = 0.0
        self.dice = Random(0)  # noqa: S311  (a test's dice must be repeatable)
        self.failing: dict[str, list[RefusalError]] = {}
        self.dropping: dict[str, int] = {}
        self._down = False
        self._wake = wake

    @property
    def down(self) -> bool:
        return self._down

    @down.setter
    def down(self, down: bool) -> None:
        self._down = down
        self._wake()

    def fail(
        self,
        method: str,
        code: int,
        *,
        times: int = 1,
        retry_after: int | None = None,
        description: str | None = None,
    ) -> None:
        """Refuse the next `times` calls of `method` ("*" for any) with `code`."""
        if code == 429 and retry_after is None:
            retry_after = 1
        words = description or WORDS.get(code, "Bad Request: the box was told to fail")
        if code == 429 and description is None:
            words = f"Too Many Requests: retry after {retry_after}"
        refusals = [RefusalError(code, words, retry_after=retry_after) for _ in range(times)]
        self.failing.setdefault(method, []).extend(refusals)

    def drop_after_accept(self, method: str, *, times: int = 1) -> None:
        """Accept and show the next `times` calls of `method`, then close without an answer."""
        self.dropping[method] = self.dropping.get(method, 0) + times

    def strike(self, method: str) -> None:
        """Raise the next planned refusal of this method, if there is one."""
        for name in (method, "*"):
            planned = self.failing.get(name)
            if planned:
                refusal = planned.pop(0)
                if not planned:
                    del self.failing[name]
                raise refusal

    def swallows(self, method: str) -> bool:
        """Whether the answer to this accepted call is to be lost; counts it."""
        left = self.dropping.get(method, 0)
        if left == 1:
            del self.dropping[method]
        elif left:
            self.dropping[method] = left - 1
        return left > 0

    def hits(self, chance: float) -> bool:
        return chance > 0 and self.dice.random() < chance

    def clear(self) -> None:
        """Back to fair weather; the dice are not thrown back."""
        self.repeat_updates = self.reorder = self.delay = self.slow = 0.0
        self.failing.clear()
        self.dropping.clear()
        self.down = False
