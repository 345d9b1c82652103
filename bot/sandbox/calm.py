"""When a box is calm: all that was said is taken, and no call is open. An event, and no guess."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

AT_LAST = 300.0
"""Seconds after which nobody waits any more: something hangs, however busy the machine is."""


class Calm:
    """What still moves in a box. `waiting` counts the `things` not delivered, `why` says why."""

    def __init__(
        self, things: str, waiting: Callable[[], int], *, why: Callable[[], str] = str
    ) -> None:
        self._things = things
        self._waiting = waiting
        self._why = why
        self._watchers: set[asyncio.Future[None]] = set()
        self.calls = 0
        self.stirred = monotonic()

    @property
    def reached(self) -> bool:
        """Whether nothing moves now."""
        return not self.calls and not self._waiting()

    def stir(self) -> float:
        """Something has just happened; gives the time, for the books."""
        self.stirred = monotonic()
        for watcher in self._watchers:
            if not watcher.done():
                watcher.set_result(None)
        return self.stirred

    @contextmanager
    def call(self) -> Iterator[None]:
        """A call of the bot's is open meanwhile."""
        self.calls += 1
        self.stir()
        try:
            yield
        finally:
            self.calls -= 1
            self.stir()

    async def until(self, so: Callable[[], bool], *, within: float = AT_LAST) -> None:
        """Wait until this is so: it is asked whenever something has happened.

        Raises TimeoutError after `within` seconds.
        """
        async with asyncio.timeout(within):
            while not so():
                await self._stirred(within=None)

    async def quiet(self, seconds: float, *, within: float) -> None:
        """Wait until nothing moves, and nothing has for so many seconds.

        Raises AssertionError after `within` seconds, saying what still moves.
        """
        try:
            async with asyncio.timeout(within):
                while (left := self._left(seconds)) is None or left > 0:
                    await self._stirred(within=left)
        except TimeoutError:
            raise AssertionError(
                f"Not quiet after {within} s: {self._waiting()} {self._things} wait"
                f" ({self._why() or 'no error'}), {self.calls} calls are open."
            ) from None

    def _left(self, seconds: float) -> float | None:
        """How long it must still be calm; None while something moves."""
        return self.stirred + seconds - monotonic() if self.reached else None

    async def _stirred(self, *, within: float | None) -> None:
        watcher = asyncio.get_running_loop().create_future()
        self._watchers.add(watcher)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(watcher, within)
        finally:
            self._watchers.discard(watcher)
