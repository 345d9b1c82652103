"""What did not get through, for the office to look at: letters that are held, prompts undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from models.store import Store
from models.store.schema import addresses, letters, people, prompts


@dataclass(frozen=True)
class Held:
    """A letter that waits: for whom (nobody's name where a citizen has none), since when, why.

    `why` is `letters.CLOSED`, or the platform's own word for the failure.
    """

    person_id: int | None
    name: str | None
    since: datetime
    why: str


@dataclass(frozen=True)
class Undone:
    """A prompt that certainly did not arrive and never will, and why, in the platform's word."""

    person_id: int
    name: str
    campaign: str
    kind: str
    day: date
    why: str


def letters_held(store: Store, channel: str) -> list[Held]:
    """The letters that are held on a channel, the longest first."""
    query = (
        select(addresses.c.person_id, people.c.name, letters.c.written_at, letters.c.why)
        .join(addresses, addresses.c.id == letters.c.address_id)
        .outerjoin(people, people.c.id == addresses.c.person_id)
        .where(addresses.c.channel == channel, letters.c.state == "held")
        .order_by(letters.c.written_at, letters.c.id)
    )
    return [Held(*row) for row in store.execute(query)]


def prompts_undone(store: Store, *, since: datetime) -> list[Undone]:
    """The prompts that ended so, with a reason, after `since`, in the order of planning."""
    query = (
        select(
            prompts.c.person_id,
            people.c.name,
            prompts.c.campaign,
            prompts.c.kind,
            prompts.c.day,
            prompts.c.why,
        )
        .join(people, people.c.id == prompts.c.person_id)
        .where(
            prompts.c.state == "undone",
            prompts.c.why.is_not(None),
            prompts.c.settled_at > since,
        )
        .order_by(prompts.c.id)
    )
    return [Undone(*row) for row in store.execute(query)]
