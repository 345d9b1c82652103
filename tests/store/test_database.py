"""One engine, two sizes: whatever a job raises undoes all it wrote, and only that."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import DBAPIError

from bot.sandbox.calm import AT_LAST
from models.store import Store
from models.store.chat import addresses, inbox
from models.store.engine.database import Database, StoreAway, normalised, opened
from models.store.engine.migrate import current
from models.store.engine.postgresql import Postgres
from models.store.schema import inbox as rows
from tests.actors import NINE_O_CLOCK
from tests.store.elsewhere import elsewhere


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


@pytest.mark.parametrize("sql", ["SELECT nope FROM ratings", "SELECT 1 FROM nope"])
async def test_a_mistake_in_sql_is_a_bug_and_no_database_that_is_away(
    database: Database, sql: str
) -> None:
    with pytest.raises(DBAPIError):
        await database.run(lambda store: store.execute(text(sql)).all())


async def test_an_error_never_repeats_what_somebody_said(database: Database) -> None:
    with pytest.raises(DBAPIError) as wrong:
        await database.run(
            lambda store: store.execute(text("SELECT nope WHERE 'x' = :said"), {"said": "RAHASIA"})
        )
    assert "RAHASIA" not in str(wrong.value)


async def test_a_pool_whose_connections_are_all_taken_is_away(postgresql: str) -> None:
    database = Postgres(normalised(postgresql), size=1, patience=0.2)
    begun, order = asyncio.Event(), text("SELECT pg_sleep(600)")

    def sleep(store: Store) -> None:
        begun.set()
        store.execute(order)

    busy = asyncio.create_task(database.run(sleep))
    await begun.wait()
    with pytest.raises(StoreAway):
        await database.run(lambda store: None)
    busy.cancel()
    await asyncio.gather(busy, return_exceptions=True)
    await database.close()


async def test_postgresql_compiles_no_query_of_ours(postgresql: str) -> None:
    """By its own guess the planner's was worth seconds of that, and was answered in no time."""
    database = opened(postgresql)
    shown = await database.run(lambda store: store.execute(text("SHOW jit")).scalar_one())
    await database.close()
    assert shown == "off"


async def test_a_row_that_another_turn_keeps_locked_is_away_after_a_while(postgresql: str) -> None:
    one, other = opened(postgresql), opened(postgresql)
    shown = await one.run(lambda store: store.execute(text("SHOW lock_timeout")).scalar_one())
    assert shown == "5s"

    def keep(store: Store) -> None:
        addresses.meet(store, "telegram", "1001")
        (late,) = elsewhere(postgresql, impatient)
        with pytest.raises(StoreAway):
            late.result(timeout=AT_LAST)

    def impatient(store: Store) -> None:
        store.execute(text("SET LOCAL lock_timeout = '50ms'"))
        addresses.meet(store, "telegram", "1001")

    await other.run(lambda store: addresses.meet(store, "telegram", "1001"))
    await one.run(keep)
    await one.close()
    await other.close()


async def test_of_two_that_wait_for_each_other_one_goes_on_and_one_is_away(
    postgresql: str,
) -> None:
    both = threading.Barrier(2)

    def meets(first: str, second: str) -> Callable[[Store], None]:
        def meet(store: Store) -> None:
            addresses.meet(store, "telegram", first)
            both.wait(timeout=AT_LAST)
            addresses.meet(store, "telegram", second)

        return meet

    known = opened(postgresql)
    for sender in ("1001", "1002"):
        await known.run(partial(addresses.meet, channel="telegram", sender=sender))
    await known.close()
    ends = elsewhere(postgresql, meets("1001", "1002"), meets("1002", "1001"))
    wrong = [await asyncio.to_thread(end.exception, AT_LAST) for end in ends]
    (late,) = [one for one in wrong if one is not None]
    assert isinstance(late, StoreAway)
    assert str(late) == "DeadlockDetectedError"


async def test_a_read_sees_one_instant_and_no_writer_waits_for_it(
    database: Database, databases: str
) -> None:
    def counted(store: Store) -> tuple[int, int]:
        before = len(store.execute(select(rows.c.key)).all())
        (writer,) = elsewhere(databases, partial(put, key="u2"))
        assert writer.result(timeout=AT_LAST) is not None
        return before, len(store.execute(select(rows.c.key)).all())

    await database.run(partial(put, key="u1"))
    assert await database.read(counted) == (1, 1)
    assert await keys(database) == {"u1", "u2"}


async def test_what_is_forgotten_is_nowhere_in_the_file_any_more(sqlite: str) -> None:
    database = opened(sqlite)
    await database.run(partial(put, key="RAHASIA"))
    assert "tilik.db-wal" in files_with(b"RAHASIA", sqlite)
    await database.settle()
    assert files_with(b"RAHASIA", sqlite) == ["tilik.db"]
    await database.run(lambda store: store.execute(delete(rows)))
    await database.settle()
    assert files_with(b"RAHASIA", sqlite) == []
    await database.close()


def files_with(what: bytes, url: str) -> list[str]:
    """The names of the database's files in which this can be read."""
    file = Path(url.removeprefix("sqlite:///"))
    return [one.name for one in file.parent.glob(f"{file.name}*") if what in one.read_bytes()]


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
