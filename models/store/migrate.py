"""Bringing a database up to date, with Alembic."""

from __future__ import annotations

import asyncio
from importlib.resources import files
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from models.store.database import StoreAway, normalised, sqlite_engine


def migrate(url: str) -> None:
    """Apply every migration the database lacks. Call it outside a running loop.

    Raises `StoreAway` where the database cannot be opened.
    """
    _with(url, lambda connection: command.upgrade(_config(connection), "head"))


def current(url: str) -> bool:
    """Whether the database has every migration."""
    newest = ScriptDirectory.from_config(_config(None)).get_current_head()
    found: list[Any] = []
    _with(url, lambda connection: found.append(_revision(connection)))
    return bool(found[0] == newest)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("models").joinpath("migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _with(url: str, work: Any) -> None:
    try:
        _worked(normalised(url), work)
    except (SQLAlchemyError, OSError) as wrong:
        raise StoreAway(type(wrong).__name__) from wrong


def _worked(parsed: URL, work: Any) -> None:
    if parsed.get_backend_name() == "sqlite":
        engine = sqlite_engine(parsed)
        with engine.begin() as connection:
            work(connection)
        engine.dispose()
    else:
        asyncio.run(_with_postgres(parsed, work))


async def _with_postgres(url: Any, work: Any) -> None:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.run_sync(work)
    await engine.dispose()
