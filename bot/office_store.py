"""An office put into the store, name by name, out of the rows of its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.office_checks import parents
from bot.office_sheet import COLUMNS, LONGEST_NAME, SheetWrong, Stand, Wrong, same
from models.services import Unit
from models.store import Store, people, services


@dataclass(frozen=True)
class Head:
    """A unit's head who was made, and the single-use code to join with."""

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


def founded(
    store: Store,
    stands: Sequence[Stand],
    *,
    zone: str,
    now: datetime,
    name_head: Callable[[str], str],
) -> Made:
    """Add what is not there yet, and a head (called by `name_head`) for each unit without one.

    `zone` is for new units whose rows name none. Raises `SheetWrong` where a row says something
    of a unit that the store has otherwise.
    """
    before = _counted(store)
    units = _Office(store, stands, zone).filled()
    new = [after - known for after, known in zip(_counted(store), before, strict=True)]
    heads = _heads(store, units, name_head, now=now)
    return Made(units=new[0], services=new[1], counters=new[2], heads=heads)


def _counted(store: Store) -> tuple[int, int, int]:
    """How many units, services that are delivered somewhere, and counters there are."""
    counters = services.all_counters(store)
    delivered = {service.id for counter in counters for service in counter.services}
    return services.count_units(store), len(delivered), len(counters)


class _Office:
    """The office as it is put into the store, name by name."""

    def __init__(self, store: Store, stands: Sequence[Stand], zone: str) -> None:
        self._store = store
        self._stands = stands
        self._parents = parents(stands)
        self._zones = _zones(stands, zone)
        self._units: dict[str, Unit] = {}
        self._spelt: dict[tuple[str, ...], str] = {}

    def filled(self) -> list[Unit]:
        """Every unit of the file and those above them; raises `SheetWrong` against the store."""
        self._learn_spellings()
        wrongs = []
        for stand in self._stands:
            unit = self._unit(stand.unit)
            wrongs += self._against(stand, unit)
            service = services.add_service(
                self._store,
                unit.id,
                self._spelling(stand.service, "service", str(unit.id)),
                population=stand.population,
            )
            name = self._spelling(stand.counter, "counter", str(unit.id))
            services.offer(self._store, services.add_counter(self._store, unit.id, name), service)
        if wrongs:
            raise SheetWrong(wrongs)
        return list(self._units.values())

    def _unit(self, name: str) -> Unit:
        known = self._units.get(same(name))
        if known is not None:
            return known
        above = self._parents.get(same(name))
        parent = self._unit(above[0]) if above else None
        unit = services.add_unit(
            self._store,
            self._spelling(name, "unit"),
            zone=self._zones[same(name)],
            parent_id=parent.id if parent else None,
        )
        self._units[same(name)] = unit
        return unit

    def _against(self, stand: Stand, unit: Unit) -> list[Wrong]:
        """What the row says of a unit that the store has otherwise."""
        stated = {"zone": stand.zone is not None and stand.zone != unit.zone}
        if stand.parent is not None:
            stated["parent"] = self._unit(stand.parent).id != unit.parent_id
        return [
            Wrong("office-kept", {"row": stand.row, "column": COLUMNS[c][0], "unit": unit.name})
            for c, differs in stated.items()
            if differs
        ]

    def _learn_spellings(self) -> None:
        for counter in services.all_counters(self._store):
            for unit in services.lineage(self._store, counter.unit.id):
                self._spelling(unit.name, "unit")
            self._spelling(counter.name, "counter", counter.unit.key)
            for service in counter.services:
                self._spelling(service.name, "service", counter.unit.key)

    def _spelling(self, name: str, *place: str) -> str:
        """The name as it was first spelt: capital letters make no second loket."""
        return self._spelt.setdefault((*place, same(name)), name)


def _zones(stands: Sequence[Stand], default: str) -> dict[str, str]:
    """Unit -> its zone: its own rows', else that of the first unit below it, else the default."""
    found: dict[str, str] = {}
    for stand in stands:
        if stand.zone is not None:
            found.setdefault(same(stand.unit), stand.zone)
    for stand in stands:
        zone = found.setdefault(same(stand.unit), default)
        if stand.parent is not None:
            found.setdefault(same(stand.parent), zone)
    return found


def _heads(
    store: Store, units: Sequence[Unit], name_head: Callable[[str], str], *, now: datetime
) -> tuple[Head, ...]:
    """A head for each unit that has none, and a new code for one whose code ran out unused."""
    heads = []
    for unit in units:
        name = name_head(unit.name)[:LONGEST_NAME]
        person = people.head_of(store, unit.id)
        if person is None:
            person = people.add(store, name)
            day = now.astimezone(ZoneInfo(unit.zone)).date()
            people.entrust(store, person, unit_id=unit.id, duty="head", valid_from=day)
        elif not people.lacks_code(store, person, now=now):
            continue
        heads.append(Head(unit.name, name, people.invite(store, person, now=now)))
    return tuple(heads)
