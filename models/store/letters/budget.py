"""The send budget: where several processes speak with one token, one row says when."""

from __future__ import annotations

from sqlalchemy import text

from models.store import Store

_ROW = """
INSERT INTO budget AS row (channel, next_at)
VALUES (:channel, clock_timestamp() + make_interval(secs => :further))
ON CONFLICT (channel) DO UPDATE
SET next_at = greatest(row.next_at, clock_timestamp()) + make_interval(secs => :further)
RETURNING extract(epoch FROM row.next_at - clock_timestamp()),
          set_config('synchronous_commit', 'off', true)
"""
_SILENCE = """
INSERT INTO budget AS row (channel, next_at)
VALUES (:channel, clock_timestamp() + make_interval(secs => :further))
ON CONFLICT (channel) DO UPDATE
SET next_at = greatest(row.next_at, clock_timestamp() + make_interval(secs => :further))
"""


def reserve(store: Store, channel: str, seconds: float) -> float:
    """Take the next `seconds` of a channel; gives how many seconds from now they begin.

    PostgreSQL only. The database's own clock counts, since the processes' may differ. What a
    crash of the database forgets of this (nothing waits for its disk) is a moment of silence.
    """
    ends = store.execute(text(_ROW), {"channel": channel, "further": seconds}).scalar_one()
    return max(float(ends) - seconds, 0.0)


def silence(store: Store, channel: str, seconds: float) -> None:
    """Nobody speaks on this channel for so long: every second that is taken from now on is later.

    Seconds taken before stay with whoever has them.
    """
    store.execute(text(_SILENCE), {"channel": channel, "further": seconds})
