"""Retention: what has been kept long enough goes. Every function may run late, twice or in several
processes at once.

A citizen is known by the chat alone, and for no longer than it is needed: the row of a chat that
belongs to nobody goes the day after, once nothing is open there.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, cast, delete, exists, literal, or_, select, update

from models.people import Address
from models.retention import Kept, days_kept
from models.store import Store
from models.store.chat import chats, consents, identities
from models.store.chat.addresses import address_of
from models.store.people import people as codes
from models.store.rules import settings
from models.store.schema import (
    LONG_AGO,
    addresses,
    dialogues,
    files,
    inbox,
    invitations,
    letters,
    people,
    raters,
    ratings,
    requests,
)

TOGETHER = 5000
"""So many rows go at once: a turn waits no longer than that for its own."""
NOBODY = "gone-"
"""Before the number of a row that stays only because a log entry's file came from there."""


def forget(store: Store, now: datetime) -> None:
    """Enforce every period: the office's, where it has set one."""
    values = settings.values_on(store, now.date())

    def day(name: Kept) -> date:
        return now.date() - timedelta(days=days_kept(values, name))

    def moment(name: Kept) -> datetime:
        return now - timedelta(days=days_kept(values, name))

    old_words = (ratings.c.day < day("words")) & ratings.c.reason.is_not(None)
    store.execute(update(ratings).where(old_words).values(reason=None))
    # A file that is here was due last when it was fetched; the index knows nothing of `given_at`.
    old_files = (files.c.state == "here") & (files.c.due_at < moment("evidence"))
    store.execute(update(files).where(old_files).values(state="lost", content=None, name=None))
    store.execute(delete(requests).where(requests.c.settled_at < moment("requests")))
    store.execute(delete(invitations).where(invitations.c.expires_at < moment("codes")))
    identities.forget(store, now.date())


def forget_citizens(store: Store, now: datetime, *, most: int = TOGETHER) -> int:
    """Let the chats go that belong to nobody and in which nothing is open; gives how many.

    They are locked first and looked at again then: a turn that is running there may have opened
    something since, and on PostgreSQL only a new statement sees that.
    """
    idle = _idle(now)
    found = select(addresses.c.id).where(*idle).limit(most)
    locked = store.execute(found.with_for_update(skip_locked=True, of=addresses)).scalars().all()
    if not locked:
        return 0
    here = (addresses.c.id.in_(locked), *idle)
    gone = store.execute(delete(addresses).where(*here, ~_sent_files()))
    nobody = {"sender": literal(NOBODY) + cast(addresses.c.id, String)}
    blank = {"language": None, "phone_language": None, "heard_at": None}
    store.execute(update(addresses).where(*here).values(**nobody, **blank))
    return gone.rowcount


def leave(store: Store, chat: Address) -> None:
    """This chat is nobody's from now on: its row goes as soon as nothing is open there.

    What is written to its person but not sent goes with it; what is being sent is let go.
    """
    row = {"person_id": None, "language": None, "phone_language": None, "met_on": LONG_AGO}
    store.execute(update(addresses).where(addresses.c.id == chat.id).values(**row))
    store.execute(delete(dialogues).where(dialogues.c.address_id == chat.id))
    held = (letters.c.address_id == chat.id) & (letters.c.state == "held")
    store.execute(delete(letters).where(held, letters.c.prompt_id.is_(None)))
    unseen = (files.c.address_id == chat.id) & files.c.used.is_(False)
    store.execute(delete(files).where(unseen))
    set_aside = (inbox.c.channel == chat.channel) & (inbox.c.sender == chat.sender)
    blank = {"raw": None, "sender": None, "twin": None}
    store.execute(update(inbox).where(set_aside, inbox.c.state != "open").values(**blank))


def leave_everywhere(store: Store, person_id: int, now: datetime) -> None:
    """Untie every chat of the person, where Tilik speaks first no longer; what they chose for all
    of them goes too, and the joining codes that they have not used."""
    query = select(addresses).where(addresses.c.person_id == person_id).order_by(addresses.c.id)
    for chat in [address_of(row) for row in store.execute(query)]:
        chats.leave_in_peace(store, chat, now)
        consents.give(store, chat, "speak-first", now=now, agreed=False)
        leave(store, chat)
    store.execute(update(people).where(people.c.id == person_id).values(channel=None))
    codes.uninvite(store, person_id)


def untie(store: Store, tokens: list[str], now: datetime) -> None:
    """Cut the tie between these tokens of today and what was rated under them.

    That they have rated stays known until the day is over, as hashes that lead to nobody: else a
    chat that is erased after each rating could rate without end.
    """
    cut = {"rating_id": None, "changeable_until": now}
    for first in range(0, len(tokens), 500):
        here = raters.c.token.in_(tokens[first : first + 500])
        store.execute(update(raters).where(here, raters.c.rating_id.is_not(None)).values(**cut))


def _idle(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Of an address: nobody's, met on an earlier day, with nothing open or to be remembered."""
    open_there = exists().where(
        inbox.c.channel == addresses.c.channel,
        inbox.c.sender == addresses.c.sender,
        inbox.c.state == "open",
    )
    return (
        addresses.c.person_id.is_(None),
        addresses.c.met_on < now.date(),
        addresses.c.knocked_at.is_(None),
        or_(addresses.c.locked_until.is_(None), addresses.c.locked_until <= now),
        ~exists().where(dialogues.c.address_id == addresses.c.id),
        ~exists().where(letters.c.address_id == addresses.c.id),
        ~open_there,
        or_(addresses.c.sender.not_like(f"{NOBODY}%"), ~_sent_files()),
    )


def _sent_files() -> Any:
    return exists().where(files.c.address_id == addresses.c.id)
