"""SQLite's queue is handed in: without a thread, jobs run at once and the process dies as told."""

from __future__ import annotations

import threading
from collections.abc import Coroutine
from contextlib import closing
from sqlite3 import connect
from typing import Any

import pytest
from sqlalchemy import event, select

from models.store import Store
from models.store.chat import inbox
from models.store.engine.database import StoreAway, normalised
from models.store.engine.sqlite import Sqlite
from models.store.schema import inbox as rows
from tests.actors import NINE_O_CLOCK
from tests.inline import Died, inline


def put(store: Store) -> int | None:
    known = {"key": "u1", "twin": None, "sender": "1", "raw": "{}"}
    return inbox.put(store, "telegram", now=NINE_O_CLOCK, **known)


def kept(store: Store) -> list[str]:
    return list(store.execute(select(rows.c.key)).scalars())


def at_once(work: Coroutine[Any, Any, Any]) -> Any:
    """What the coroutine gives without an event loop: it may not wait for anything."""
    try:
        work.send(None)
    except StopIteration as ended:
        return ended.value
    raise AssertionError("it waits for something")


def test_without_a_thread_jobs_run_at_once_and_need_no_event_loop(sqlite: str) -> None:
    threads = set(threading.enumerate())
    database = Sqlite(normalised(sqlite), queue=inline())
    assert at_once(database.run(put)) is not None
    assert at_once(database.run(put)) is None
    assert at_once(database.read(kept)) == ["u1"]
    at_once(database.settle())
    at_once(database.close())
    assert set(threading.enumerate()) == threads


def test_the_log_is_emptied_without_waiting_for_who_reads(sqlite: str) -> None:
    """While a checkpoint waits for readers, nobody can write: a backup may read for minutes."""
    said: list[str] = []
    database = Sqlite(normalised(sqlite), queue=inline())
    event.listen(database._engine, "connect", lambda one, _: one.set_trace_callback(said.append))
    at_once(database.run(put))
    with closing(connect(sqlite.removeprefix("sqlite:///"), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
        at_once(database.settle())
    at_once(database.close())
    checkpoint = said.index("PRAGMA wal_checkpoint(TRUNCATE)")
    assert said[checkpoint - 1 : checkpoint + 2] == [
        "PRAGMA busy_timeout=50",
        "PRAGMA wal_checkpoint(TRUNCATE)",
        "PRAGMA busy_timeout=5000",
    ]


def test_what_a_job_raises_comes_out_and_is_undone(sqlite: str) -> None:
    def broken(store: Store) -> None:
        put(store)
        raise LookupError

    database = Sqlite(normalised(sqlite), queue=inline())
    with pytest.raises(LookupError):
        at_once(database.run(broken))
    assert at_once(database.read(kept)) == []
    at_once(database.close())


@pytest.mark.parametrize(
    ("fate", "wrong", "left"),
    [("dies before", Died, []), ("dies after", Died, ["u1"]), ("away", StoreAway, [])],
)
def test_the_process_dies_before_or_after_a_job_as_told(
    sqlite: str, fate: Any, wrong: type[BaseException], left: list[str]
) -> None:
    first_life = Sqlite(normalised(sqlite), queue=inline(fate))
    with pytest.raises(wrong):
        at_once(first_life.run(put))
    second_life = Sqlite(normalised(sqlite), queue=inline())
    assert at_once(second_life.read(kept)) == left
    assert (at_once(second_life.run(put)) is None) == bool(left)
    at_once(second_life.close())
    at_once(first_life.close())


async def test_a_job_that_runs_out_of_something_fails_and_hangs_nobody(sqlite: str) -> None:
    """A future takes no StopIteration: whoever waited would wait for good."""
    database = Sqlite(normalised(sqlite))
    with pytest.raises(RuntimeError, match="run out"):
        await database.run(lambda store: next(iter(())))
    await database.close()
