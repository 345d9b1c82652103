"""Trouble on request: repeated and swapped updates, and calls that fail in Telegram's words."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.faults import Faults
from bot.sandbox.telegram.refusal import RefusalError, too_many

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


class TelegramFaults(Faults):
    """The dials of both boxes, and two more. `wake` ends a poll that waits.

    repeat_updates: chance that an update is given out twice, half of them under a second id.
    reorder: chance that an update overtakes the one before it, if that is of another queue.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._down = False
        self._wake: Callable[[], None] = lambda: None
        super().__init__()
        self._wake = wake

    @property
    def down(self) -> bool:
        return self._down

    @down.setter
    def down(self, down: bool) -> None:
        self._down = down
        self._wake()

    def clear(self) -> None:
        super().clear()
        self.repeat_updates = self.reorder = 0.0

    def fail(
        self,
        method: str,
        code: int,
        *,
        times: int = 1,
        retry_after: int = 1,
        description: str | None = None,
    ) -> None:
        """Refuse the next `times` calls of `method` ("*" for any) with `code`."""
        refusal = RefusalError(code, description or WORDS.get(code, WORDS[400]))
        if code == 429 and description is None:
            refusal = too_many(retry_after)
        self.plan(refusal, times=times, call=method)
