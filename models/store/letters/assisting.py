"""One phone, many citizens: a chat whose phone is handed to others, and what stands on it.

Each of them rates with a visit code of their own, and finds nothing of whoever was there before:
the number of every message is kept until it is taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update

from models.letters import Letter
from models.people import Address
from models.store import Store, either
from models.store.chat import dialogues
from models.store.chat.addresses import address_of, change
from models.store.engine.prepared import Prepared
from models.store.letters.letters import AT_ONCE, NIGHT, write
from models.store.schema import addresses, fleeting, letters
from models.store.schema import dialogues as dialogues_

LASTS = timedelta(hours=12)
"""A day at a door or in a village; Telegram takes nothing back that is older than two."""
AFTERWARDS = timedelta(hours=1)
"""So long its own person's forms wait once they have the phone again."""
TAKE_BACK = Letter((), takes_back=True)
_KEEP = Prepared(either(lambda insert: insert(fleeting).on_conflict_do_nothing()))
_THERE = Prepared(
    select(fleeting.c.message).where(fleeting.c.address_id == bindparam("of_address"))
)


def begin(store: Store, address: Address, now: datetime) -> None:
    """From now on the phone is handed to others. What its own person has parked waits as long."""
    until = now + LASTS
    change(store, address.id, assists_until=until)
    spare(store, replace(address, assists_until=until))


def spare(store: Store, address: Address) -> None:
    """Let what its own person has parked wait until they have the phone again, and a while."""
    if (until := address.assists_until) is None:
        return
    mine = (dialogues_.c.address_id == address.id) & dialogues_.c.parked.is_(True)
    short = dialogues_.c.expires_at <= until
    store.execute(update(dialogues_).where(mine, short).values(expires_at=until + AFTERWARDS))


def end(store: Store, address_id: int, now: datetime) -> None:
    """It is its person's again: what was held for them may come."""
    change(store, address_id, assists_until=None)
    held = (letters.c.address_id == address_id) & (letters.c.state == "held")
    held &= letters.c.why == NIGHT
    store.execute(update(letters).where(held).values(due_at=now))


def lapse(store: Store, now: datetime) -> None:
    """End what nobody has ended: what the last one has left open or on the screen goes."""
    over = select(addresses).where(addresses.c.assists_until <= now)
    for row in store.execute(over.with_for_update(skip_locked=True)).all():
        chat = address_of(row)
        end(store, chat.id, now)
        for one in dialogues.every(store, chat.id):
            if not one.parked:
                dialogues.end(store, one.id)
        write(store, chat, replace(TAKE_BACK, turns=True), now=now, carried=AT_ONCE)


def whose_phone(store: Store, address: Address) -> int | None:
    """Whose phone it is that is handed on; None for nobody whom the office knows."""
    whose = select(addresses.c.person_id).where(addresses.c.id == address.id)
    found: int | None = store.execute(whose).scalar()
    return found


def note(store: Store, address_id: int, message: str) -> None:
    """A message stands on the phone, known by the channel's own number."""
    _KEEP.run(store, {"address_id": address_id, "message": message})


def standing(store: Store, address_id: int) -> list[str]:
    """The messages that are to be taken back there."""
    return [row.message for row in _THERE.all(store, {"of_address": address_id})]


def taken_back(store: Store, address_id: int, messages: Sequence[str]) -> None:
    """These are gone."""
    here = (fleeting.c.address_id == address_id) & fleeting.c.message.in_(messages)
    store.execute(delete(fleeting).where(here))
