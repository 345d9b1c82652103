"""Prompts on their way: each is sent at most once, whoever dies when.

A prompt is claimed, then marked as `sending` just before the request: from there on nobody sends
it a second time. Whose sender is gone while it was sending has an unknown end.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, select, update

from models.store import Store
from models.store.chat import screens
from models.store.chat.addresses import lock
from models.store.engine.prepared import Prepared
from models.store.letters.letters import LETTER, Envelope, envelope_of
from models.store.letters.on_hold import hold_back
from models.store.prompts.prompts import State, settle
from models.store.schema import addresses, letters, prompts

_MOST = 10_000
"""How many prompts are ended at a time: a statement takes only so many parameters."""
_PROMPT = letters.c.prompt_id.is_not(None)
_WAITING = _PROMPT & (letters.c.state == "waiting")
_SENDING = Prepared(
    update(letters)
    .where(
        letters.c.id == bindparam("letter"),
        letters.c.state == "waiting",
        letters.c.attempts == bindparam("attempt"),
        letters.c.prompt_id.in_(
            select(prompts.c.id).where(
                prompts.c.id == letters.c.prompt_id,
                prompts.c.state == "waiting",
                prompts.c.until > bindparam("instant"),
            )
        ),
    )
    .values(state="sending", due_at=bindparam("held"))
    .returning(letters.c.id)
)


@dataclass(frozen=True)
class Claimed:
    """A prompt's letter that nobody else takes up until `held`."""

    envelope: Envelope
    prompt_id: int
    held: datetime


def claim(store: Store, *, now: datetime, until: datetime, most: int) -> list[Claimed]:
    """Take prompts that are due, the longest due first, and hold them until `until`.

    Those that are of no use any more, or called off, are ended instead.
    """
    rows = _due(store, now, most)
    if any(_idle(row, now) for row in rows):
        idle = (prompts.c.until <= now) | (prompts.c.state == "undone")
        _drop(store, _WAITING & (letters.c.due_at <= now) & idle, "undone", now)
        rows = [row for row in _due(store, now, most) if not _idle(row, now)]
    if rows:
        mine = letters.c.id.in_([row.id for row in rows])
        store.execute(update(letters).where(mine).values(due_at=until))
    return [Claimed(envelope_of(row), row.prompt_id, until) for row in rows]


def _due(store: Store, now: datetime, most: int) -> Sequence[Any]:
    query = (
        select(*LETTER, prompts.c.until, prompts.c.state.label("ended"))
        .join(addresses, addresses.c.id == letters.c.address_id)
        .join(prompts, prompts.c.id == letters.c.prompt_id)
        .where(_WAITING, letters.c.due_at <= now, _is_with_its_person(now))
        .order_by(letters.c.due_at, letters.c.id)
        .limit(most)
        .with_for_update(of=letters, skip_locked=True)
    )
    return store.execute(query).all()


def _is_with_its_person(now: datetime) -> ColumnElement[bool]:
    """Whether the phone is not handed to others just now."""
    until = addresses.c.assists_until
    return until.is_(None) | (until <= now)


def _idle(row: Any, now: datetime) -> bool:
    return bool(row.until <= now or row.ended == "undone")


def sending(store: Store, one: Claimed, *, now: datetime, held: datetime) -> bool:
    """Mark it: it may be sent now, once, by whoever is told True, who answers until `held`.

    False where somebody else has marked it, or it is of no use any more. The address is locked
    before the letter, as in a turn: from now on the prompt is what was asked last there.
    """
    there, letter = one.envelope.address_id, one.envelope.id
    lock(store, there)
    values = {"letter": letter, "attempt": one.envelope.attempts, "instant": now, "held": held}
    if _SENDING.scalar(store, values) is None:
        return False
    screens.prompted(store, there, one.envelope.letter, number=letter, prompt=one.prompt_id)
    return True


def retry_later(
    store: Store,
    one: Claimed,
    *,
    held: Collection[datetime],
    due_at: datetime,
    why: str | None = None,
) -> None:
    """It has certainly not gone out, and `why`, in the platform's word: it may, from `due_at` on.

    Only where it is still ours: held until one of these instants.
    """
    mine = (letters.c.id == one.envelope.id) & letters.c.due_at.in_(held)
    tried = {"attempts": one.envelope.attempts + 1, "due_at": due_at, "why": why}
    store.execute(update(letters).where(mine).values(state="waiting", **tried))


def end(store: Store, one: Claimed, state: State, *, now: datetime, why: str | None = None) -> None:
    """Forget the letter of a prompt that was marked, and say how it ended.

    Unless the platform has told better meanwhile: that it has it, or that it is to go again.
    """
    if state == "undone":
        screens.unprompted(store, one.envelope.address_id, one.envelope.id)
    mine = letters.c.id == one.envelope.id
    tried = letters.c.attempts != one.envelope.attempts
    told = tried | letters.c.state.in_(("taken", "held"))
    if store.execute(select(told).where(mine).with_for_update()).scalar():
        return
    store.execute(delete(letters).where(mine))
    settle(store, [one.prompt_id], state, now=now, why=why)


def taken(store: Store, one: Claimed, *, now: datetime) -> None:
    """The platform has it, and will tell what becomes of it; perhaps it has, and it failed."""
    mine = (letters.c.id == one.envelope.id) & (letters.c.state == "sending")
    kept = update(letters).where(mine).values(state="taken", due_at=now)
    if store.execute(kept).rowcount:
        settle(store, [one.prompt_id], "sent", now=now)


def held(store: Store, one: Claimed, *, now: datetime) -> None:
    """The window is closed and nothing may open it: it waits for the person, while of use."""
    screens.unprompted(store, one.envelope.address_id, one.envelope.id)
    hold_back(store, one.envelope, now=now)


def left(store: Store, now: datetime) -> None:
    """Prompts whose sender is gone while it was sending are of unknown outcome; those that were
    held until they were of no use are undone."""
    over = _PROMPT & (letters.c.state == "sending") & (letters.c.due_at <= now)
    _drop(store, over, "unknown", now)
    useless = _PROMPT & (letters.c.state == "held") & (prompts.c.until <= now)
    _drop(store, useless, "undone", now)


def call_off(store: Store, *, now: datetime) -> int:
    """Send none of the prompts that wait or are being sent: nobody can say whether they were sent
    before. Gives how many."""
    count = 0
    while some := _drop(store, _PROMPT & (letters.c.state != "taken"), "unknown", now):
        count += some
    return count


def _drop(store: Store, which: Any, state: State, now: datetime) -> int:
    query = (
        select(letters.c.id, letters.c.prompt_id, letters.c.why)
        .join(prompts, prompts.c.id == letters.c.prompt_id)
        .where(which)
        .limit(_MOST)
        .with_for_update(of=letters, skip_locked=True)
    )
    rows = store.execute(query).all()
    if rows:
        store.execute(delete(letters).where(letters.c.id.in_([row.id for row in rows])))
    for why in {row.why for row in rows}:
        ids = [row.prompt_id for row in rows if row.why == why]
        settle(store, ids, state, now=now, why=why)
    return len(rows)
