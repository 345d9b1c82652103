"""WhatsApp's send limits: 80 a second in all, one per six seconds to one person (burst of 45)."""

from __future__ import annotations

from bot.sandbox.bucket import Bucket
from bot.sandbox.whatsapp.refusal import GraphError

OVERALL, PAIR = 130429, 131056


def overall() -> Bucket:
    return Bucket(80, 80)


def per_person() -> Bucket:
    return Bucket(1 / 6, 45)


def take(now: float, everybody: Bucket, person: Bucket | None) -> None:
    """Take one token from each bucket, or from none; raises the refusal of the empty one."""
    if not everybody.has(now):
        raise GraphError(OVERALL, "Cloud API message throughput has been reached.", http=429)
    if person is not None and not person.has(now):
        raise GraphError(
            PAIR, "Too many messages were sent to this recipient in a short period of time."
        )
    everybody.tokens -= 1
    if person is not None:
        person.tokens -= 1
