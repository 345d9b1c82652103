"""Letters that ask an older chat whose a new one is: silence answers only where one arrived."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select, update

from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.schema import new_chats

_WAITING = Prepared(
    select(new_chats.c.id, new_chats.c.told).where(
        new_chats.c.state == "waiting", new_chats.c.reached.is_(False)
    )
)


def arrived(store: Store, letter_ids: Collection[int]) -> None:
    """These letters have arrived: what was asked by one of them has reached somebody."""
    for row in _asking(store, letter_ids):
        _change(store, row.id, reached=True)


def lost(store: Store, letter_ids: Collection[int]) -> None:
    """These letters have not arrived as they were written, and never will."""
    for row in _asking(store, letter_ids):
        _change(store, row.id, told=[one for one in row.told if one not in letter_ids])


def _asking(store: Store, letter_ids: Collection[int]) -> list[Any]:
    """The new chats of which one of these letters asks."""
    return [row for row in _WAITING.all(store, {}) if not set(row.told).isdisjoint(letter_ids)]


def _change(store: Store, number: int, **columns: Any) -> None:
    store.execute(update(new_chats).where(new_chats.c.id == number).values(**columns))
