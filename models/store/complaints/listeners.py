"""Listeners: who asked to be told when an element changes at a counter (Kabari saya).

A consent of its own. Nothing in a row leads to a rating, a value or a day; the chat is found by a
keyed hash that is used for nothing else, and reached through a seal that only the post opens.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update

from models.instruments import instrument
from models.people import Address
from models.store import Store, keys_of
from models.store.chat import identities
from models.store.engine.prepared import Prepared
from models.store.schema import complaints, counters, listeners, sealed_letters, units
from models.store.schema import identities as seals

KEPT = 90
"""Days after the first of the month in which somebody asked: the day itself is not known."""


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
    keys = keys_of(store)
    row = {
        "token": _tokens(store, chat.channel, chat.sender)[element],
        "counter_id": counter_id,
        "element": element,
        "month": f"{first:%Y-%m}",
        "seal": identities.put(store, who, keys=keys, forgotten_on=first + timedelta(days=KEPT)),
    }
    store.execute(insert(listeners).values(**row))


def of_chat(store: Store, chat: Address) -> list[Listening]:
    """What this chat asked to be told of."""
    query = (
        select(counters.c.name, units.c.name.label("unit"), listeners.c.element, listeners.c.month)
        .join(counters, counters.c.id == listeners.c.counter_id)
        .join(units, units.c.id == counters.c.unit_id)
        .where(_is_of(store, chat.channel, chat.sender))
        .order_by(listeners.c.month, listeners.c.counter_id, listeners.c.element)
    )
    return [Listening(*row) for row in store.execute(query)]


def drop(store: Store, chat: Address, **columns: Any) -> None:
    """The chat does not want to be told any longer, of these columns or of anything."""
    mine = _is_of(store, chat.channel, chat.sender)
    here = [mine, *(listeners.c[name] == value for name, value in columns.items())]
    for seal in store.execute(select(listeners.c.seal).where(*here)).scalars().all():
        identities.drop(store, seal)
    store.execute(delete(listeners).where(*here))


def taken(store: Store, counter_ids: Collection[int], element: str) -> list[str]:
    """The seals of all who asked for the element at these counters, one of each chat, to tell them
    now: that they asked is forgotten."""
    here = listeners.c.counter_id.in_(counter_ids) & (listeners.c.element == element)
    query = select(listeners.c.token, listeners.c.seal).where(here).order_by(listeners.c.seal)
    of_chat = {row.token: row.seal for row in store.execute(query)}
    store.execute(delete(listeners).where(here))
    return list(of_chat.values())


def follow(store: Store, channel: str, old: str, *, to: str) -> Sequence[str]:
    """The channel knows the chat by another id from now on; gives the seals that hold the old."""
    query = select(listeners.c.seal).where(_is_of(store, channel, old))
    seals_of_old = store.execute(query).scalars().all()
    later = _tokens(store, channel, to)
    for element, token in _tokens(store, channel, old).items() if seals_of_old else ():
        store.execute(delete(listeners).where(listeners.c.token == later[element]))
        here = update(listeners).where(listeners.c.token == token)
        store.execute(here.values(token=later[element]))
    return seals_of_old


def forget(store: Store) -> None:
    """Drop those whose seal is no more, and the seals to which nothing leads any longer: who was
    behind them has been told."""
    _UNSEALED.run(store, {})
    _LEADING_NOWHERE.run(store, {})


_UNSEALED = Prepared(delete(listeners).where(listeners.c.seal.not_in(select(seals.c.id))))
_LED = (
    select(complaints.c.seal).where(complaints.c.seal.is_not(None)),
    select(listeners.c.seal),
    select(sealed_letters.c.seal),
)
_LEADING_NOWHERE = Prepared(delete(seals).where(*(seals.c.id.not_in(one) for one in _LED)))


def _is_of(store: Store, channel: str, sender: str) -> ColumnElement[bool]:
    return listeners.c.token.in_(list(_tokens(store, channel, sender).values()))


def _tokens(store: Store, channel: str, sender: str) -> dict[str, str]:
    """The chat's token of each element: one for all would tell which wishes are one citizen's."""
    mac = keys_of(store).mac
    return {one: mac("listeners", f"{channel}:{sender}:{one}") for one in instrument().elements}
