"""Who takes one of the day's places when Tilik speaks first to them, where a platform counts them.

A place is taken on a channel with an allowance, outside the window that people open by writing,
and by each person once in twenty-four hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from models.people import Address, is_answered_freely
from models.store import Store
from models.store.chat.addresses import OPEN
from models.store.prompts.daily_limit import A_DAY
from models.store.prompts.daily_limit import admitted as let_in
from models.store.schema import addresses, allowances, people


@dataclass(frozen=True)
class DailyPlace:
    """Somebody who is spoken to first on a channel with an allowance: what was when, there."""

    channel: str
    heard_at: datetime | None
    knocked_at: datetime | None

    def is_outside(self, at: datetime) -> bool:
        """Whether the window that the person opens by writing is closed at that time."""
        return not is_answered_freely(self.heard_at, at)

    def is_taken(self, at: datetime) -> bool:
        """Whether a prompt at that time takes a place that the person does not have yet."""
        lately = self.knocked_at is not None and self.knocked_at > at - A_DAY
        return self.is_outside(at) and not lately


def limits(store: Store) -> dict[str, int]:
    """How many people a day, by channel, where a platform sets a limit."""
    query = select(allowances.c.channel, allowances.c.most).where(allowances.c.most.is_not(None))
    return {row.channel: row.most for row in store.execute(query)}


def places(store: Store) -> dict[int, DailyPlace]:
    """Everybody whom Tilik speaks to first on a channel with a limit."""
    limited = limits(store)
    if not limited:
        return {}
    query = (
        select(
            addresses.c.person_id,
            addresses.c.channel,
            addresses.c.heard_at,
            addresses.c.knocked_at,
        )
        .join(people, people.c.id == addresses.c.person_id)
        .where(*OPEN)
        .order_by(
            (addresses.c.channel == func.coalesce(people.c.channel, "")),
            addresses.c.id,
        )
    )
    first = {row.person_id: DailyPlace(*row[1:]) for row in store.execute(query)}
    return {person: place for person, place in first.items() if place.channel in limited}


def contacts(store: Store, channel: str, now: datetime) -> list[datetime]:
    """When each of those who count now was spoken to, the earliest first."""
    lately = (addresses.c.channel == channel) & (addresses.c.knocked_at > now - A_DAY)
    query = select(addresses.c.knocked_at).where(lately).order_by(addresses.c.knocked_at)
    return list(store.execute(query).scalars())


def admitted(store: Store, address: Address, *, limited: Mapping[str, int], now: datetime) -> bool:
    """Whether a prompt may be written to the address now; it takes its place, if it needs one."""
    if address.channel not in limited:
        return True
    if not DailyPlace(address.channel, address.heard_at, None).is_outside(now):
        return True
    return let_in(store, address.channel, address.sender, now=now)
