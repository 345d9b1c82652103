"""Databases opened with keys that every test shares: what one process keys, another can check."""

from __future__ import annotations

from typing import Any

from models.keys import Keys
from models.store.engine import database
from models.store.engine.database import Database

SECRET = "a secret of the tests, long enough"


def keys() -> Keys:
    """What the database does not know."""
    return Keys(SECRET.encode())


def opened(url: str, **given: Any) -> Database:
    """The database behind the URL, with the keys of the tests."""
    return database.opened(url, keys=keys, **given)
