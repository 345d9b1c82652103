"""Letters that are written but not yet delivered. A delivered reply leaves nothing behind.

Prompts are letters too, but go their own way (`prompting`): no reply waits behind one.

A letter is `waiting`; `doubt`: nobody can say whether it has arrived, and it is sent again where
nothing tells; `taken`: the platform has it, and will tell what becomes of it; `held`: it may not go
before the person writes, or somebody has looked at why (`why`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import bindparam, delete, func, insert, select, update

from models.letters import Letter, LetterKind, packed, unpacked
from models.people import Address
from models.store import Store
from models.store.addresses import STILL_CARRIED, lock, of_person
from models.store.prepared import Prepared
from models.store.schema import addresses, letters

CARRIED = timedelta(seconds=10)
"""A fresh letter is with the process that wrote it; later, any post may take it up."""
CLOSED = "window"
"""Why a letter is held that waits for the person to write."""
TOLD_WITHIN = timedelta(days=3)
"""How long what a platform has taken is kept, in case it tells that it has failed."""
_WRITE = Prepared(insert(letters).returning(letters.c.id))
_DELIVERED = Prepared(delete(letters).where(letters.c.id == bindparam("arrived")))

_DUE = Prepared(
    update(letters).where(letters.c.id == bindparam("letter")).values(due_at=bindparam("now_due"))
)
_REPLY = letters.c.prompt_id.is_(None) & STILL_CARRIED
_SOON = Prepared(select(letters.c.id).where(letters.c.due_at < bindparam("before"), _REPLY))


@dataclass(frozen=True)
class Envelope:
    """A written letter and where it goes."""

    id: int
    address_id: int
    channel: str
    sender: str
    language: str
    letter: Letter
    attempts: int = 0
    heard_at: datetime | None = None
    prompt_id: int | None = None


def write(
    store: Store,
    address: Address,
    letter: Letter,
    *,
    now: datetime,
    prompt_id: int | None = None,
    carried: timedelta = CARRIED,
) -> Envelope:
    """Keep a letter in the transaction that has caused it; its process has a while to carry it.

    ValueError for a prompt that no campaign has planned, and for anything else that one has.
    """
    if (letter.kind == "prompt") != (prompt_id is not None):
        raise ValueError("a prompt is a letter that a campaign has planned")
    row: dict[str, Any] = {
        "address_id": address.id,
        "kind": letter.kind,
        "about": letter.about,
        "sheet": json.dumps(packed(letter), ensure_ascii=False, separators=(",", ":")),
        "state": "waiting",
        "attempts": 0,
        "due_at": now + carried,
        "written_at": now,
        "prompt_id": prompt_id,
    }
    number = int(_WRITE.scalar(store, row))
    return Envelope(
        number,
        address.id,
        address.channel,
        address.sender,
        address.tongue,
        letter,
        heard_at=address.heard_at,
        prompt_id=prompt_id,
    )


def tell(store: Store, person_id: int, letter: Letter, *, now: datetime) -> bool:
    """Write a letter to somebody else than the person whose turn it is, to be carried at once.

    It goes where Tilik speaks to them first. False where that is nowhere.
    """
    found = of_person(store, person_id)
    if found:
        write(store, found[0], letter, now=now, carried=timedelta())
    return bool(found)


def delivered(store: Store, ids: Sequence[int]) -> None:
    """These letters have arrived (or never will): forget them."""
    _DELIVERED.run(store, *({"arrived": number} for number in ids))


def taken(store: Store, given: Sequence[tuple[int, int]], *, now: datetime) -> None:
    """The platform has these letters, by number and attempt, and will tell whether they arrive.

    One that has come back meanwhile, told to have failed, is past that attempt already.
    """
    for number, attempts in given:
        here = (letters.c.id == number) & (letters.c.attempts == attempts)
        store.execute(update(letters).where(here).values(state="taken", due_at=now))


def later(
    store: Store, letter_id: int, *, attempts: int, due_at: datetime, doubt: bool = False
) -> None:
    """The letter could not be delivered now; try again at `due_at`. In `doubt` it may have been.

    Unless the platform has told better meanwhile.
    """
    state = "doubt" if doubt else "waiting"
    here = (letters.c.id == letter_id) & (letters.c.attempts < attempts) & STILL_CARRIED
    tried = {"attempts": attempts, "due_at": due_at, "state": state}
    store.execute(update(letters).where(here).values(**tried))


def held(store: Store, envelope: Envelope, *, now: datetime) -> None:
    """The window is closed and nothing may open it: the letter waits until the person writes.

    Whoever has written since the envelope was taken up has opened it: then it may go now. The
    attempt is counted: what is still told of it is of no account any more.
    """
    here = (letters.c.id == envelope.id) & (letters.c.attempts == envelope.attempts)
    heard_at = lock(store, envelope.address_id)
    opened = heard_at is not None and heard_at != envelope.heard_at
    values = {"state": "waiting", "due_at": now} if opened else {"state": "held", "why": CLOSED}
    tries = envelope.attempts + 1
    store.execute(update(letters).where(here).values(attempts=tries, **values))


def let_go(store: Store, channel: str, *, now: datetime, why: str) -> int:
    """What was held for this reason may be tried once more; gives how many letters."""
    there = select(addresses.c.id).where(addresses.c.channel == channel)
    here = (letters.c.state == "held") & (letters.c.why == why)
    tried = update(letters).where(here, letters.c.address_id.in_(there))
    return store.execute(tried.values(state="waiting", due_at=now, why=None)).rowcount


def due(store: Store, ids: Sequence[int], *, at: datetime) -> None:
    """From then on any post may take these letters up, in their chat's order."""
    _DUE.run(store, *({"letter": number, "now_due": at} for number in ids))


