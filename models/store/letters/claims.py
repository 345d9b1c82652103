"""Reserves letters for the process that sends them, each chat's oldest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, select, update

from models.store import Store
from models.store.chat.addresses import STILL_CARRIED
from models.store.engine.prepared import Prepared
from models.store.letters.letters import LETTER, Envelope, envelope_of
from models.store.schema import addresses, letters

TOLD_WITHIN = timedelta(days=3)
"""How long what a platform has taken is kept, in case it tells that it has failed."""
CITIZENS_TOLD_WITHIN = timedelta(hours=1)
"""The same where nobody has joined: it tells what a citizen has just rated."""
AHEAD = timedelta(minutes=2)
"""No letter that is to be tried again waits longer; what is held does."""
_REPLY = letters.c.prompt_id.is_(None) & STILL_CARRIED
_OLDEST = select(func.min(letters.c.id).label("id")).where(_REPLY)
_FIRST = _OLDEST.group_by(letters.c.address_id).subquery()
_FIRSTS = Prepared(
    select(*LETTER)
    .select_from(letters.join(addresses, addresses.c.id == letters.c.address_id))
    .where(letters.c.id.in_(select(_FIRST.c.id)), letters.c.due_at <= bindparam("now"), _REPLY)
    .order_by(letters.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=letters, skip_locked=True)
)
_DUE = Prepared(
    update(letters).where(letters.c.id == bindparam("letter")).values(due_at=bindparam("now_due"))
)
_SOON = Prepared(select(letters.c.id).where(letters.c.due_at < bindparam("before"), _REPLY))
_HELD = Prepared(
    update(letters)
    .where(letters.c.id == bindparam("letter"), letters.c.attempts == bindparam("tried"))
    .values(due_at=bindparam("now_due"))
)


def due(store: Store, ids: Sequence[int], *, at: datetime) -> None:
    """From then on any post may take these letters up, in their chat's order."""
    _DUE.run(store, *({"letter": number, "now_due": at} for number in ids))


def hold(
    store: Store, carried: Mapping[int, int], *, before: datetime, until: datetime
) -> None:
    """These are still being carried, by number and attempt: those that would be due `before` are
    held until `until`. One that has failed meanwhile is due when that said."""
    soon = [row.id for row in _SOON.all(store, {"before": before}) if row.id in carried]
    if soon:
        held = ({"letter": one, "tried": carried[one], "now_due": until} for one in soon)
        _HELD.run(store, *held)


def claim(store: Store, *, now: datetime, until: datetime, most: int = 200) -> list[Envelope]:
    """Take letters that are due, each chat's oldest first, and hold them until `until`.

    A letter is taken only when no earlier one of its chat is unsent. On PostgreSQL any number
    of posts may do this at once (`FOR UPDATE SKIP LOCKED`).
    """
    rows = _FIRSTS.all(store, {"now": now, "most": most})
    if rows:
        store.execute(
            update(letters).where(letters.c.id.in_([row.id for row in rows])).values(due_at=until)
        )
    return [envelope_of(row) for row in rows]


def behind(store: Store, firsts: Sequence[Envelope], *, until: datetime) -> list[Envelope]:
    """The later letters of the chats whose oldest ones have just been claimed, in order.

    Nobody else may carry them before the oldest, so they are held with it: else each would wait
    for its own time, and a chat once late would stay late.
    """
    chats = [first.address_id for first in firsts]
    ids = [first.id for first in firsts]
    query = (
        select(*LETTER)
        .join(addresses, addresses.c.id == letters.c.address_id)
        .where(letters.c.address_id.in_(chats), letters.c.id.not_in(ids), _REPLY)
        .order_by(letters.c.id)
    )
    rows = store.execute(query).all() if firsts else []
    if rows:
        store.execute(
            update(letters).where(letters.c.id.in_([row.id for row in rows])).values(due_at=until)
        )
    return [envelope_of(row) for row in rows]


def orphaned(store: Store, now: datetime) -> None:
    """Every letter is due now: the one process that carried them is no more."""
    carried = letters.c.state.not_in(("held", "taken"))
    store.execute(update(letters).where(carried).values(due_at=now))


def pull_in(store: Store, now: datetime) -> None:
    """Let nothing wait until a time that only a clock which was ahead can have named."""
    waits = letters.c.state.in_(("waiting", "doubt"))
    store.execute(update(letters).where(waits, letters.c.due_at > now + AHEAD).values(due_at=now))


def forget(store: Store, now: datetime) -> None:
    """Letters that a platform took long ago: it will not tell any more what became of them."""
    _UNTOLD.run(store, {"before": now - TOLD_WITHIN, "citizens": now - CITIZENS_TOLD_WITHIN})


_THEIRS = letters.c.address_id.in_(select(addresses.c.id).where(addresses.c.person_id.is_(None)))
_LATE = (letters.c.due_at < bindparam("citizens")) & _THEIRS
_UNTOLD = Prepared(
    delete(letters).where(
        letters.c.state == "taken", (letters.c.due_at < bindparam("before")) | _LATE
    )
)
