"""Published standards of services: the newest holds, and the former ones keep their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import exists, insert, select

from models.services import Service
from models.standards import COMPONENTS, Component, Standard
from models.store import Store
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import ended, valid
from models.store.schema import offers, services, standards, units


def on(store: Store, day: date) -> list[Standard]:
    """The standards that hold on that day, by the names of the services; of services that are
    offered nowhere any more none."""
    offered = exists().where(offers.c.service_id == services.c.id, offers.c.open.is_(True))
    query = (
        select(standards, services.c.name, services.c.unit_id, units.c.name.label("unit"))
        .join(services, services.c.id == standards.c.service_id)
        .join(units, units.c.id == services.c.unit_id)
        .where(valid(standards, day), offered)
        .order_by(services.c.name, services.c.id)
    )
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in store.execute(query):
        rows[row.service_id].append(row)
    return [_standard(several) for several in rows.values()]


def of_service(store: Store, service_id: int, day: date) -> Mapping[Component, str]:
    """What holds of a service on that day, also of a past one."""
    mine = (standards.c.service_id == service_id) & valid(standards, day)
    rows = store.execute(select(standards.c.component, standards.c.words).where(mine))
    return {row.component: row.words for row in rows}


def put(
    store: Store, service_id: int, changes: Mapping[Component, str | None], *, stamp: Stamp
) -> None:
    """Let these components hold from the stamp's day on (None: no longer); the former keep their
    days, those of the same day are replaced."""
    for component, words in changes.items():
        mine = (standards.c.service_id == service_id) & (standards.c.component == component)
        ended(store, standards, mine, stamp.day)
        if words is not None:
            row = {"service_id": service_id, "component": component, "words": words}
            store.execute(insert(standards).values(**row, valid_from=stamp.day))
    if changes:
        what = {"service": service_id, "components": sorted(changes), "since": str(stamp.day)}
        stamped(store, stamp, "standard", {None: what})


def _standard(rows: list[Any]) -> Standard:
    first, words = rows[0], {row.component: row.words for row in rows}
    service = Service(first.service_id, first.unit_id, first.name)
    kept: dict[Component, str] = {one: words[one] for one in COMPONENTS if one in words}
    return Standard(service, first.unit, kept, max(row.valid_from for row in rows))