def hold(store: Store, ids: Set[int], *, before: datetime, until: datetime) -> None:
    """These are still being carried: those that would be due `before` are held until `until`."""
    mine = [row.id for row in _SOON.all(store, {"before": before}) if row.id in ids]
    if mine:
        due(store, mine, at=until)


def claim(store: Store, *, now: datetime, until: datetime, most: int = 200) -> list[Envelope]:
    """Take letters that are due, each chat's oldest first, and hold them until `until`.

    A letter is taken only when no earlier one of its chat is unsent. On PostgreSQL any number
    of posts may do this at once (`FOR UPDATE SKIP LOCKED`).
    """
    oldest = select(func.min(letters.c.id).label("id")).where(_REPLY)
    first = oldest.group_by(letters.c.address_id).subquery()
    query = (
        select(*LETTER)
        .join(addresses, addresses.c.id == letters.c.address_id)
        .where(letters.c.id.in_(select(first.c.id)), letters.c.due_at <= now, _REPLY)
        .order_by(letters.c.id)
        .limit(most)
        .with_for_update(of=letters, skip_locked=True)
    )
    rows = store.execute(query).all()
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


def waiting(store: Store) -> int:
    """How many letters are not delivered yet, without those that a platform has taken."""
    query = select(func.count()).select_from(letters).where(letters.c.state != "taken")
    return int(store.execute(query).scalar_one())


def forget(store: Store, now: datetime) -> None:
    """Letters that a platform took long ago: it will not tell any more what became of them."""
    old = (letters.c.state == "taken") & (letters.c.due_at < now - TOLD_WITHIN)
    store.execute(delete(letters).where(old))


LETTER = (
    letters,
    addresses.c.channel,
    addresses.c.sender,
    addresses.c.language,
    addresses.c.phone_language,
    addresses.c.heard_at,
)


def envelope_of(row: Any) -> Envelope:
    """The letter of a row of `LETTER`, the tables joined."""
    whose = Address(0, row.channel, row.sender, row.language, row.phone_language)
    return Envelope(
        id=row.id,
        address_id=row.address_id,
        channel=row.channel,
        sender=row.sender,
        language=whose.tongue,
        letter=unpacked(json.loads(row.sheet), about=row.about, kind=cast(LetterKind, row.kind)),
        attempts=row.attempts,
        heard_at=row.heard_at,
        prompt_id=row.prompt_id,
    )
