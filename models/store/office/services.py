"""Units, services and counters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from models.services import Counter, Service, Unit, counter_name, new_code
from models.store import Store, dice_of, inserted, of_row
from models.store.engine.prepared import Prepared
from models.store.office import unit_tree
from models.store.schema import counters, offers, services, standards, units

_COLUMNS = (
    counters.c.id,
    counters.c.name,
    counters.c.code,
    units.c.id.label("unit_id"),
    units.c.name.label("unit"),
    units.c.zone,
    units.c.parent_id,
    services.c.id.label("service_id"),
    services.c.name.label("service"),
    services.c.population,
    exists()
    .where(standards.c.service_id == services.c.id, standards.c.valid_to.is_(None))
    .label("is_told"),
)
_EVERY = (
    select(*_COLUMNS)
    .select_from(
        counters.join(units, units.c.id == counters.c.unit_id)
        .join(offers, offers.c.counter_id == counters.c.id)
        .join(services, services.c.id == offers.c.service_id)
    )
    .order_by(*unit_tree.SIBLINGS, counters.c.id, services.c.id)
)
_OF_UNITS = Prepared(
    _EVERY.where(counters.c.unit_id.in_(bindparam("of_units", expanding=True)))
)
_BY_ID = Prepared(_EVERY.where(counters.c.id == bindparam("of_counter")))
_STAND = _EVERY.where(offers.c.open.is_(True))
_STAND_READY = Prepared(_STAND)
_UNITS = Prepared(select(units).order_by(*unit_tree.SIBLINGS))
_UNIT = Prepared(select(units).where(units.c.id == bindparam("of_unit")))
_TOPS = Prepared(select(units.c.id).where(units.c.parent_id.is_(None)))
_BY_CODE = Prepared(_STAND.where(counters.c.code == bindparam("code")))


def counter_by_code(store: Store, code: str) -> Counter | None:
    """The counter behind a code, with its open services; None if there is none (any more)."""
    found = _counters(_BY_CODE.all(store, {"code": code}))
    return found[0] if found else None


def counter_of_code(store: Store, code: str) -> Counter | None:
    """The same with every service that was ever offered there, also where none is open."""
    found = _counters(store.execute(_EVERY.where(counters.c.code == code)).all())
    return found[0] if found else None


def all_counters(store: Store) -> list[Counter]:
    """Every counter with at least one open service, by unit in the office's order."""
    found = _counters(_STAND_READY.all(store, {}))
    if len({counter.unit.id for counter in found}) <= 1:
        return found
    rank = {unit.id: place for place, unit in enumerate(every_unit(store))}
    return sorted(found, key=lambda counter: rank[counter.unit.id])


def counters_of(store: Store, unit_ids: Sequence[int]) -> list[Counter]:
    """The counters of these units, those without an open service too (their past counts)."""
    return _counters(_OF_UNITS.all(store, {"of_units": unit_ids}))


def counters_by_id(store: Store, counter_id: int) -> list[Counter]:
    """The counter with this id, in a list; empty if there is none."""
    return _counters(_BY_ID.all(store, {"of_counter": counter_id}))


def unit_of_counter(store: Store, counter_id: int) -> int:
    """The unit that the counter is of."""
    query = select(counters.c.unit_id).where(counters.c.id == counter_id)
    return int(store.execute(query).scalar_one())


def in_zone(zone: str) -> Select[Any]:
    """Ids: of all counters whose unit lies in the zone."""
    there = select(counters.c.id).join(units, units.c.id == counters.c.unit_id)
    return there.where(units.c.zone == zone)


def counter_names(store: Store, counter_ids: Collection[int]) -> list[str]:
    """What these counters are called, each with its unit, in the order of their numbers."""
    query = select(counters.c.name, units.c.name.label("unit")).join(units)
    rows = store.execute(query.where(counters.c.id.in_(counter_ids)).order_by(counters.c.id))
    return [counter_name(row.name, row.unit) for row in rows]


def service_name(store: Store, service_id: int | None) -> str | None:
    """What a service is called; None where there is none of this number."""
    if service_id is None:
        return None
    query = select(services.c.name).where(services.c.id == service_id)
    return store.execute(query).scalar_one_or_none()


