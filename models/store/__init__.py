"""What Tilik remembers. The only place that speaks SQL: one module per noun.

Every function takes the open transaction first. They are plain functions: on SQLite a whole
turn runs in one hop to the writer's thread, on PostgreSQL in one greenlet, and a function that
cannot await cannot hold a transaction open while it waits for somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from models.dice import Dice

Store: TypeAlias = Connection


def dice_of(store: Store) -> Dice:
    """The dice with which the database was opened."""
    dice: Dice = store.get_execution_options()["dice"]
    return dice


def either(make: Callable[[Any], Any]) -> Mapping[str, Any]:
    """The same insert for both engines, by dialect name; `make` is given the insert to use."""
    return {"sqlite": make(sqlite.insert), "postgresql": make(postgresql.insert)}
