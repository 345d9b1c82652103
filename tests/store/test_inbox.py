"""The inbox: every delivery once, in each person's order."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from models.store import Store
from models.store.chat import inbox
from models.store.engine.database import Database
from models.store.schema import inbox as rows
from tests.actors import NINE_O_CLOCK
from tests.store.elsewhere import elsewhere

SOON = NINE_O_CLOCK + timedelta(seconds=5)


def put(
    store: Store,
    key: str,
    *,
    twin: str | None = None,
    sender: str | None = "1001",
    channel: str = "telegram",
    state: str = "open",
    due_at: datetime | None = None,
) -> int | None:
    return inbox.put(
        store,
        channel,
        key=key,
        twin=twin,
        sender=sender,
        now=NINE_O_CLOCK,
        raw=f'{{"key": "{key}"}}',
        state=state,
        due_at=due_at,
    )


async def test_a_delivery_is_kept_once_by_its_key(database: Database) -> None:
    assert await database.run(lambda s: put(s, "u1")) is not None
    assert await database.run(lambda s: put(s, "u1")) is None


async def test_a_delivery_is_kept_once_by_its_twin_under_another_key(database: Database) -> None:
    assert await database.run(lambda s: put(s, "u1", twin="m1001:7")) is not None
    assert await database.run(lambda s: put(s, "u900", twin="m1001:7")) is None


async def test_what_has_no_twin_is_nobodys_twin(database: Database) -> None:
    assert await database.run(lambda s: put(s, "u1")) is not None
    assert await database.run(lambda s: put(s, "u2")) is not None


async def test_the_same_key_on_another_channel_is_another_delivery(database: Database) -> None:
    assert await database.run(lambda s: put(s, "u1", twin="m1")) is not None
    assert await database.run(lambda s: put(s, "u1", twin="m1", channel="whatsapp")) is not None


async def test_one_delivery_at_several_doors_at_once_is_kept_once(databases: str) -> None:
    kept = elsewhere(databases, *[lambda s: put(s, "u1", twin="m1")] * 4)
    numbers = [await asyncio.wrap_future(one) for one in kept]
    assert sum(number is not None for number in numbers) == 1


async def test_a_persons_items_are_taken_in_the_order_they_came(database: Database) -> None:
    def order(store: Store) -> list[str]:
        for key in ("u3", "u1", "u2"):
            put(store, key)
        put(store, "u0", sender="1002")
        taken = []
        while (item := inbox.oldest_open(store, "telegram", "1001")) is not None:
            taken.append(item.raw)
            inbox.done(store, item.id, NINE_O_CLOCK)
        return taken

    assert await database.run(order) == ['{"key": "u3"}', '{"key": "u1"}', '{"key": "u2"}']


async def test_an_item_that_is_done_keeps_its_key_and_forgets_its_words(database: Database) -> None:
    def done(store: Store) -> tuple[str | None, str, int | None]:
        number = put(store, "u1", due_at=SOON)
        assert number is not None
        inbox.done(store, number, NINE_O_CLOCK)
        row = store.execute(select(rows)).one()
        assert (row.sender, row.arrived_at.hour) == (None, 0)
        return row.raw, row.state, put(store, "u1")

    assert await database.run(done) == (None, "done", None)


async def test_an_item_that_must_wait_is_open_again_in_its_old_place(database: Database) -> None:
    def reopened(store: Store) -> list[str]:
        put(store, "u1", state="done")
        put(store, "u2")
        inbox.reopen(store, "telegram", "u1", sender="1001", raw="again", now=NINE_O_CLOCK)
        item = inbox.oldest_open(store, "telegram", "1001")
        assert item is not None
        return [item.raw]

    assert await database.run(reopened) == ["again"]


async def test_a_failed_turn_is_counted_and_waits(database: Database) -> None:
    def failed(store: Store) -> tuple[int, datetime | None]:
        number = put(store, "u1")
        assert number is not None
        inbox.tried(store, number, attempts=1, due_at=SOON)
        item = inbox.oldest_open(store, "telegram", "1001")
        assert item is not None
        return item.attempts, item.due_at

    assert await database.run(failed) == (1, SOON)
    assert await database.run(lambda s: inbox.senders_due(s, NINE_O_CLOCK)) == []
    assert await database.run(lambda s: inbox.senders_due(s, SOON)) == [("telegram", "1001")]


async def test_nobodys_newer_item_overtakes_one_that_waits(database: Database) -> None:
    def prepare(store: Store) -> None:
        put(store, "u1", due_at=SOON)
        put(store, "u2")
        put(store, "u3", sender="1002")

    await database.run(prepare)
    assert await database.run(lambda s: inbox.senders_due(s, NINE_O_CLOCK)) == [
        ("telegram", "1002")
    ]


async def test_a_dead_item_keeps_its_words_and_stands_in_nobodys_way(database: Database) -> None:
    def buried(store: Store) -> str:
        number = put(store, "u1")
        put(store, "u2")
        assert number is not None
        inbox.buried(store, number, reference="ab12cd34", attempts=3)
        row = store.execute(select(rows).where(rows.c.id == number)).one()
        assert (row.state, row.reference, row.attempts) == ("dead", "ab12cd34", 3)
        assert row.raw is not None
        item = inbox.oldest_open(store, "telegram", "1001")
        assert item is not None
        return item.raw

    assert await database.run(buried) == '{"key": "u2"}'


async def test_what_cannot_be_read_lies_aside_and_is_nobodys_turn(database: Database) -> None:
    await database.run(lambda s: put(s, "h1", sender=None, state="aside"))
    assert await database.run(lambda s: inbox.senders_due(s, SOON)) == []


async def test_keys_are_known_for_as_long_as_a_platform_repeats(database: Database) -> None:
    def prepare(store: Store) -> None:
        put(store, "done", state="done")
        put(store, "open", sender="1002")
        dead = put(store, "dead", sender="1003")
        assert dead is not None
        inbox.buried(store, dead, reference="r", attempts=3)

    await database.run(prepare)
    over = NINE_O_CLOCK.replace(hour=0) + inbox.REMEMBERED
    assert timedelta(days=7) < inbox.REMEMBERED
    await database.run(lambda s: inbox.forget(s, over))
    assert await database.run(lambda s: put(s, "done")) is None
    await database.run(lambda s: inbox.forget(s, over + timedelta(seconds=1)))
    keys = await database.run(lambda s: {row.key for row in s.execute(select(rows.c.key))})
    assert keys == {"open", "dead"}


async def test_only_the_newest_of_what_nobody_reads_says_what_it_said(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST_KEPT_ASIDE", 3)

    def said(store: Store) -> list[str]:
        put(store, "open")
        for number in range(5):
            put(store, f"aside{number}", sender=None, state="aside")
        inbox.forget(store, NINE_O_CLOCK)
        here = select(rows.c.key).where(rows.c.raw.is_not(None)).order_by(rows.c.id)
        return list(store.execute(here).scalars())

    assert await database.run(said) == ["open", "aside2", "aside3", "aside4"]
