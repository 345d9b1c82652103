"""An office put into the store, name by name, out of the rows of its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.imports.kinds.services.sheet import COLUMNS, Stand
from bot.imports.kinds.services.units import Units
from bot.imports.reading.sheets import LONGEST, SheetWrong, same
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.oversight.looks import note_operator
from models.store.oversight.stamps import Stamp
from models.store.people import people


@dataclass(frozen=True)
class Head:
    """A unit's head without a code to join with, and the single-use code made for them."""

    unit: str
    person: str
    code: str


@dataclass(frozen=True)
class Made:
    """What an import has added."""

    units: int
    services: int
    counters: int
    heads: tuple[Head, ...]
    touched: frozenset[int | None]


def founded(
    store: Store,
    stands: Sequence[Stand],
    *,
    zone: str,
    now: datetime,
    name_head: Callable[[str], str] | None,
) -> Made:
    """Add what is not there yet, and a head (called by `name_head`) for each unit without one;
    without `name_head` no heads, and no codes for them.

    `zone` is for new units that nothing else says the zone of. Raises `SheetWrong` where a row
    says something of a unit that the store has otherwise.
    """
    before = _counted(store)
    units = _filled(store, stands, zone)
    new = [after - known for after, known in zip(_counted(store), before, strict=True)]
    heads = _heads(store, units.met(), name_head, now=now) if name_head else ()
    return Made(len(units.made), new[0], new[1], heads, units.touched())


def _counted(store: Store) -> tuple[int, int]:
    """How many services that are delivered somewhere, and counters there are."""
    counters = services.all_counters(store)
    delivered = {service.id for counter in counters for service in counter.services}
    return len(delivered), len(counters)


def _filled(store: Store, stands: Sequence[Stand], zone: str) -> Units:
    """Every unit, service and counter of the file; raises `SheetWrong` against the store."""
    units = Units(store, stands, zone)
    spelt = _spellings(store)
    wrongs = [wrong for stand in stands for wrong in units.against(stand, COLUMNS)]
    if wrongs:
        raise SheetWrong(wrongs)
    for stand in stands:
        unit = units.unit(stand.unit)
        # As they were first spelt: capital letters make no second loket.
        service, counter = (
            spelt.setdefault((kind, unit.id, same(name)), name)
            for kind, name in (("service", stand.service), ("counter", stand.counter))
        )
        number = services.add_service(store, unit.id, service, population=stand.population)
        services.offer(store, services.add_counter(store, unit.id, counter), number)
    return units


def _spellings(store: Store) -> dict[tuple[str, int, str], str]:
    known: dict[tuple[str, int, str], str] = {}
    for counter in services.all_counters(store):
        known["counter", counter.unit.id, same(counter.name)] = counter.name
        for service in counter.services:
            known["service", counter.unit.id, same(service.name)] = service.name
    return known


def _heads(
    store: Store, units: Sequence[Unit], name_head: Callable[[str], str], *, now: datetime
) -> tuple[Head, ...]:
    """A head for each unit that has none, and a new code for one whose code ran out unused."""
    heads = []
    for unit in units:
        day = now.astimezone(ZoneInfo(unit.zone)).date()
        person = people.head_of(store, unit.id, day)
        if person is None:
            person = people.add(store, name_head(unit.name)[:LONGEST])
            stamp = Stamp(now, day)
            people.entrust(store, person, unit_id=unit.id, duty="head", valid_from=day, stamp=stamp)
        elif not people.lacks_code(store, person, now=now):
            continue
        note_operator(store, "code", [person], now=now, zone=unit.zone)
        name = people.name_of(store, person)
        heads.append(Head(unit.name, name, people.invite(store, person, now=now)))
    return tuple(heads)
