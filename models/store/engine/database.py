"""One engine, two sizes: SQLite behind one writer's thread, PostgreSQL behind a pool.

A job is a plain function of the open transaction. Whatever it raises undoes all it wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from models.dice import SYSTEM, Dice
from models.keys import Keys
from models.store.engine.away import StoreAway as StoreAway
from models.store.engine.sqlite import Sqlite

R = TypeVar("R")
WISHES = {"ssl", "host", "port", "passfile", "target_session_attrs"}
"""What may stand behind the question mark of a PostgreSQL URL."""
HIGHEST_PORT = 65_535


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


def opened(
    url: str,
    *,
    dice: Dice = SYSTEM,
    loud: Collection[str] = (),
    keys: Callable[[], Keys] | None = None,
) -> Database:
    """The database behind the URL (`sqlite:///FILE` or `postgresql://...`).

    `loud` are the channels on which nothing can come without a sound: what is written there for
    somebody by night waits for their morning. `keys` gives what the database does not know
    (`models.store.keys_of`), and is asked only where it is needed.
    """
    parsed = normalised(url)
    if parsed.get_backend_name() == "sqlite":
        return Sqlite(parsed, dice=dice, loud=loud, keys=keys)
    from models.store.engine.postgresql import Postgres

    return Postgres(parsed, dice=dice, loud=loud, keys=keys)


def normalised(url: str) -> URL:
    """The URL with the driver Tilik uses; `postgres://` is read as `postgresql://`, and libpq's
    `sslmode` as the driver's. ValueError for what names no database that Tilik knows."""
    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1))
    except ArgumentError:
        raise ValueError("no URL") from None
    if parsed.get_backend_name() == "postgresql":
        return _of_postgresql(parsed)
    file = parsed.database
    if parsed.get_backend_name() != "sqlite" or parsed.host or file in (None, "", ":memory:"):
        raise ValueError("no file")
    return parsed.set(drivername="sqlite")


def _of_postgresql(parsed: URL) -> URL:
    wishes = dict(parsed.query)
    if "sslmode" in wishes:
        wishes["ssl"] = wishes.pop("sslmode")
    if not set(wishes) <= WISHES or not 0 < (parsed.port or 1) <= HIGHEST_PORT:
        raise ValueError("no wish or port of PostgreSQL's")
    return parsed.set(drivername="postgresql+asyncpg", query=wishes)
