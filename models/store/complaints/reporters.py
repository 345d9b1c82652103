"""Reporters: who complains, found by a keyed hash of the chat and reached through a seal.

Nothing in the database leads from a complaint to a chat: the hash needs the key, and the identity
is sealed. Only the post opens it, to send a letter (`released`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import delete, insert, select, update

from models.complaints import SEAL_KEPT
from models.keys import Keys
from models.letters import Letter, unpacked
from models.people import Address
from models.store import Store, keys_of
from models.store.chat import addresses, identities
from models.store.letters.letters import AT_ONCE, sheet_of, write
from models.store.rules import settings
from models.store.schema import complaints, reporters, sealed_letters
from models.store.schema import identities as seals

FOR_GOOD = date(9999, 12, 31)
"""A seal stays as long as its complaint is open."""
MOST = 50
"""Letters that the post takes out of their seals at a time."""


def token_of(keys: Keys, chat: Address) -> str:
    """The keyed hash under which a chat's complaints are found."""
    return keys.mac("reporters", f"{chat.channel}:{chat.sender}")


def sealed(store: Store, chat: Address) -> str:
    """Seal who writes from this chat; gives the seal's number."""
    who = {"channel": chat.channel, "sender": chat.sender, "language": chat.tongue}
    return identities.put(store, who, keys=keys_of(store), forgotten_on=FOR_GOOD)


def tie(store: Store, chat: Address, complaint_id: int) -> None:
    """The complaint is this chat's."""
    row = {"token": token_of(keys_of(store), chat), "complaint_id": complaint_id}
    store.execute(insert(reporters).values(**row))


def tied(store: Store, chat: Address) -> Sequence[int]:
    """The numbers (ids) of this chat's complaints, the newest first."""
    here = reporters.c.token == token_of(keys_of(store), chat)
    query = select(reporters.c.complaint_id).where(here)
    return store.execute(query.order_by(reporters.c.complaint_id.desc())).scalars().all()


def tell(store: Store, seal: str | None, letter: Letter, *, now: datetime) -> bool:
    """Write a letter to who is behind the seal; False where it is forgotten."""
    query = select(seals.c.id).where(seals.c.id == seal)
    if seal is None or store.execute(query).first() is None:
        return False
    row = {"seal": seal, "sheet": sheet_of(letter), "written_at": now}
    store.execute(insert(sealed_letters).values(**row))
    return True


def released(store: Store, now: datetime) -> int:
    """For the post alone: open the seals of the letters that wait, and address them.

    From then on they are letters like any other; the row of a citizen's chat goes the day after.
    """
    query = select(sealed_letters).order_by(sealed_letters.c.id).limit(MOST)
    waiting = store.execute(query.with_for_update(skip_locked=True)).all()
    for row in waiting:
        who = identities.opened(store, row.seal, keys=keys_of(store))
        if who is not None:
            chat = addresses.meet(
                store, who["channel"], who["sender"], phone_language=who["language"], now=now
            ).address
            letter = unpacked(json.loads(row.sheet), about=None, kind="reply")
            write(store, chat, letter, now=now, carried=AT_ONCE)
        store.execute(delete(sealed_letters).where(sealed_letters.c.id == row.id))
    return len(waiting)


def let_go(store: Store, seal: str | None, *, today: date) -> None:
    """The complaint is over: the seal is kept for the days that the office has set, no longer."""
    days = settings.value_on(store, "seal-days", today) or SEAL_KEPT
    if seal is not None:
        identities.keep_until(store, seal, today + timedelta(days=int(days)))


def forget(store: Store) -> None:
    """Drop what leads to a seal that is no more."""
    known = select(seals.c.id)
    gone = complaints.c.seal.is_not(None) & complaints.c.seal.not_in(known)
    ended = select(complaints.c.id).where(gone)
    store.execute(delete(reporters).where(reporters.c.complaint_id.in_(ended)))
    store.execute(delete(sealed_letters).where(sealed_letters.c.seal.not_in(known)))
    store.execute(update(complaints).where(gone).values(seal=None))
