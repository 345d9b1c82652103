"""SQLite behind one writer's thread."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL

from models.store.away import plain
from models.store.trail import noted

R = TypeVar("R")
Job: TypeAlias = Callable[[Connection], Any]
_BATCH = 64
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",  # what is forgotten is not to be read in the file's free pages
)
_log = logging.getLogger("tilik.store")


def sqlite_engine(url: URL) -> Any:
    """An engine whose transactions take the write lock at once (a deferred one can lose it).

    A connection with the execution option `reads` never takes it.
    """
    engine = create_engine(url, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reads", False)
        connection.exec_driver_sql("BEGIN DEFERRED" if reads else "BEGIN IMMEDIATE")

    return engine


class Sqlite:
    """One thread writes; jobs that wait together are committed together."""

    def __init__(self, url: URL) -> None:
        self._engine = sqlite_engine(url)
        self._jobs: SimpleQueue[tuple[Job, asyncio.Future[Any]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="tilik-store", daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[Connection], R]) -> R:
        """Run the job in the writer's thread."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._jobs.put((noted(job), future))
        return await future

    async def read(self, job: Callable[[Connection], R]) -> R:
        """Run the job in a thread of its own, beside the writer."""
        return await asyncio.to_thread(self._read, job)

    async def settle(self) -> None:
        """Move the write-ahead log into the file and empty it: it holds pages as they once were."""
        await asyncio.to_thread(self._settle)

    async def close(self) -> None:
        """Finish what waits, then let go."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)
        self._engine.dispose()

    def _read(self, job: Callable[[Connection], R]) -> R:
        try:
            with self._engine.connect().execution_options(reads=True) as connection:
                return job(connection)
        except Exception as wrong:
            raise plain(wrong) from wrong

    def _settle(self) -> None:
        try:
            with self._engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except Exception as wrong:
            raise plain(wrong) from wrong

    def _write(self) -> None:
        connection: Connection | None = None
        stopping = False
        while not stopping:
            batch = [first] if (first := self._jobs.get()) else []
            stopping = not batch
            while batch and len(batch) < _BATCH:
                try:
                    job = self._jobs.get_nowait()
                except Empty:
                    break
                if job is None:
                    stopping = True
                    break
                batch.append(job)
            if batch:
                try:
                    connection = connection or self._engine.connect()
                    outcomes = _committed(connection, [job for job, _ in batch])
                except Exception as wrong:
                    outcomes = [(None, plain(wrong))] * len(batch)
                    _drop(connection)
                    connection = None
                _settle([future for _, future in batch], outcomes)
        _drop(connection)


_Outcome: TypeAlias = tuple[Any, BaseException | None]


def _committed(connection: Connection, jobs: list[Job]) -> list[_Outcome]:
    with connection.begin() as transaction:
        if len(jobs) == 1:
            try:
                return [(jobs[0](connection), None)]
            except Exception as wrong:
                transaction.rollback()
                return [(None, plain(wrong))]
        return [_saved(connection, job) for job in jobs]


def _saved(connection: Connection, job: Job) -> _Outcome:
    """Run one of several jobs so that its failure undoes only its own writing."""
    driver: Any = connection.connection.driver_connection
    driver.execute("SAVEPOINT job")
    try:
        result = job(connection)
    except Exception as wrong:
        driver.execute("ROLLBACK TO job")
        driver.execute("RELEASE job")
        return None, plain(wrong)
    driver.execute("RELEASE job")
    return result, None


def _settle(futures: list[asyncio.Future[Any]], outcomes: list[_Outcome]) -> None:
    def settle() -> None:
        for future, (result, wrong) in zip(futures, outcomes, strict=True):
            if future.done():
                continue
            if wrong is None:
                future.set_result(result)
            else:
                future.set_exception(wrong)

    try:
        futures[0].get_loop().call_soon_threadsafe(settle)
    except RuntimeError:
        _log.warning("the loop closed before its last answers came")


def _drop(connection: Connection | None) -> None:
    if connection is not None:
        connection.close()
