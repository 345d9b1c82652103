"""Counters as an office lists them: with what is open and closed at each, and their other names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select, update

from models.store import Store
from models.store.office.services import offer
from models.store.oversight.stamps import Stamp, stamped
from models.store.schema import counters, offers, services


@dataclass(frozen=True)
class Loket:
    """A counter; `offered` is service -> whether it is open there."""

    id: int
    unit_id: int
    name: str
    offered: Mapping[int, bool] = field(default_factory=dict)


def every(store: Store) -> list[Loket]:
    """All counters, also those at which nothing is open."""
    offered: dict[int, dict[int, bool]] = {}
    for row in store.execute(select(offers)):
        offered.setdefault(row.counter_id, {})[row.service_id] = row.open
    rows = store.execute(select(counters).order_by(counters.c.id))
    return [Loket(row.id, row.unit_id, row.name, offered.get(row.id, {})) for row in rows]


def services_named(store: Store) -> dict[int, tuple[int, str]]:
    """All services: number -> unit and name."""
    return {row.id: (row.unit_id, row.name) for row in store.execute(select(services))}


def rename(store: Store, counter_id: int, name: str, *, stamp: Stamp | None = None) -> None:
    """Call a counter otherwise; its code, and what was rated there, stay."""
    store.execute(update(counters).where(counters.c.id == counter_id).values(name=name))
    stamped(store, stamp, "counter", {None: {"counter": counter_id, "renamed": True}})


def offer_all(
    store: Store, counter_id: int, offered: Mapping[int, bool], *, stamp: Stamp | None = None
) -> None:
    """Open and close services at a counter: service -> whether it is open from now on."""
    for service, is_open in offered.items():
        offer(store, counter_id, service, is_open=is_open)
    opened = sorted(service for service, is_open in offered.items() if is_open)
    shut = sorted(service for service, is_open in offered.items() if not is_open)
    what = {"counter": counter_id, "opened": opened, "closed": shut}
    stamped(store, stamp, "counter", {None: what})
