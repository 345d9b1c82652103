"""Bugs planted in real processes, to see whether they are found: TILIK_KILLS_PLANT names one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import event, select

PLANT = "TILIK_KILLS_PLANT"


def row() -> None:
    """A turn does not lock its person's row."""
    from models.store.chat import addresses
    from models.store.engine.prepared import Prepared
    from models.store.schema import addresses as rows

    addresses._LOCK = Prepared(select(rows.c.id).where(*addresses._HERE))


def lease() -> None:
    """A letter that one post carries may be taken up by another at once."""
    from bot.outbound import post

    post.LEASE = timedelta(0)


def begin() -> None:
    """A transaction that will write takes the lock only when it does."""
    from models.store.engine import sqlite

    opened = sqlite.sqlite_engine

    def deferred(*of: Any, **given: Any) -> Any:
        engine = opened(*of, **given)

        @event.listens_for(engine, "before_cursor_execute", retval=True)
        def _later(*call: Any) -> tuple[str, Any]:
            return call[2].replace("BEGIN IMMEDIATE", "BEGIN DEFERRED"), call[3]

        return engine

    sqlite.sqlite_engine = deferred


PLANTS: Mapping[str, Callable[[], None]] = {"row": row, "lease": lease, "begin": begin}


def planted() -> None:
    """Plant what the environment names, for as long as this process lives."""
    if name := os.environ.get(PLANT):
        PLANTS[name]()
