"""The chats of one person, on several channels perhaps, and where Tilik speaks first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update

from models.people import Address
from models.store import Store
from models.store.chat.addresses import address_of, change, of_person
from models.store.engine.prepared import Prepared
from models.store.letters.letters import morning_of
from models.store.prompts.prompts import settle
from models.store.rules import settings
from models.store.rules.zones import zones_of
from models.store.schema import addresses, letters, people

OF_ACCOUNT = timedelta(hours=25)
"""Longer than any window stays open, and than whoever was spoken to first is counted."""


def first_of(chats: Iterable[Address]) -> Address | None:
    """Of a person's chats in the order of `addresses.of_person`: where Tilik speaks first."""
    return next((one for one in chats if one.speaks_first), None)


def joined(store: Store) -> set[int]:
    """Everybody who has joined, on whichever channel, in a chat that is known to be theirs."""
    known = (addresses.c.person_id.is_not(None), addresses.c.trust == "full")
    query = select(addresses.c.person_id).where(*known)
    return set(store.execute(query).scalars())


def chosen(store: Store, person_id: int) -> str | None:
    """The channel that the person chose to be spoken to on, if they ever did."""
    return store.execute(select(people.c.channel).where(people.c.id == person_id)).scalar()


def choose(store: Store, chat: Address) -> None:
    """Speak first to the chat's person there from now on."""
    change(store, chat.id, speaks_first=True)
    here = people.c.id == chat.person_id
    store.execute(update(people).where(here).values(channel=chat.channel))


def leave_in_peace(store: Store, chat: Address, now: datetime) -> Address | None:
    """Speak first no longer there; gives where else, None for nowhere.

    A prompt that is still to go out goes there, or nowhere at all.
    """
    change(store, chat.id, speaks_first=False)
    found = [] if chat.person_id is None else of_person(store, chat.person_id)
    other = first_of(found)
    waiting = (
        (letters.c.address_id == chat.id)
        & letters.c.prompt_id.is_not(None)
        & letters.c.state.in_(("waiting", "held"))
    )
    if other is not None:
        there = {"address_id": other.id, "state": "waiting", "why": None}
        store.execute(update(letters).where(waiting).values(**there))
    else:
        called_off = store.execute(select(letters.c.prompt_id).where(waiting)).scalars().all()
        settle(store, called_off, "undone", now=now, why="stopped")
    return other


def settle_in(store: Store, chat: Address) -> None:
    """Speak first here too. Who never chose among several chats is spoken to in this one."""
    number = chat.person_id or 0
    change(store, chat.id, speaks_first=True)
    if len(of_person(store, number, everywhere=True)) > 1 and chosen(store, number) is None:
        choose(store, chat)


def moved(
    store: Store, person_id: int, *, to: Address, now: datetime, everywhere: bool = False
) -> list[Address]:
    """Untie the person from every other chat of the same channel: a new phone takes over;
    `everywhere`, from those of other channels too. One that waits to be trusted stays.

    Gives the chats they have left, which belong to nobody from now on. What was held there for the
    person, and a prompt that is still to go out, comes here: whoever writes from the old phone next
    may be somebody else.
    """
    old = (
        (addresses.c.person_id == person_id)
        & (addresses.c.id != to.id)
        & (addresses.c.trust == "full")
    )
    if not everywhere:
        old &= addresses.c.channel == to.channel
    found = [address_of(row) for row in store.execute(select(addresses).where(old))]
    store.execute(update(addresses).where(old).values(person_id=None))
    there = letters.c.address_id.in_([one.id for one in found])
    held = there & (letters.c.state == "held")
    here = {"address_id": to.id, "state": "waiting", "due_at": now, "why": None}
    store.execute(update(letters).where(held).values(**here))
    prompted = there & letters.c.prompt_id.is_not(None) & (letters.c.state == "waiting")
    store.execute(update(letters).where(prompted).values(address_id=to.id))
    return found


def sleeps_until(store: Store, channel: str, sender: str, now: datetime) -> datetime | None:
    """The morning of whoever is there, if it is night there; None by day, and for citizens."""
    here = (addresses.c.channel == channel) & (addresses.c.sender == sender)
    person = store.execute(select(addresses.c.person_id).where(here)).scalar()
    zone = next(iter(zones_of(store, person, now)), None) if person is not None else None
    if person is None or zone is None or not settings.is_quiet(store, now, zone):
        return None
    return morning_of(store, person, now)


def forget(store: Store, now: datetime) -> None:
    """When citizens wrote and were spoken to last, once no window hangs on it any more."""
    for old in _OLD:
        old.run(store, {"before": now - OF_ACCOUNT})


_OLD = tuple(
    Prepared(
        update(addresses)
        .where(addresses.c.person_id.is_(None), last < bindparam("before"))
        .values({last: None})
    )
    for last in (addresses.c.heard_at, addresses.c.knocked_at)
)
