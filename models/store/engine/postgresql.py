"""PostgreSQL behind a pool of connections."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.ext.asyncio import create_async_engine

from models.dice import SYSTEM, Dice
from models.keys import Keys
from models.store.engine.away import AWAY, plain
from models.store.oversight.trail import noted

R = TypeVar("R")
_AWAY = (
    *AWAY,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,  # the other one goes on, and this one may try again after it
    asyncpg.InternalClientError,  # a server that hung up while the driver was about to write
)
"""What PostgreSQL's driver and the pool raise when they cannot go on now."""
_LOCKED_FOR = "5s"
"""How long PostgreSQL waits for a row that another turn holds: as long as SQLite's busy timeout."""
_OF_EACH = {
    "lock_timeout": _LOCKED_FOR,
    "jit": "off",  # it takes seconds to compile a query that is answered in milliseconds
}
"""What is set for each connection."""


class Postgres:
    """A pool of connections; any number of processes may share the database.

    The transaction is the driver's own: prepared statements do not go through the engine.
    """

    def __init__(
        self,
        url: URL,
        *,
        dice: Dice = SYSTEM,
        loud: Collection[str] = (),
        keys: Callable[[], Keys] | None = None,
        size: int = 8,
        patience: float = 30,
    ) -> None:
        self._engine = create_async_engine(
            url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=patience,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            execution_options={"dice": dice, "loud": loud, "keys": keys},
            connect_args={"server_settings": _OF_EACH},
        )

        @event.listens_for(self._engine.sync_engine, "checkout")
        def _alive(_: Any, record: Any, __: Any) -> None:
            if record.driver_connection.is_closed():
                raise DisconnectionError

    async def run(self, job: Callable[[Connection], R]) -> R:
        """Run the job on a pooled connection, in one greenlet."""
        return await self._run(noted(job))

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
        except (*_AWAY, DBAPIError) as wrong:
            raise plain(wrong, away=_AWAY) from wrong

    async def close(self) -> None:
        """Let go of the pool."""
        await self._engine.dispose()