def unit_of_service(store: Store, service_id: int) -> int | None:
    """The unit that delivers the service."""
    return store.execute(select(services.c.unit_id).where(services.c.id == service_id)).scalar()


def unit(store: Store, unit_id: int) -> Unit | None:
    """One unit."""
    row = _UNIT.first(store, {"of_unit": unit_id})
    return None if row is None else _unit(row)


def lineage(store: Store, unit_id: int, day: date | None = None) -> tuple[Unit, ...]:
    """The unit and every unit above it, nearest first: as they stand, or stood on that day."""
    up: list[Unit] = []
    here: int | None = unit_id
    while here is not None and len(up) < 20:
        found = unit(store, here)
        if found is None:
            break
        up.append(found)
        here = found.parent_id if day is None else unit_tree.above(store, here, day)
    return tuple(up)


def subtree(store: Store, unit_id: int, day: date | None = None) -> list[int]:
    """The ids of the unit and of every unit below it: as they stand, or stood on that day.

    Whoever shows a past quarter asks for its last day: it keeps the tree as it was.
    """
    return list(unit_tree.parents(store, unit_id, day))


def tops(store: Store) -> list[int]:
    """The ids of the units above which there is none."""
    return [row.id for row in _TOPS.all(store, {})]


def add_unit(store: Store, name: str, *, zone: str, parent_id: int | None = None) -> Unit:
    """The unit of this name, made if it is not there; a known unit keeps its zone and parent."""
    row = store.execute(select(units).where(units.c.name == name)).first()
    if row is not None:
        return _unit(row)
    number = inserted(store, units, name=name, zone=zone, parent_id=parent_id)
    return Unit(number, name, zone, parent_id)


def add_service(store: Store, unit_id: int, name: str, *, population: int | None = None) -> int:
    """The id of the unit's service of this name, made if it is not there."""
    here = (services.c.unit_id == unit_id) & (services.c.name == name)
    row = store.execute(select(services.c.id).where(here)).first()
    if row is None:
        return inserted(store, services, unit_id=unit_id, name=name, population=population)
    if population is not None:
        store.execute(update(services).where(here).values(population=population))
    return int(row.id)


def add_counter(store: Store, unit_id: int, name: str) -> int:
    """The id of the unit's counter of this name, made with a fresh code if it is not there."""
    here = (counters.c.unit_id == unit_id) & (counters.c.name == name)
    while (found := store.execute(select(counters.c.id).where(here)).scalar()) is None:
        with suppress(IntegrityError), store.begin_nested():
            values = {"unit_id": unit_id, "name": name, "code": new_code(dice_of(store))}
            store.execute(insert(counters).values(**values))
    return int(found)


def offer(store: Store, counter_id: int, service_id: int, *, is_open: bool = True) -> None:
    """The counter delivers the service (or no longer does)."""
    here = (offers.c.counter_id == counter_id) & (offers.c.service_id == service_id)
    if store.execute(update(offers).where(here).values(open=is_open)).rowcount == 0:
        values = {"counter_id": counter_id, "service_id": service_id, "open": is_open}
        store.execute(insert(offers).values(**values))


def every_unit(store: Store) -> list[Unit]:
    """All units in the office's order, each before those below it."""
    rows = _UNITS.all(store, {})
    known = {row.id: _unit(row) for row in rows}
    tree = unit_tree.nested({number: unit.parent_id for number, unit in known.items()}, None)
    return [known[number] for number, _ in tree]


def _counters(rows: Any) -> list[Counter]:
    grouped: dict[int, tuple[Any, list[Service]]] = {}
    for row in rows:
        _, offered = grouped.setdefault(row.id, (row, []))
        columns = (row.service_id, row.unit_id, row.service, row.population, bool(row.is_told))
        offered.append(Service(*columns))
    return [
        Counter(
            id=row.id,
            unit=Unit(row.unit_id, row.unit, row.zone, row.parent_id),
            name=row.name,
            code=row.code,
            services=tuple(offered),
        )
        for row, offered in grouped.values()
    ]


def _unit(row: Any) -> Unit:
    return of_row(Unit, row)
