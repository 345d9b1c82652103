"""Telegram's send limits: 30 a second in all, one a second per chat with a burst of five."""

from math import ceil

from bot.sandbox.bucket import Bucket
from bot.sandbox.telegram.refusal import too_many


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
    for bucket in buckets:
        if not bucket.has(now):
            seconds = ceil((1 - bucket.tokens) / bucket.rate)
            bucket.until = now + seconds
            raise too_many(seconds)
    for bucket in buckets:
        bucket.tokens -= 1
