"""One engine, two sizes: SQLite behind one writer's thread, PostgreSQL behind a pool.

A job is a plain function of the open transaction. Whatever it raises undoes all it wrote.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeAlias, TypeVar

import asyncpg
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import create_async_engine

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
_LOCKED_FOR = "5s"
"""How long PostgreSQL waits for a row that another turn holds: as long as SQLite's busy timeout."""
_log = logging.getLogger("tilik.store")


AWAY = (
    OSError,
    TimeoutError,
    PoolTimeout,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.InternalClientError,  # a server that hung up while the driver was about to write
)
"""What PostgreSQL's driver and the pool raise when they cannot go on now."""
_SQLITE_AWAY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)
"""SQLite's codes for a file that cannot be used now. Its other errors, as for a column that is
not there, are bugs in our SQL."""


class StoreAway(Exception):
    """The database cannot be reached or is locked; nothing was written, try again."""


class Database(Protocol):
    """Where jobs run, each in a transaction of its own."""

    async def run(self, job: Callable[[Connection], R]) -> R:
        """Run the job and commit; raises what the job raises, or `StoreAway`."""
        ...

    async def read(self, job: Callable[[Connection], R]) -> R:
        """Run a job that writes nothing: it sees one instant, and no writer waits for it."""
        ...

    async def settle(self) -> None:
        """Leave nothing of what was deleted in the database's own log; may raise `StoreAway`."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...


def opened(url: str) -> Database:
    """The database behind the URL (`sqlite:///FILE` or `postgresql://...`)."""
    parsed = normalised(url)
    if parsed.get_backend_name() == "sqlite":
        return Sqlite(parsed)
    return Postgres(parsed)


def normalised(url: str) -> URL:
    """The URL with the driver Tilik uses; `postgres://` is read as `postgresql://`."""
    parsed = make_url(url.replace("postgres://", "postgresql://", 1))
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+asyncpg")
    return parsed.set(drivername="sqlite")


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
        self._jobs.put((job, future))
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
            raise _plain(wrong) from wrong

    def _settle(self) -> None:
        try:
            with self._engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except Exception as wrong:
            raise _plain(wrong) from wrong

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
                    outcomes = [(None, _plain(wrong))] * len(batch)
                    _drop(connection)
                    connection = None
                _settle([future for _, future in batch], outcomes)
        _drop(connection)


class Postgres:
    """A pool of connections; any number of processes may share the database.

    The transaction is the driver's own: prepared statements do not go through the engine.
    """

    def __init__(self, url: URL, *, size: int = 8, patience: float = 30) -> None:
        self._engine = create_async_engine(
            url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=patience,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            connect_args={"server_settings": {"lock_timeout": _LOCKED_FOR}},
        )

        @event.listens_for(self._engine.sync_engine, "checkout")
        def _alive(_: Any, record: Any, __: Any) -> None:
            if record.driver_connection.is_closed():
                raise DisconnectionError

    async def run(self, job: Callable[[Connection], R]) -> R:
        """Run the job on a pooled connection, in one greenlet."""
        return await self._run(job)

    async def read(self, job: Callable[[Connection], R]) -> R:
        """Run the job on one snapshot."""
        return await self._run(job, isolation="repeatable_read", readonly=True)

    async def settle(self) -> None:
        """Nothing to do: PostgreSQL keeps its own house."""

    async def _run(self, job: Callable[[Connection], R], **kind: Any) -> R:
        try:
            async with self._engine.connect() as connection:
                raw: Any = (await connection.get_raw_connection()).driver_connection
                async with raw.transaction(**kind):
                    return await connection.run_sync(job)
        except (*AWAY, DBAPIError) as wrong:
            raise _plain(wrong) from wrong

    async def close(self) -> None:
        """Let go of the pool."""
        await self._engine.dispose()


_Outcome: TypeAlias = tuple[Any, BaseException | None]


def _committed(connection: Connection, jobs: list[Job]) -> list[_Outcome]:
    with connection.begin() as transaction:
        if len(jobs) == 1:
            try:
                return [(jobs[0](connection), None)]
            except Exception as wrong:
                transaction.rollback()
                return [(None, _plain(wrong))]
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
        return None, _plain(wrong)
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


def _plain(wrong: BaseException) -> BaseException:
    """`StoreAway` for a database that is locked or gone; anything else, a bug, as it is."""
    cause, gone = wrong, False
    if isinstance(wrong, DBAPIError) and wrong.orig is not None:
        cause = wrong.orig.__cause__ or wrong.orig  # asyncpg's own error is behind SQLAlchemy's
        gone = wrong.connection_invalidated
    return StoreAway(type(cause).__name__) if gone or _away(cause) else wrong


def _away(cause: BaseException) -> bool:
    if isinstance(cause, sqlite3.DatabaseError):
        # An extended code has the plain one in its lowest byte.
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in _SQLITE_AWAY
    return isinstance(cause, AWAY)
