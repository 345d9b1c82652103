"""Exponential backoff: how long to wait after each failure before the next attempt."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import TypeAlias

Waits: TypeAlias = tuple[float, ...]
"""Seconds after the first failure, after the second, and so on."""
KNOWN = 10_000
"""Keys that are remembered; where there are more, those are forgotten that wait no more, then the
oldest."""


def doubling(first: float, *, longest: float) -> Waits:
    """Twice as long each time, up to the longest."""
    return (first, *doubling(2 * first, longest=longest)) if first < longest else (longest,)


def wait_after(failures: int, waits: Waits) -> float:
    """Seconds to wait after so many failures, 1 or more; the last wait is for all that follow."""
    return waits[min(failures, len(waits)) - 1]


def due_after(failures: int, waits: Waits, now: datetime) -> datetime | None:
    """When to try again; None where there has been a failure after the last wait, too."""
    return now + timedelta(seconds=waits[failures - 1]) if failures <= len(waits) else None


class Backoff:
    """What is not to be tried, by key, and until when; `now` is in seconds, by any clock.

    Trouble during a wait is of something that was on its way when it began: it makes it no longer.
    """

    def __init__(self, waits: Waits) -> None:
        self._waits = waits
        self._kept: dict[Hashable, tuple[int, float]] = {}

    def trouble(self, now: float, key: Hashable = None) -> float:
        """There was trouble; gives the seconds to wait."""
        if not self.left(now, key):
            failures = self.failures(key) + 1
            self._kept.pop(key, None)
            self._kept[key] = failures, now + wait_after(failures, self._waits)
            if len(self._kept) > KNOWN:
                waiting = [(key, kept) for key, kept in self._kept.items() if kept[1] > now]
                self._kept = dict(waiting[-KNOWN:])
        return self.left(now, key)

    def left(self, now: float, key: Hashable = None) -> float:
        """Seconds for which nothing is to be tried."""
        left = self._kept.get(key, (0, 0.0))[1] - now
        return left if 0.0 < left <= self._waits[-1] else 0.0  # or the clock was set back

    def failures(self, key: Hashable = None) -> int:
        """Waits without a success since."""
        return self._kept.get(key, (0, 0.0))[0]

    def over(self, key: Hashable = None, *, now: float | None = None) -> None:
        """There was a success: the next wait is short again, and one that has begun goes on.

        With `now`, a success during a wait is none: it was on its way when the wait began.
        """
        if key in self._kept and not (now is not None and self.left(now, key)):
            self._kept[key] = 0, self._kept[key][1]
