"""What is on the screens of an address. Whoever writes it has the address locked."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import bindparam, select, update

from models.letters import Letter
from models.screens import Screens, Shown
from models.store import Store
from models.store.chat.addresses import lock
from models.store.chat.veil import unveiled, veiled
from models.store.engine.prepared import Prepared
from models.store.schema import addresses, letters, prompts

_SHOWS = Prepared(update(addresses).where(addresses.c.id == bindparam("of_address")))


def put(store: Store, address_id: int, screens: Screens) -> None:
    """Keep what is on the screens now."""
    shown = veiled(store, screens, address_id=address_id)
    _SHOWS.run(store, {"of_address": address_id, "screens": shown})


def prompted(store: Store, address_id: int, letter: Letter, *, number: int, prompt: int) -> None:
    """This prompt is what is asked last there from now on; `number` is that of its letter."""
    query = select(prompts.c.kind, prompts.c.day).where(prompts.c.id == prompt)
    row, taps = store.execute(query).one(), (b.tap for row in letter.buttons for b in row)
    shown = Shown(number, {}, row.kind, day=row.day, taps=tuple(taps))
    put(store, address_id, _of(store, address_id).showing(shown))


def told(store: Store, address_id: int, shown: Shown) -> None:
    """This letter, to which no turn of theirs has led, has gone out there."""
    lock(store, address_id)
    put(store, address_id, replace(_of(store, address_id), told=shown))


def unprompted(store: Store, address_id: int, letter_id: int) -> None:
    """The letter has not arrived after all: what was asked before it is asked still."""
    lock(store, address_id)
    put(store, address_id, _of(store, address_id).without(letter_id))


def name(store: Store, letter_id: int, message: str) -> None:
    """The channel has told what it knows the letter's message by."""
    there = select(addresses.c.id).join(letters, letters.c.address_id == addresses.c.id)
    with_screens = addresses.c.screens.is_not(None)
    number = store.execute(there.where(letters.c.id == letter_id, with_screens)).scalar()
    if number is not None:
        lock(store, number)
        put(store, number, _of(store, number).named(letter_id, message))


def _of(store: Store, address_id: int) -> Screens:
    here = select(addresses.c.screens).where(addresses.c.id == address_id)
    return unveiled(store, store.execute(here).scalar(), address_id=address_id)
