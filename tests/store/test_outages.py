"""Signs of life: when Tilik was away is known, and several processes know it together."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from functools import partial

from sqlalchemy import select

from models.store import Store, schema
from models.store.engine.database import Database, opened
from models.store.rules import outages

WIB = "Asia/Jakarta"
NINE = datetime(2026, 3, 2, 2, tzinfo=UTC)  # Monday, 09.00 WIB
MONDAY = date(2026, 3, 2)


def gone(store: Store) -> frozenset[date]:
    return outages.outage_days(store, MONDAY, date(2026, 3, 6), WIB)


async def test_who_is_there_every_minute_was_never_away(database: Database) -> None:
    for minute in range(5):
        now = NINE + timedelta(minutes=minute)
        assert not await database.run(partial(outages.beat, now=now))
    assert await database.read(gone) == frozenset()


async def test_two_hours_of_silence_are_an_outage(database: Database) -> None:
    await database.run(lambda store: outages.beat(store, NINE))
    assert await database.run(lambda store: outages.beat(store, NINE + timedelta(hours=2)))
    assert await database.read(gone) == {MONDAY}


async def test_a_night_of_silence_is_felt_by_nobody(database: Database) -> None:
    evening = NINE + timedelta(hours=11)
    await database.run(lambda store: outages.beat(store, evening))
    assert await database.run(lambda store: outages.beat(store, evening + timedelta(hours=12)))
    assert await database.read(gone) == frozenset()


async def test_a_clock_that_is_moved_on_purpose_is_no_outage(database: Database) -> None:
    await database.run(lambda store: outages.skip(store, NINE))
    for days in (1, 2):
        later = NINE + timedelta(days=days)
        await database.run(partial(outages.skip, now=later))
        assert not await database.run(partial(outages.beat, now=later))
    assert await database.read(gone) == frozenset()


async def test_a_clock_that_is_behind_takes_no_sign_of_life_back(database: Database) -> None:
    await database.run(lambda store: outages.beat(store, NINE))
    await database.run(lambda store: outages.beat(store, NINE - timedelta(minutes=5)))
    assert not await database.run(lambda store: outages.beat(store, NINE + timedelta(minutes=9)))


async def test_what_a_clock_that_was_ahead_has_lived_is_no_outage(database: Database) -> None:
    """Or nobody would be asked for a log on any day until then."""
    ahead = NINE + timedelta(days=3)
    for at in (NINE, ahead):
        await database.run(partial(outages.beat, now=at))
    assert len(await database.read(gone)) == 4
    assert await database.run(lambda store: outages.set_back(store, NINE)) == ahead
    assert await database.read(gone) == frozenset()
    assert not await database.run(lambda store: outages.beat(store, NINE + timedelta(minutes=9)))


async def test_a_clock_that_is_a_little_behind_anothers_was_not_set_back(
    database: Database,
) -> None:
    await database.run(lambda store: outages.beat(store, NINE + timedelta(minutes=9)))
    assert await database.run(lambda store: outages.set_back(store, NINE)) is None


async def test_processes_that_beat_at_once_find_one_outage(postgresql: str) -> None:
    processes = [opened(postgresql) for _ in range(4)]
    for hours in (0, 0.01, 3, 3.01, 6):
        await asyncio.gather(
            *(
                process.run(
                    partial(outages.beat, now=NINE + timedelta(hours=hours, milliseconds=n))
                )
                for n, process in enumerate(processes)
            )
        )
    assert await processes[0].read(gone) == {MONDAY}
    assert len(await processes[0].read(_outages)) == 2
    for process in processes:
        await process.close()


def _outages(store: Store) -> list[datetime]:
    query = select(schema.outages.c.began_at).where(schema.outages.c.ended_at.is_not(None))
    return list(store.execute(query).scalars())
