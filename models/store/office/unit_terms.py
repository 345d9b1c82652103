"""On what terms a unit works: its zone, and how many days its week has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, update

from models.store import Store
from models.store.oversight.stamps import Stamp, stamped
from models.store.rules import settings
from models.store.rules.decisions import WEEK
from models.store.rules.settings import Version
from models.store.schema import units


@dataclass(frozen=True)
class UnitTerms:
    """A unit as it stands: `week` has five working days or six; `position` is its place among those
    beside it, where the office says one."""

    id: int
    name: str
    parent_id: int | None
    zone: str
    week: int
    is_closed: bool
    position: int | None = None


def every(store: Store) -> list[UnitTerms]:
    """All units, by name."""
    return [
        UnitTerms(
            row.id,
            row.name,
            row.parent_id,
            row.zone,
            row.week,
            row.closed_on is not None,
            row.position,
        )
        for row in store.execute(select(units).order_by(units.c.name))
    ]


def change(
    store: Store,
    unit_id: int,
    *,
    zone: str | None = None,
    week: int | None = None,
    position: int | None = None,
    stamp: Stamp | None = None,
) -> None:
    """Let the unit work in that zone (an IANA name), or that many days a week, or stand at that
    place among those beside it; None: as before.

    The days before that of the stamp keep the week they had.
    """
    values: dict[str, Any] = {"zone": zone, "week": week, "position": position}
    given = {name: value for name, value in values.items() if value is not None}
    if not given:
        return
    if week is not None and stamp is not None:
        _keep_week(store, unit_id, week, stamp)
    store.execute(update(units).where(units.c.id == unit_id).values(**given))
    stamped(store, stamp, "unit", {None: {"unit": unit_id, **given}})


def _keep_week(store: Store, unit_id: int, week: int, stamp: Stamp) -> None:
    name = f"{WEEK}{unit_id}"
    if not settings.versions(store, name):
        before = store.execute(select(units.c.week).where(units.c.id == unit_id)).scalar_one()
        settings.put(store, Version(name, before, date.min, stamp.at, stamp.by), day=stamp.day)
    settings.put(store, Version(name, week, stamp.day, stamp.at, stamp.by), day=stamp.day)
