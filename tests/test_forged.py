"""Deliveries as no platform makes them: whatever they say of ids, nobody becomes somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.channel import Noticed
from bot.whatsapp.inbound.heard import ear, items
from bot.whatsapp.inbound.platform_events import take_in
from models.people import LONGEST_SENDER
from models.store import Store, schema
from models.store.chat import addresses
from models.store.people import people
from tests.actors import NINE_O_CLOCK as NOW
from tests.played import empty_store

LONG = "ID." + "9" * 128
PEOPLE = {"Dewi": "ID.dewi", "Joko": "62812", "Ani": LONG}
CITIZENS = ("ID.sari", "62813")
IDS: Sequence[Any] = (
    *PEOPLE.values(),
    *CITIZENS,
    *("ID.new", "ID.dewi ", "1 moves", "-1", "x" * (LONGEST_SENDER + 1), "", "\x00", "id\n"),
    *(None, 5, 1.5, True, [], ["ID.dewi"], {}, {"id": "ID.dewi"}),
)
FIELDS = ("user_id", "wa_id", "previous_user_id", "type", "body")
system = st.fixed_dictionaries({}, optional={name: st.sampled_from(IDS) for name in FIELDS})
envelope = st.fixed_dictionaries(
    {
        "id": st.sampled_from(("wamid.1", "wamid.2", "w" * 4096, "")),
        "type": st.sampled_from(("system", "user_changed_user_id", "text")),
    },
    optional={
        "system": system | st.sampled_from(IDS),
        "user_changed_user_id": system,
        "from": st.sampled_from(IDS),
        "from_user_id": st.sampled_from(IDS),
        "timestamp": st.sampled_from(("1", "x", -(10**30), None)),
        "text": st.just({"body": "halo"}),
    },
)
contact = st.fixed_dictionaries(
    {}, optional={"wa_id": st.sampled_from(IDS), "user_id": st.sampled_from(IDS)}
)
EAR = ear("s" * 32)


@pytest.fixture(scope="module")
def store() -> Iterator[Connection]:
    with empty_store() as store:
        for name, sender in PEOPLE.items():
            met = addresses.meet(store, "whatsapp", sender).address
            addresses.change(store, met.id, person_id=people.add(store, name))
        for sender in CITIZENS:
            addresses.meet(store, "whatsapp", sender)
        yield store


@contextmanager
def undone(store: Connection) -> Iterator[None]:
    nested = store.begin_nested()
    try:
        yield
    finally:
        nested.rollback()


def known(store: Store) -> dict[str, list[str]]:
    """By which ids everybody of the office is known."""
    here = schema.addresses.join(schema.people)
    query = select(schema.people.c.name, schema.addresses.c.sender).select_from(here)
    found: dict[str, list[str]] = {name: [] for name in PEOPLE}
    for name, sender in store.execute(query):
        found[name].append(sender)
    return found


def body(messages: list[Any], contacts: list[Any]) -> dict[str, Any]:
    value = {"messages": messages, "contacts": contacts}
    return {"entry": [{"changes": [{"field": "messages", "value": value}]}]}


def moves(system: Any, **more: Any) -> dict[str, Any]:
    return {"id": "wamid.1", "type": "system", "system": system, **more}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(envelope, min_size=1, max_size=4), st.lists(contact, max_size=2))
@example([moves({"user_id": "ID.new", "previous_user_id": "ID.dewi"}, **{"from": "62812"})], [])
@example([moves({"user_id": "62812", "previous_user_id": "ID.dewi"})], [])
@example([moves({"user_id": LONG, "previous_user_id": LONG})], [])
@example([moves({"user_id": "ID.new", "previous_user_id": LONG})] * 2, [])
@example([moves({"user_id": "ID.sari", "previous_user_id": "ID.dewi"})], [])
def test_whatever_a_delivery_says_of_ids_nobody_becomes_somebody_else(
    store: Connection, messages: list[Any], contacts: list[Any]
) -> None:
    with undone(store):
        for item in items(body(messages, contacts)):
            before = known(store)
            try:
                heard = EAR(item)
            except ValueError:
                continue  # it is set aside
            if heard is None:
                continue
            assert 1 <= len(heard.sender) <= LONGEST_SENDER or isinstance(heard.said, Noticed)
            if isinstance(heard.said, Noticed):
                take_in(store, heard.said, NOW)
            else:
                addresses.meet(store, heard.channel, heard.sender, also=heard.also, now=NOW)
            _is_honest(before, known(store), item["message"])


def _is_honest(
    before: dict[str, list[str]], after: dict[str, list[str]], message: dict[str, Any]
) -> None:
    """Everybody of the office keeps their one chat; who moved was told to have, and nobody else."""
    taken = {sender for senders in before.values() for sender in senders}
    assert [len(senders) for senders in after.values()] == [1] * len(PEOPLE)
    for name, (now,) in after.items():
        (then,) = before[name]
        if now == then:
            continue
        said = message["system"]
        old = [said.get("previous_user_id"), message.get("from_user_id"), message.get("from")]
        assert now in (said.get("user_id"), said.get("wa_id"))
        assert now not in taken
        assert [one for one in old if isinstance(one, str) and one in taken - {now}] in (
            [then],
            [then] * 2,
            [then] * 3,
        )
