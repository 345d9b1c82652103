"""Silences that the platform asks for: each longer than the last, until something is said again."""

from __future__ import annotations

from collections.abc import Hashable

KNOWN = 10_000


class Silences:
    """Whom Tilik is silent to, and until when: `first` seconds, then twice as long each time.

    What is refused within a silence was on its way when it began, and makes it no longer.
    """

    def __init__(self, first: float, *, longest: float) -> None:
        self._first = first
        self._longest = longest
        self._kept: dict[Hashable, tuple[float, float]] = {}

    def asked(self, whom: Hashable, now: float) -> float:
        """Be silent; gives for how many seconds."""
        if not self.left(whom, now):
            last, _ = self._kept.get(whom, (0.0, 0.0))
            wait = min(2 * last or self._first, self._longest)
            self._kept[whom] = (wait, now + wait)
            if len(self._kept) > KNOWN:
                self._kept = {key: kept for key, kept in self._kept.items() if kept[1] > now}
        return self.left(whom, now)

    def left(self, whom: Hashable, now: float) -> float:
        """Seconds that the silence still lasts; 0 where there is none."""
        return max(self._kept.get(whom, (0.0, 0.0))[1] - now, 0.0)

    def over(self, whom: Hashable, now: float) -> None:
        """Something was said after a silence: the next one is short again."""
        if whom in self._kept and not self.left(whom, now):
            del self._kept[whom]
