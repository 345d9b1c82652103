"""When the database cannot be used now, and when the mistake is ours."""

from __future__ import annotations

import sqlite3

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

AWAY = (
    OSError,
    TimeoutError,
    PoolTimeout,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,  # the other one goes on, and this one may try again after it
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


def plain(wrong: BaseException) -> BaseException:
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
