"""What an office decides for itself, in versions: each from a day on, with who set it and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select

from models.store import Store, of_row
from models.store.oversight.stamps import Stamp, stamped
from models.store.schema import settings


@dataclass(frozen=True)
class Version:
    """One value of a setting: from which day on, set when (UTC), by whom (None: the operator)."""

    name: str
    value: Any
    valid_from: date
    set_at: datetime
    set_by: int | None = None


def value_on(store: Store, name: str, day: date) -> Any | None:
    """The value on that day: of the versions begun by then the last one set; None without any."""
    query = (
        select(settings.c.value)
        .where(settings.c.name == name, settings.c.valid_from <= day)
        .order_by(settings.c.valid_from.desc(), settings.c.id.desc())
        .limit(1)
    )
    return store.execute(query).scalar()


def values_on(store: Store, day: date) -> dict[str, Any]:
    """Every setting that has a value on that day, by name."""
    query = (
        select(settings.c.name, settings.c.value)
        .where(settings.c.valid_from <= day)
        .order_by(settings.c.valid_from, settings.c.id)
    )
    return {row.name: row.value for row in store.execute(query)}


def put(store: Store, version: Version, *, day: date) -> None:
    """Add a version, told in the trail; `day` is today where it is set."""
    row = {
        "name": version.name,
        "value": version.value,
        "valid_from": version.valid_from,
        "set_at": version.set_at,
        "set_by": version.set_by,
    }
    store.execute(insert(settings).values(**row))
    told = {"name": version.name, "from": version.valid_from.isoformat()}
    stamped(store, Stamp(version.set_at, day, version.set_by), "setting", {None: told})


def versions(store: Store, name: str) -> list[Version]:
    """All there have been of a setting, the last one set first."""
    query = select(settings).where(settings.c.name == name).order_by(settings.c.id.desc())
    return [of_row(Version, row) for row in store.execute(query)]
