"""Letters that may not go now, and what did not get through, for the office to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update

from models.store import Store
from models.store.chat.addresses import lock
from models.store.complaints.unsent import sealed_again
from models.store.letters.letters import NIGHT, PAUSE, Envelope, bound_held
from models.store.schema import addresses, letters, people, prompts

CLOSED = "window"
"""Why a letter is held that waits for the person to write."""
PASSING = (NIGHT, PAUSE)
"""Why a letter is held for a while only."""


@dataclass(frozen=True)
class HeldLetter:
    """A letter that waits: for whom (nobody's name where a citizen has none), since when, why.

    `why` is `CLOSED`, or the platform's own word for the failure.
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


def hold_back(store: Store, envelope: Envelope, *, now: datetime) -> None:
    """The window is closed and nothing may open it: the letter waits until the person writes.

    Whoever has written since the envelope was taken up has opened it: then it may go now. The
    attempt is counted: what is still told of it is of no account any more.
    """
    here = (letters.c.id == envelope.id) & (letters.c.attempts == envelope.attempts)
    heard_at = lock(store, envelope.address_id)
    opened = heard_at is not None and heard_at != envelope.heard_at
    if sealed_again(store, envelope.id, due_at=now if opened else None):
        return
    values = {"state": "waiting", "due_at": now} if opened else {"state": "held", "why": CLOSED}
    tries = envelope.attempts + 1
    store.execute(update(letters).where(here).values(attempts=tries, **values))
    bound_held(store, envelope.address_id)


def let_go(store: Store, channel: str, *, now: datetime, why: str) -> int:
    """What was held for this reason may be tried once more; gives how many letters."""
    there = select(addresses.c.id).where(addresses.c.channel == channel)
    here = (letters.c.state == "held") & (letters.c.why == why)
    tried = update(letters).where(here, letters.c.address_id.in_(there))
    return store.execute(tried.values(state="waiting", due_at=now, why=None)).rowcount


def wake(store: Store, now: datetime) -> None:
    """The while is over for which these letters were held, it is morning, say: they may go."""
    reply = letters.c.prompt_id.is_(None)
    over = (letters.c.state == "held") & letters.c.why.in_(PASSING) & (letters.c.due_at <= now)
    store.execute(update(letters).where(reply, over).values(state="waiting", why=None))


def letters_held(store: Store, channel: str) -> list[HeldLetter]:
    """The letters that are held on a channel, the longest first; none that goes by itself."""
    query = (
        select(addresses.c.person_id, people.c.name, letters.c.written_at, letters.c.why)
        .join(addresses, addresses.c.id == letters.c.address_id)
        .outerjoin(people, people.c.id == addresses.c.person_id)
        .where(
            addresses.c.channel == channel,
            letters.c.state == "held",
            letters.c.why.not_in(PASSING),
        )
        .order_by(letters.c.written_at, letters.c.id)
    )
    return [HeldLetter(*row) for row in store.execute(query)]


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
