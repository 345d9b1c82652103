"""What to do after trouble with a platform: wait, longer every time, then try a single letter."""

from __future__ import annotations

from datetime import datetime, timedelta

LONGEST = 60.0
"""Seconds."""


class Lull:
    """How long to wait, by the instants that are given. Trouble during a wait is the same one."""

    def __init__(self) -> None:
        self._times = 0
        self._until: datetime | None = None

    @property
    def wary(self) -> bool:
        """Whether the last that was tried met with trouble."""
        return self._times > 0

    def left(self, now: datetime) -> float:
        """Seconds for which nothing is to be tried."""
        if self._until is None:
            return 0.0
        return max((self._until - now).total_seconds(), 0.0)

    def trouble(self, now: datetime) -> float:
        """There was trouble; gives the seconds to wait."""
        if not self.left(now):
            self._times += 1
            seconds = min(2.0**self._times, LONGEST)
            self._until = now + timedelta(seconds=seconds)
        return self.left(now)

    def over(self) -> None:
        """The platform has answered."""
        self._times = 0
