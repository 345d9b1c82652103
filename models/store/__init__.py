"""What Tilik remembers. The only place that speaks SQL: one module per noun.

Every function takes the open transaction first. They are plain functions: on SQLite a whole
turn runs in one hop to the writer's thread, on PostgreSQL in one greenlet, and a function that
cannot await cannot hold a transaction open while it waits for somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

from models.dice import Dice
from models.keys import Keys

Store: TypeAlias = Connection
V = TypeVar("V")


def dice_of(store: Store) -> Dice:
    """The dice with which the database was opened."""
    dice: Dice = store.get_execution_options()["dice"]
    return dice


def keys_of(store: Store) -> Keys:
    """The keys that the database does not know, by what it was opened with.

    RuntimeError where it was opened without any: nothing may be kept under no key.
    """
    keys: Callable[[], Keys] | None = store.get_execution_options().get("keys")
    if keys is None:
        raise RuntimeError("the database was opened without keys")
    return keys()


def is_loud(store: Store, channel: str) -> bool:
    """Whether nothing can come there without a sound, by what the database was opened with."""
    return channel in store.get_execution_options().get("loud", ())


def either(make: Callable[[Any], Any]) -> Mapping[str, Any]:
    """The same insert for both engines, by dialect name; `make` is given the insert to use."""
    return {"sqlite": make(sqlite.insert), "postgresql": make(postgresql.insert)}


def inserted(store: Store, table: Table, **row: Any) -> int:
    """Write a row; gives its number."""
    made = store.execute(insert(table).values(**row)).inserted_primary_key
    return int(made[0])  # type: ignore[index]


def of_row(kind: Callable[..., V], row: Any, **read: Any) -> V:
    """The value that a row holds, its fields named like the columns; `read` are those that are
    kept in another way than they are used."""
    cells = row._asdict()
    return kind(**{name: cells[name] for name in _names(kind) if name not in read}, **read)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
