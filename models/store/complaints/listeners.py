"""Listeners: who asked to be told when an element changes at a counter (Kabari saya).

A consent of its own. Nothing in a row leads to a rating, a value or a day; the chat is found by a
keyed hash that is used for nothing else, and reached through a seal that only the post opens.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from models.letters import Letter
from models.people import Address
from models.store import Store, keys_of
from models.store.chat import identities
from models.store.complaints import reporters
from models.store.schema import counters, listeners, units
from models.store.schema import identities as seals

KEPT = 90
"""Days after the first of the month in which somebody asked: the day itself is not known."""
DELIVERED = 30
"""Days that the post has to deliver what was told, until the seal goes."""


@dataclass(frozen=True)
class Listening:
    """What somebody asked to be told of, and in which month ('2026-11')."""

    counter: str
    unit: str
    element: str
    month: str


def add(store: Store, chat: Address, counter_id: int, element: str, *, today: date) -> None:
    """The chat wants to be told, once, when the element changes at the counter."""
    drop(store, chat, counter_id=counter_id, element=element)
    first = today.replace(day=1)
    who = {"channel": chat.channel, "sender": chat.sender, "language": chat.tongue}
    row = {
        "token": _token(store, chat),
        "counter_id": counter_id,
        "element": element,
        "month": f"{first:%Y-%m}",
        "seal": identities.put(
            store, who, keys=keys_of(store), forgotten_on=first + timedelta(days=KEPT)
        ),
    }
    store.execute(listeners.insert().values(**row))


def of_chat(store: Store, chat: Address) -> list[Listening]:
    """What this chat asked to be told of."""
    query = (
        select(counters.c.name, units.c.name.label("unit"), listeners.c.element, listeners.c.month)
        .join(counters, counters.c.id == listeners.c.counter_id)
        .join(units, units.c.id == counters.c.unit_id)
        .where(listeners.c.token == _token(store, chat))
        .order_by(listeners.c.month, listeners.c.counter_id, listeners.c.element)
    )
    return [Listening(*row) for row in store.execute(query)]


def drop(store: Store, chat: Address, **columns: Any) -> int:
    """The chat does not want to be told any longer, of these columns or of anything; gives of how
    much it was to be."""
    mine = listeners.c.token == _token(store, chat)
    here = [mine, *(listeners.c[name] == value for name, value in columns.items())]
    found = store.execute(select(listeners.c.seal).where(*here)).scalars().all()
    for seal in found:
        identities.drop(store, seal)
    store.execute(delete(listeners).where(*here))
    return len(found)


def tell(
    store: Store, counter_ids: Collection[int], element: str, letter: Letter, *, now: datetime
) -> int:
    """Tell all who asked for the element at these counters, and forget that they did; gives how
    many. Their seals are kept until the post has delivered it."""
    here = listeners.c.counter_id.in_(counter_ids) & (listeners.c.element == element)
    for seal in _told_once(store, here):
        reporters.tell(store, seal, letter, now=now)
        identities.keep_until(store, seal, now.date() + timedelta(days=DELIVERED))
    return store.execute(delete(listeners).where(here)).rowcount


def _told_once(store: Store, here: Any) -> Sequence[str]:
    """The seals of these rows, one of each chat."""
    query = select(listeners.c.token, listeners.c.seal).where(here).order_by(listeners.c.seal)
    of_chat = {row.token: row.seal for row in store.execute(query)}
    return list(of_chat.values())


def forget(store: Store) -> None:
    """Drop those whose seal is no more."""
    store.execute(delete(listeners).where(listeners.c.seal.not_in(select(seals.c.id))))


def _token(store: Store, chat: Address) -> str:
    return keys_of(store).mac("listeners", f"{chat.channel}:{chat.sender}")
