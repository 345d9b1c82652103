"""When the database cannot be used now, and when the mistake is ours."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

AWAY: tuple[type[BaseException], ...] = (OSError, TimeoutError, PoolTimeout)
"""What the system and the pool raise when they cannot go on now."""
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


def plain(wrong: BaseException, *, away: tuple[type[BaseException], ...] = AWAY) -> BaseException:
    """`StoreAway` for a database that is locked or gone; anything else, a bug, as it is. `away`
    is what the driver raises then."""
    cause, gone = wrong, False
    if isinstance(wrong, DBAPIError) and wrong.orig is not None:
        cause = wrong.orig.__cause__ or wrong.orig  # asyncpg's own error is behind SQLAlchemy's
        gone = wrong.connection_invalidated
    if isinstance(wrong, StopIteration):
        return RuntimeError("a job has run out of something")  # a future takes no StopIteration
    return StoreAway(type(cause).__name__) if gone or _away(cause, away) else wrong


def _away(cause: BaseException, away: tuple[type[BaseException], ...]) -> bool:
    if isinstance(cause, sqlite3.DatabaseError):
        # An extended code has the plain one in its lowest byte.
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in _SQLITE_AWAY
    return isinstance(cause, away)
