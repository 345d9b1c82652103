"""Collects things for a moment and writes them in one commit; what fails is tried again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from models.store.engine.database import StoreAway

T = TypeVar("T")
_log = logging.getLogger("tilik.post")
BUFFER_SECONDS = 0.05
"""Seconds in which things are gathered, to be written in one commit."""
PAUSE = 0.5


class WriteBehind(Generic[T]):
    """Things to be written by `write`, all that have come since the last time together.

    `start` runs something in the background. What could not be written is tried again.
    """

    def __init__(
        self,
        write: Callable[[list[T]], Awaitable[None]],
        *,
        start: Callable[[Awaitable[None]], None],
    ) -> None:
        self._write = write
        self._start = start
        self._things: list[T] = []
        self._flush: asyncio.TimerHandle | None = None

    def add(self, thing: T) -> None:
        """Write this down soon."""
        self._things.append(thing)
        if self._flush is None:
            loop = asyncio.get_running_loop()
            self._flush = loop.call_later(BUFFER_SECONDS, lambda: self._start(self.write_down()))

    async def write_down(self) -> None:
        """Write what has been gathered, now."""
        if self._flush is not None:
            self._flush.cancel()
            self._flush = None
        things, self._things = self._things, []
        if not things:
            return
        try:
            await self._write(things)
        except Exception as wrong:
            if not isinstance(wrong, StoreAway):
                _log.error("what was done could not be written: %s", type(wrong).__name__)
            self._things += things
            await asyncio.sleep(PAUSE)
            self._start(self.write_down())
