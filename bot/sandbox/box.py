"""What both boxes are: a server that opens and closes, a clock, and books of bounded length."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import Any

from aiohttp import web

from bot.sandbox.calm import AT_LAST, Calm
from bot.sandbox.serving import opened, runner_of
from bot.sandbox.webhook import Webhook


def _unwatched(again_in: float | None) -> None:
    """Nobody has a page of phones open."""


class Box(ABC):
    """`clock` gives aware UTC datetimes. `keep` bounds the messages on a phone, the books and the
    files, for long runs. `on_changed` is told when a phone shows something else, and after how
    many seconds once more."""

    largest_body: int
    monotonic = staticmethod(monotonic)

    def __init__(
        self, *, clock: Callable[[], datetime], keep: int | None, webhook: Webhook, calm: Calm
    ) -> None:
        self.clock = clock
        self.keep = keep
        self.webhook = webhook
        self.calm = calm
        webhook.on_failure = calm.stir
        self.url = ""
        self.on_changed: Callable[[float | None], object] = _unwatched
        self._runner: web.ServerRunner | None = None

    @property
    def haste(self) -> float:
        """Factor on the waits between a webhook's retries; 0.01 is a hundred times faster."""
        return self.webhook.haste

    @haste.setter
    def haste(self, haste: float) -> None:
        self.webhook.haste = haste

    @abstractmethod
    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one call."""

    @abstractmethod
    def resume(self) -> None:
        """Call the webhook again, if one is set."""

    def wake(self) -> None:
        """End every call that waits for something to happen."""
        self.changed()

    async def start(self, host: str = "127.0.0.1", *, port: int = 0) -> None:
        """Listen; `url` says where. May be started again after `stop`, with all it remembers."""
        self._runner = runner_of(self.serve, largest=self.largest_body)
        self.url = await opened(self._runner, host, port=port)
        self.resume()

    async def stop(self) -> None:
        """Close every connection; what is not delivered waits for the next start."""
        await self.webhook.close()
        self.wake()
        await asyncio.sleep(0)
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def quiet(self, seconds: float = 0, *, timeout: float = AT_LAST) -> None:  # noqa: ASYNC109
        """Wait until nothing is undelivered and no call is open, and nothing was for `seconds`.

        Raises AssertionError after `timeout` seconds, saying what still moves.
        """
        await self.calm.quiet(seconds, within=timeout)

    def now(self) -> int:
        """The clock in whole seconds since 1970."""
        return int(self.clock().timestamp())

    def changed(self, *, again_in: float | None = None) -> None:
        """A phone shows something else now, and once more after `again_in` seconds."""
        self.on_changed(again_in)

    def trim(self, rows: list[Any]) -> None:
        """Drop the oldest rows of a book that has grown too long."""
        if self.keep is not None and len(rows) > 2 * self.keep:
            del rows[: -self.keep or None]
