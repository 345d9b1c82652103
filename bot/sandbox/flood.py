"""Telegram's send limits: 30 a second in all, one a second per chat with a burst of five."""

from math import ceil

from bot.sandbox.refusal import too_many


class Bucket:
    """A token bucket; `until` (monotonic seconds) is the end of a flood wait."""

    __slots__ = ("at", "burst", "rate", "tokens", "until")

    def __init__(self, rate: float, burst: float) -> None:
        self.rate = rate
        self.burst = burst
        self.tokens = burst
        self.at = 0.0
        self.until = 0.0


def overall() -> Bucket:
    return Bucket(30, 30)


def per_chat() -> Bucket:
    return Bucket(1, 5)


def take(now: float, *buckets: Bucket) -> None:
    """Take one token from each bucket, or from none.

    `now` is in monotonic seconds. Raises the 429 refusal; during its wait every call is refused.
    """
    for bucket in buckets:
        if now < bucket.until:
            raise too_many(ceil(bucket.until - now))
        bucket.tokens = min(bucket.burst, bucket.tokens + (now - bucket.at) * bucket.rate)
        bucket.at = now
    for bucket in buckets:
        if bucket.tokens < 1:
            seconds = ceil((1 - bucket.tokens) / bucket.rate)
            bucket.until = now + seconds
            raise too_many(seconds)
    for bucket in buckets:
        bucket.tokens -= 1
