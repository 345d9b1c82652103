"""Writes things down at once; what comes while one commit is under way goes into the next."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from models.store.engine.database import StoreAway

T = TypeVar("T")
_log = logging.getLogger("tilik.post")
PAUSE = 0.5
"""Seconds before what could not be written is tried again."""


class WriteBehind(Generic[T]):
    """Things to be written by `write`, all that have come since the last time together.

    One commit follows another, so nothing is kept before what came earlier: a process that dies
    leaves behind the newest, never something old whose successor is written down. `start` runs
    something in the background. What could not be written is tried again.
    """

    def __init__(
        self,
        write: Callable[[list[T]], Awaitable[None]],
        *,
        start: Callable[[Awaitable[None]], None],
    ) -> None:
        self._write = write
        self._start = start
        self._things: list[tuple[T, asyncio.Future[None]]] = []
        self._one_at_a_time = asyncio.Lock()

    def add(self, thing: T) -> asyncio.Future[None]:
        """Write this down in the next commit; the future is done once it is."""
        if not self._things:
            self._start(self.write_down())
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._things.append((thing, kept))
        return kept

    async def write_down(self) -> None:
        """Write what has been gathered, now."""
        async with self._one_at_a_time:
            things, self._things = self._things, []
            if not things:
                return
            try:
                await self._write([thing for thing, _ in things])
            except Exception as wrong:
                if not isinstance(wrong, StoreAway):
                    _log.error("what was done could not be written: %s", type(wrong).__name__)
                self._things = things + self._things
                await asyncio.sleep(PAUSE)
                self._start(self.write_down())
            except asyncio.CancelledError:
                self._things = things + self._things
                raise
            else:
                for _, kept in things:
                    if not kept.done():
                        kept.set_result(None)
