"""Leaving service: what somebody had ends with their last day, and their chats are theirs alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from models.calendar import local
from models.letters import Letter, Text
from models.people import Address
from models.store import Store, is_loud
from models.store.chat import new_chats
from models.store.chat.addresses import address_of, change
from models.store.letters import letters
from models.store.letters.letters import morning_of
from models.store.oversight import retention
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import DAY, ended
from models.store.people.people import uninvite
from models.store.prompts.prompts import settle
from models.store.rules import settings
from models.store.rules.zones import is_over, zone_of
from models.store.schema import (
    addresses,
    duties,
    memberships,
    people,
    posts,
    stations,
    superiors,
)
from models.store.schema import letters as written

_OWN = (posts, superiors, stations, duties, memberships)


def leave_service(
    store: Store, person_id: int, *, last_day: date, now: datetime, stamp: Stamp | None = None
) -> None:
    """The person leaves: every link of theirs ends with that day (one of their unit's zone).

    Whoever has them as superior has none from then on. Codes are taken back. If the day is over,
    their chats are closed at once, else by `close_left` when it is. Said again of another day, the
    later word counts: what ended with the day said before goes on to the new one, but for duties
    and those who had them as superior, which may be somebody else's by now.
    """
    chats = _chats(store, person_id)
    zone = zone_of(store, person_id, now)
    _go_on(store, person_id)
    for table in _OWN:
        ended(store, table, table.c.person_id == person_id, last_day + DAY)
    ended(store, superiors, superiors.c.superior_id == person_id, last_day + DAY)
    _vacate(store, person_id, last_day)
    uninvite(store, person_id, now=now)
    here = people.c.id == person_id
    store.execute(update(people).where(here).values(left_on=last_day))
    stamped(store, stamp, "left", {person_id: {"last_day": str(last_day)}})
    if local(now, zone).date() > last_day:
        _close(store, person_id, chats, last_day=last_day, zone=zone, now=now)


def close_left(store: Store, now: datetime) -> None:
    """Close the chats of everybody whose last day is over by the clock of their unit."""
    query = (
        select(people.c.id, people.c.left_on)
        .join(addresses, addresses.c.person_id == people.c.id)
        .where(people.c.left_on.is_not(None))
        .order_by(people.c.id)
        .distinct()
    )
    for person, last_day in store.execute(query).all():
        if is_over(store, person, last_day, now):
            chats, zone = _chats(store, person), zone_of(store, person, now)
            _close(store, person, chats, last_day=last_day, zone=zone, now=now)


def farewell(last_day: date) -> Letter:
    """What a chat is told when its person has left."""
    return Letter((Text("left-service", {"day": last_day}),))


def _chats(store: Store, person_id: int) -> list[Address]:
    """The person's chats, locked as a turn does it: before anything of theirs is written."""
    here = select(addresses).where(addresses.c.person_id == person_id).order_by(addresses.c.id)
    return [address_of(row) for row in store.execute(here.with_for_update(key_share=True))]


def _vacate(store: Store, person_id: int, last_day: date) -> None:
    """Whoever acts in the person's place goes on with the team as it stands on that day."""
    before = select(people.c.left_on).where(people.c.id == person_id).scalar_subquery()
    known = posts.c.vacated_on.is_(None) | (posts.c.vacated_on == before)
    stays = posts.c.valid_to.is_(None) | (posts.c.valid_to > last_day)
    acting = update(posts).where(posts.c.acts_for == person_id, known, stays)
    store.execute(acting.values(vacated_on=last_day))


def _go_on(store: Store, person_id: int) -> None:
    """Own links that were to end with the last day said before have no end again."""
    here = select(people.c.left_on).where(people.c.id == person_id)
    before = store.execute(here).scalar()
    for table in (posts, superiors, stations) if before else ():
        until = (table.c.person_id == person_id) & (table.c.valid_to == before)
        store.execute(update(table).where(until).values(valid_to=None))


def _close(
    store: Store,
    person_id: int,
    chats: list[Address],
    *,
    last_day: date,
    zone: str,
    now: datetime,
) -> None:
    """The chats are nobody's from now on; each is told so, once, in the language spoken there.

    What was still to be said to the person is not said any more: it may be of others.
    """
    _call_off(store, [chat.id for chat in chats], now)
    new_chats.end(store, person_id, now)
    letter = replace(farewell(last_day), hushed=settings.is_quiet(store, now, zone))
    for chat in chats:
        retention.leave(store, chat)
        spoken = {"language": chat.language, "phone_language": chat.phone_language}
        change(store, chat.id, **spoken)
        wakes = letter.hushed and is_loud(store, chat.channel)
        morning = morning_of(store, person_id, now) if wakes else None
        old = replace(chat, person_id=None)
        letters.write(store, old, letter, now=now, carried=timedelta(), morning=morning)


def _call_off(store: Store, address_ids: list[int], now: datetime) -> None:
    """Take back what is not on its way yet; what a platform has taken has been said."""
    unsaid: Any = written.c.address_id.in_(address_ids) & written.c.state.in_(
        ("waiting", "held", "doubt")
    )
    gone = delete(written).where(unsaid).returning(written.c.prompt_id)
    prompts = [number for number in store.execute(gone).scalars() if number is not None]
    settle(store, prompts, "undone", now=now, why="left")
