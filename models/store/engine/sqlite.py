"""SQLite behind one writer: a connection of its own, and a queue that says when it writes."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Collection, Sequence
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeAlias, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL

from models.dice import SYSTEM, Dice
from models.keys import Keys
from models.store.engine.away import plain
from models.store.oversight.trail import noted

R = TypeVar("R")
Job: TypeAlias = Callable[[Connection], Any]
Outcome: TypeAlias = tuple[Any, BaseException | None]
_BATCH = 64
_STATEMENTS = 512
"""SQLite keeps so many statements ready: a turn of another conversation has others."""
_PATIENCE = "busy_timeout=5000"
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    _PATIENCE,
    "secure_delete=ON",  # what is forgotten is not to be read in the file's free pages
)
_log = logging.getLogger("tilik.store")


def sqlite_engine(
    url: URL,
    *,
    dice: Dice = SYSTEM,
    loud: Collection[str] = (),
    keys: Callable[[], Keys] | None = None,
) -> Any:
    """An engine whose transactions take the write lock at once (a deferred one can lose it).

    A connection with the execution option `reads` never takes it.
    """
    given = {"dice": dice, "loud": loud, "keys": keys}
    engine = create_engine(
        url,
        hide_parameters=True,
        execution_options=given,
        connect_args={"cached_statements": _STATEMENTS},
    )

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


class Writer:
    """The one connection that writes: jobs that are given together are committed together."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def committed(self, jobs: Sequence[Job]) -> list[Outcome]:
        """What each job gave or raised, once everything they wrote is kept."""
        try:
            self._connection = self._connection or self._engine.connect()
            return _committed(self._connection, jobs)
        except Exception as wrong:
            self.close()
            return [(None, plain(wrong))] * len(jobs)

    def close(self) -> None:
        """Let go of the connection; the next job opens another."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class Queue(Protocol):
    """When and where the work on a SQLite file is done: a simulation has one without a thread."""

    async def write(self, job: Job) -> Any:
        """Let the writer do the job; gives and raises what the job does, once it is kept."""
        ...

    async def beside(self, work: Callable[[], R]) -> R:
        """Work that need not wait for the writer."""
        ...

    async def close(self) -> None:
        """Finish what waits, and close the writer."""
        ...


class Threaded:
    """One thread writes; jobs that wait together are committed together."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._waiting: SimpleQueue[tuple[Job, asyncio.Future[Any]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="tilik-store", daemon=True)
        self._thread.start()

    async def write(self, job: Job) -> Any:
        """Run the job in the writer's thread."""
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.put((job, future))
        return await future

    async def beside(self, work: Callable[[], R]) -> R:
        """Run it in a thread of its own, beside the writer."""
        return await asyncio.to_thread(work)

    async def close(self) -> None:
        """Finish what waits, then let the thread end."""
        self._waiting.put(None)
        await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        while batch := self._batch():
            outcomes = self._writer.committed([job for job, _ in batch])
            _answer([future for _, future in batch], outcomes)
        self._writer.close()

    def _batch(self) -> list[tuple[Job, asyncio.Future[Any]]]:
        """The jobs that wait, at least one; nothing where the queue is to be closed."""
        first = self._waiting.get()
        batch = [first] if first else []
        while batch and len(batch) < _BATCH:
            try:
                job = self._waiting.get_nowait()
            except Empty:
                break
            if job is None:
                self._waiting.put(None)  # to be met again, after this batch
                break
            batch.append(job)
        return batch


class Sqlite:
    """A SQLite file; `queue` makes what its writer's jobs go through."""

    def __init__(
        self,
        url: URL,
        *,
        dice: Dice = SYSTEM,
        loud: Collection[str] = (),
        keys: Callable[[], Keys] | None = None,
        queue: Callable[[Writer], Queue] = Threaded,
    ) -> None:
        self._engine = sqlite_engine(url, dice=dice, loud=loud, keys=keys)
        self._queue = queue(Writer(self._engine))

    async def run(self, job: Callable[[Connection], R]) -> R:
        """Run the job, one after another."""
        made: R = await self._queue.write(noted(job))
        return made

    async def read(self, job: Callable[[Connection], R]) -> R:
        """Run the job beside the writer, on a connection of its own."""
        return await self._queue.beside(lambda: self._read(job))

    async def settle(self) -> None:
        """Move the write-ahead log into the file and empty it: it holds pages as they once were."""
        await self._queue.beside(self._settle)

    async def close(self) -> None:
        """Finish what waits, then let go."""
        await self._queue.close()
        self._engine.dispose()

    def _read(self, job: Callable[[Connection], R]) -> R:
        try:
            with self._engine.connect().execution_options(reads=True) as connection:
                return job(connection)
        except Exception as wrong:
            raise plain(wrong) from wrong

    def _settle(self) -> None:
        """Not while somebody reads: while it waits for them (a backup, say) nobody can write."""
        try:
            with self._engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA busy_timeout=50")
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                driver.execute(f"PRAGMA {_PATIENCE}")
        except Exception as wrong:
            raise plain(wrong) from wrong


def _committed(connection: Connection, jobs: Sequence[Job]) -> list[Outcome]:
    with connection.begin() as transaction:
        if len(jobs) == 1:
            try:
                return [(jobs[0](connection), None)]
            except Exception as wrong:
                transaction.rollback()
                return [(None, plain(wrong))]
        return [_saved(connection, job) for job in jobs]


def _saved(connection: Connection, job: Job) -> Outcome:
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


def _answer(futures: list[asyncio.Future[Any]], outcomes: list[Outcome]) -> None:
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
