"""An event loop on virtual time, which runs what is ready in an order that a seed decides."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from contextvars import ContextVar
from random import Random
from typing import Any

LIFE: ContextVar[Life | None] = ContextVar("LIFE", default=None)
"""Whose work this is: a process of Tilik's, or None for the world around it."""


class Life:
    """One process of Tilik's: what it has begun goes on only while it lives."""

    lives = True


class Deadlock(Exception):
    """Nothing is ready and nothing is scheduled, and the world has not come to its end."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time is a number that jumps to the next timer. What a dead life had begun is never run."""

    def __init__(self, dice: Random) -> None:
        self._now = 0.0
        self._dice = dice
        super().__init__()

    def time(self) -> float:
        """Seconds since the world began."""
        return self._now

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:
        """What the product does in a thread is done at once."""
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as wrong:
            done.set_exception(wrong)
        return done

    def _run_once(self) -> None:
        ready: Any = self._ready  # type: ignore[attr-defined]
        timers: Any = self._scheduled  # type: ignore[attr-defined]
        while timers and not (ready and timers[0].when() > self._now):
            timer = heapq.heappop(timers)
            timer._scheduled = False
            if _lives(timer):
                self._now = max(self._now, timer.when())
                ready.append(timer)
        if not ready:
            raise Deadlock
        ready.rotate(-self._dice.randrange(len(ready)))
        chosen = ready.popleft()
        if _lives(chosen):
            chosen._run()


def _lives(handle: Any) -> bool:
    life = handle._context.get(LIFE)
    return not handle._cancelled and (life is None or life.lives)
