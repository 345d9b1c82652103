"""Sealed letters that did not get through: they go back under the seal, and wait there.

So what waits for a citizen to write, which may take months, leads to nobody.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import delete, select, update

from models.store import Store, keys_of
from models.store.chat import identities
from models.store.complaints import tokens
from models.store.engine.prepared import Prepared
from models.store.schema import complaints, letters, sealed_letters

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""It has waited long enough."""
_WAITS = sealed_letters.c.letter_id.is_(None) & sealed_letters.c.due_at.is_(None)
_HELD = Prepared(
    select(sealed_letters.c.seal, complaints.c.id.label("complaint_id"))
    .select_from(sealed_letters.outerjoin(complaints, complaints.c.seal == sealed_letters.c.seal))
    .where(_WAITS)
    .distinct()
)


def sealed_again(store: Store, letter_id: int, *, due_at: datetime | None) -> bool:
    """Whether the letter came out of a seal: then it is back there, until that moment or until the
    citizen writes, and nothing is left of it here."""
    here = sealed_letters.c.letter_id == letter_id
    back = update(sealed_letters).where(here).values(letter_id=None, due_at=due_at)
    if not store.execute(back).rowcount:
        return False
    store.execute(delete(letters).where(letters.c.id == letter_id))
    return True


def freed(store: Store, channel: str, sender: str) -> None:
    """The citizen has written: what waited for that may go."""
    held = _HELD.all(store, {})
    if not held:
        return
    tied = set(tokens.tied(store, channel, sender))
    mine = [
        row.seal
        for row in held
        if (row.complaint_id in tied)
        or (row.complaint_id is None and _is_of(store, row.seal, channel, sender))
    ]
    here = sealed_letters.c.seal.in_(mine)
    store.execute(update(sealed_letters).where(_WAITS, here).values(due_at=AT_ONCE))


def _is_of(store: Store, seal: str, channel: str, sender: str) -> bool:
    """Whether a seal that is of no complaint is this chat's."""
    with suppress(identities.WrongKey):
        who = identities.opened(store, seal, keys=keys_of(store))
        return who is not None and (who["channel"], who["sender"]) == (channel, sender)
    return False
