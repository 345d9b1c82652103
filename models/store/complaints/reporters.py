"""Reporters: who complains, found by a keyed hash of the chat and reached through a seal.

Nothing in the database leads from a complaint to a chat: the hash needs the key, and the identity
is sealed. Only the post opens it, to send a letter (`released`); what did not get through goes back
under the seal (`unsent`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import delete, insert, select, update

from models import sealing
from models.complaints import SEAL_KEPT
from models.letters import Letter, unpacked
from models.people import Address
from models.store import Store, dice_of, keys_of
from models.store.chat import addresses, identities
from models.store.complaints import tokens
from models.store.engine.prepared import Prepared
from models.store.letters.letters import AT_ONCE, sheet_of, write
from models.store.rules import settings
from models.store.schema import complaints, letters, reporters, sealed_letters
from models.store.schema import identities as seals

Released: TypeAlias = Literal["none", "addressed", "shut"]
"""What came of the next letter: there was none; it goes; its seal cannot be opened."""
FOR_GOOD = date(9999, 12, 31)
"""A seal stays as long as its complaint is open."""
SHUT_FOR = timedelta(hours=1)
"""So long a letter waits whose seal could not be opened: the others go on."""


def sealed(store: Store, chat: Address) -> str:
    """Seal who writes from this chat; gives the seal's number."""
    return identities.put(store, _who(chat), keys=keys_of(store), forgotten_on=FOR_GOOD)


def tie(store: Store, chat: Address, complaint_id: int) -> None:
    """The complaint is this chat's."""
    tokens.tie(store, chat.channel, chat.sender, complaint_id)


def tied(store: Store, chat: Address) -> Sequence[int]:
    """The numbers (ids) of this chat's complaints, the newest first."""
    return tokens.tied(store, chat.channel, chat.sender)


def join(store: Store, chat: Address, complaint_id: int) -> None:
    """The complaint is this chat's too, and its seal holds this chat from now on: one seal, and one
    place to which letters go. A seal that is forgotten stays so."""
    tie(store, chat, complaint_id)
    here = select(complaints.c.seal).where(complaints.c.id == complaint_id)
    seal = store.execute(here).scalar()
    if seal is not None:
        identities.amend(store, seal, _who(chat), keys=keys_of(store))


def drop(store: Store, chat: Address) -> int:
    """Forget who has complained from this chat; gives how many complaints stay without anybody."""
    return tokens.drop(store, chat.channel, chat.sender)


def tell(store: Store, seal: str | None, letter: Letter, *, now: datetime) -> bool:
    """Write a letter to who is behind the seal; False where it is forgotten."""
    query = select(seals.c.id).where(seals.c.id == seal)
    if seal is None or store.execute(query).first() is None:
        return False
    nonce, key = dice_of(store).draw(sealing.NONCE), keys_of(store).of("complaints")
    sheet = sealing.sealed(key, sheet_of(letter).encode(), place=seal, nonce=nonce)
    store.execute(insert(sealed_letters).values(seal=seal, sealed=sheet, due_at=now))
    return True


def released(store: Store, now: datetime) -> Released:
    """For the post alone: open the seal of the next letter that waits, and address it.

    From then on it is a letter like any other; the row of a citizen's chat goes the day after. One
    at a time: who locks several chats at once may wait for another who does.
    """
    waits = sealed_letters.c.letter_id.is_(None) & (sealed_letters.c.due_at <= now)
    query = select(sealed_letters).where(waits).order_by(sealed_letters.c.id).limit(1)
    row = store.execute(query.with_for_update(skip_locked=True)).first()
    if row is None:
        return "none"
    try:
        columns = _addressed(store, row, now)
    except (identities.WrongKey, sealing.Unopenable):
        columns = {"due_at": now + SHUT_FOR}
    _change(store, row.id, **columns)
    return "addressed" if "letter_id" in columns else "shut"


def let_go(store: Store, seal: str | None, *, today: date) -> None:
    """The complaint is over: the seal is kept for the days that the office has set, no longer."""
    days = settings.value_on(store, "seal-days", today) or SEAL_KEPT
    if seal is not None:
        identities.keep_until(store, seal, today + timedelta(days=int(days)))


def forget(store: Store) -> None:
    """Drop what leads to a seal that is no more, and letters that have got through."""
    for statement in _LEADING_NOWHERE:
        statement.run(store, {})
    forget_arrived(store)


_KNOWN = select(seals.c.id)
_UNSEALED = complaints.c.seal.is_not(None) & complaints.c.seal.not_in(_KNOWN)
_ENDED = select(complaints.c.id).where(_UNSEALED)
_LEADING_NOWHERE = (
    Prepared(delete(reporters).where(reporters.c.complaint_id.in_(_ENDED))),
    Prepared(delete(sealed_letters).where(sealed_letters.c.seal.not_in(_KNOWN))),
    Prepared(update(complaints).where(_UNSEALED).values(seal=None)),
)


def forget_arrived(store: Store) -> None:
    """Drop the sealed letters of which the letter that was made has gone."""
    _ARRIVED.run(store, {})


_ARRIVED = Prepared(
    delete(sealed_letters).where(
        sealed_letters.c.letter_id.is_not(None),
        sealed_letters.c.letter_id.not_in(select(letters.c.id)),
    )
)


def _addressed(store: Store, row: Any, now: datetime) -> dict[str, Any]:
    """Write the letter to who is behind the seal. Raises `WrongKey`, `Unopenable`."""
    who = identities.opened(store, row.seal, keys=keys_of(store))
    if who is None:  # forgotten since: nobody is left to whom it could go
        return {"letter_id": 0}
    key = keys_of(store).of("complaints")
    sheet = sealing.unsealed(key, bytes(row.sealed), place=row.seal).decode()
    chat = addresses.meet(
        store, who["channel"], who["sender"], phone_language=who["language"], now=now
    ).address
    letter = unpacked(json.loads(sheet), about=None, kind="reply")
    return {"letter_id": write(store, chat, letter, now=now, carried=AT_ONCE).id}


def _who(chat: Address) -> dict[str, str]:
    return {"channel": chat.channel, "sender": chat.sender, "language": chat.tongue}


def _change(store: Store, number: int, **columns: Any) -> None:
    store.execute(update(sealed_letters).where(sealed_letters.c.id == number).values(**columns))
