"""A token bucket: so many a second, and so many at once."""

from __future__ import annotations


class Bucket:
    """Times are monotonic seconds; `until` is the end of a wait in which nothing is accepted."""

    __slots__ = ("at", "burst", "rate", "tokens", "until")

    def __init__(self, rate: float, burst: float) -> None:
        self.rate = rate
        self.burst = burst
        self.tokens = burst
        self.at = 0.0
        self.until = 0.0

    def has(self, now: float) -> bool:
        """Whether there is a token at this moment."""
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return self.tokens >= 1
