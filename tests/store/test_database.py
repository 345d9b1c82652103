"""One engine, two sizes: whatever a job raises undoes all it wrote, and only that."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from functools import partial

import pytest
from sqlalchemy import select

from models.store import Store, addresses, inbox
from models.store.database import Database, StoreAway, normalised, opened
from models.store.migrate import current
from models.store.schema import inbox as rows
from tests.actors import NINE_O_CLOCK


def put(store: Store, key: str, now: datetime = NINE_O_CLOCK) -> int | None:
    return inbox.put(store, "telegram", key=key, twin=None, sender="1", now=now, raw="{}")


async def keys(database: Database) -> set[str]:
    return await database.run(lambda store: set(store.execute(select(rows.c.key)).scalars()))


class Bug(Exception):
    """A mistake of ours."""


async def test_what_a_job_raises_undoes_all_that_it_wrote(database: Database) -> None:
    def broken(store: Store) -> None:
        put(store, "u1")
        addresses.meet(store, "telegram", "1001")
        raise Bug

    with pytest.raises(Bug):
        await database.run(broken)
    assert await keys(database) == set()


async def test_a_job_that_fails_undoes_nothing_of_those_that_ran_beside_it(
    database: Database,
) -> None:
    async def one(number: int) -> None:
        def write(store: Store) -> None:
            put(store, f"u{number}")
            if number % 3 == 0:
                raise Bug

        await database.run(write)

    outcomes = await asyncio.gather(*[one(n) for n in range(30)], return_exceptions=True)
    assert [isinstance(outcome, Bug) for outcome in outcomes] == [n % 3 == 0 for n in range(30)]
    assert await keys(database) == {f"u{n}" for n in range(30) if n % 3}


async def test_an_answer_is_given_only_once_it_is_kept(databases: str) -> None:
    database = opened(databases)
    await asyncio.gather(*[database.run(partial(put, key=f"u{n}")) for n in range(20)])
    await database.close()
    again = opened(databases)
    assert len(await keys(again)) == 20
    await again.close()


async def test_an_instant_comes_back_aware_and_to_the_microsecond(database: Database) -> None:
    wib = timezone(timedelta(hours=7))
    now = datetime(2026, 11, 23, 9, 0, 0, 123456, tzinfo=wib)
    await database.run(lambda store: put(store, "u1", now))
    (kept,) = await database.run(lambda s: list(s.execute(select(rows.c.arrived_at)).scalars()))
    assert kept == now
    assert kept.utcoffset() == timedelta(0)
    assert kept == datetime(2026, 11, 23, 2, 0, 0, 123456, tzinfo=UTC)


async def test_a_database_that_is_up_to_date_says_so(databases: str) -> None:
    assert await asyncio.to_thread(current, databases)


async def test_a_database_that_is_not_there_is_away() -> None:
    nowhere = opened("postgresql://tilik@127.0.0.1:1/tilik")
    with pytest.raises(StoreAway):
        await nowhere.run(lambda store: None)
    await nowhere.close()


async def test_a_folder_that_is_not_there_is_away_and_nothing_hangs() -> None:
    nowhere = opened("sqlite:////nonexistent/tilik.db")
    for _ in range(2):
        with pytest.raises(StoreAway):
            await nowhere.run(lambda store: None)
    await nowhere.close()


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("postgres://u:p@h/d", "postgresql+asyncpg"),
        ("postgresql://u:p@h/d", "postgresql+asyncpg"),
        ("postgresql+psycopg2://u:p@h/d", "postgresql+asyncpg"),
        ("sqlite:///a.db", "sqlite"),
    ],
)
def test_every_way_to_write_a_url_leads_to_the_one_driver(url: str, driver: str) -> None:
    assert normalised(url).drivername == driver
