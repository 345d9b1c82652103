"""Bringing a database up to date, with Alembic."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from sqlalchemy import URL, Connection, column, func, inspect, select, table
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from models.store.engine.away import StoreAway
from models.store.engine.created import create, is_new
from models.store.engine.database import normalised
from models.store.engine.sqlite import sqlite_engine

Work: TypeAlias = Callable[[Connection], None]

_VERSION = table("alembic_version", column("version_num"))
"""Where Alembic writes down which migration was the last."""
_ONE_AT_A_TIME = 0x74696C696B
"""PostgreSQL's number for the lock under which the tables are changed: "tilik" in ASCII."""


class BrokenReferences(Exception):
    """A migration has left rows that refer to nothing; all it did is undone."""


def migrate(url: str, *, to: str = "head") -> None:
    """Apply every migration the database lacks, or those up to one. Not within a running loop.

    Any number of processes may do so at once: one works, the others wait for it. Raises
    `StoreAway` where the database cannot be opened.
    """
    if to == "head" and current(url):
        return
    alter(url, lambda connection: upgrade(connection, to))


def upgrade(store: Connection, to: str) -> None:
    """Apply every migration up to one, within the open transaction; a new SQLite file has its
    tables as they are after the last."""
    if to == "head" and is_new(store):
        create(store, revisions()[0])
    else:
        _step(store, to)


def _step(store: Connection, to: str) -> None:
    from alembic import command  # a tenth of a second that a start without migrations saves
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("models").joinpath("migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = store
    command.upgrade(config, to)


@cache
def revisions() -> tuple[str, ...]:
    """Every migration that this Tilik knows, the newest first: their files begin with them."""
    folder = files("models").joinpath("migrations", "versions")
    names = (file.name for file in folder.iterdir() if file.name.endswith(".py"))
    return tuple(sorted((name.partition("_")[0] for name in names), reverse=True))


def current(url: str) -> bool:
    """Whether the database has every migration."""
    found: list[Any] = []
    _with(url, lambda connection: found.append(_revision(connection)))
    return bool(found[0] == revisions()[0])


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def alter(url: str, work: Work) -> None:
    """Let the work change tables, all of it or nothing.

    SQLite changes a table by making it anew, which would take along the rows that refer to it:
    references are not followed meanwhile, and all checked at the end of what was changed.
    """
    _with(url, lambda connection: _altered(connection, work), alters=True)


def _altered(connection: Connection, work: Work) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
        work(connection)
        return
    before = _changes(connection)
    work(connection)
    if _changes(connection) != before:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise BrokenReferences(", ".join(sorted({row[0] for row in broken})))


def _changes(connection: Connection) -> tuple[int, int]:
    """SQLite's own counts of changes to tables and to rows: a start with none checks nothing."""
    driver: Any = connection.connection.driver_connection
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    return int(version), int(driver.total_changes)


def _with(url: str, work: Work, *, alters: bool = False) -> None:
    try:
        _worked(normalised(url), work, alters)
    except (SQLAlchemyError, OSError) as wrong:
        raise StoreAway(type(wrong).__name__) from wrong


def _worked(parsed: URL, work: Work, alters: bool) -> None:
    if parsed.get_backend_name() != "sqlite":
        asyncio.run(_with_postgres(parsed, work))
        return
    engine = sqlite_engine(parsed)
    with engine.connect().execution_options(reads=not alters) as connection:
        if alters:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys=OFF")  # within a transaction it does nothing
        with connection.begin():
            work(connection)
    engine.dispose()


async def _with_postgres(url: URL, work: Work) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(url, poolclass=NullPool, hide_parameters=True)
    async with engine.begin() as connection:
        await connection.run_sync(work)
    await engine.dispose()
