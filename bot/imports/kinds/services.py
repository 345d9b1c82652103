"""`tilik import services`: the units, services and counters of an office, out of one table.

What is known already stays as it is, so a file may be given again with new rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Annotated, Any

from bot.cli.terminal import Say
from bot.imports.kind import ImportPage, ImportView, Kind, how_read
from bot.imports.kinds.named_units import Units, circles, contradictions, parent_of, said_of_units
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.cells import in_zone, read_by
from bot.imports.reading.group_cells import Served, read_groups
from bot.imports.reading.headers import (
    COUNTER,
    PARENT,
    POPULATION,
    SERVED_GROUPS,
    SERVICE,
    UNIT,
    ZONE,
    titled,
)
from bot.imports.reading.sheets import (
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    refuse,
    same,
)
from models.letters import Text
from models.services import Unit
from models.store import Store
from models.store.office import groups, services
from models.store.people import people

MOST_PEOPLE = 2_000_000_000


def _population(cell: str) -> int | None:
    """A whole number from 1, thousands parted by one kind of sign or by none."""
    if not re.fullmatch(r"[0-9]+|[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*", cell):
        return None
    number = int(re.sub(r"[., ]", "", cell)[:20])
    return number if 1 <= number <= MOST_PEOPLE else None


_people = read_by(_population, "office-population-wrong")
_groups = read_by(lambda cell: read_groups(cell, _population), "office-groups-wrong")


@dataclass(frozen=True, slots=True)
class ServiceRow(SheetRow):
    """One row: a service at a counter. What the file leaves blank is None."""

    unit: Annotated[str, column(titled("unit", UNIT), filled=True, above=True)]
    service: Annotated[str, column(SERVICE, filled=True)]
    counter: Annotated[str, column(COUNTER, filled=True)]
    population: Annotated[int | None, column(POPULATION, _people)]
    groups: Annotated[Served | None, column(SERVED_GROUPS, _groups)]
    parent: Annotated[str | None, column(PARENT, parent_of, dash=True, above=True)]
    zone: Annotated[str | None, in_zone(titled("zona", ZONE))]


COLUMNS = columns_of(ServiceRow)


@dataclass(frozen=True)
class Founded:
    """How much is new in the office; `headless` are the names of units that have no head yet."""

    units: int
    services: int
    counters: int
    headless: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How much, for words."""
        return {"units": self.units, "services": self.services, "counters": self.counters}


def agree(rows: Sequence[ServiceRow]) -> Iterator[Mistake]:
    """Rows that contradict each other, and units in a circle."""
    yield from contradictions(((row.row, one) for row in rows for one in _said(row)), COLUMNS)
    yield from circles(rows, COLUMNS)


def apply(store: Store, sheet: ReadSheet[ServiceRow], terms: Terms) -> Outcome:
    """Add what is not there yet. Who heads a unit is said by the table of people alone.

    Raises `SheetWrong` where a row says something of a unit that the store has otherwise.
    """
    before = _counted(store)
    units = Units(store, sheet.rows, terms.zone)
    against = (wrong for row in sheet.rows for wrong in units.against(row, COLUMNS))
    refuse([*sheet.wrongs, *against])
    beside = units.question(sheet.rows)
    units.place(terms.stamp)
    _fill(store, sheet.rows, units)
    after = _counted(store)
    headless = tuple(unit.name for unit in units.met() if _is_headless(store, unit, terms))
    made = Founded(len(units.made), after[0] - before[0], after[1] - before[1], headless)
    count = sum(made.counts.values())
    lines = (*units.lines(), *([Text("import-services", made.counts)] if count else []))
    wide = units.widens(terms.by)
    count += len(units.placed)
    outcome = Outcome(new=count, lines=lines, sensitive=wide, units=units.touched(), made=made)
    return replace(outcome, notes=tuple(beside))


def _said(row: ServiceRow) -> Iterator[tuple[tuple[str, ...], str | int | None]]:
    yield from said_of_units(row)
    yield ("population", same(row.unit), same(row.service)), row.population
    groups = str(sorted(row.groups)) if row.groups else None
    yield ("groups", same(row.unit), same(row.service)), groups


def _counted(store: Store) -> tuple[int, int]:
    """How many services that are delivered somewhere, and counters there are."""
    counters = services.all_counters(store)
    delivered = {service.id for counter in counters for service in counter.services}
    return len(delivered), len(counters)


def _fill(store: Store, rows: Iterable[ServiceRow], units: Units) -> None:
    """Put every unit, service and counter of the file into the store."""
    spelt = _spellings(store)
    for row in rows:
        unit = units.unit(row.unit)
        # As they were first spelt: capital letters make no second loket.
        service, counter = (
            spelt.setdefault((kind, unit.id, same(name)), name)
            for kind, name in (("service", row.service), ("counter", row.counter))
        )
        number = services.add_service(store, unit.id, service, population=row.population)
        services.offer(store, services.add_counter(store, unit.id, counter), number)
        for group, those in groupby(sorted(row.groups or ()), itemgetter(0)):
            groups.serve(store, number, group, {value: people for _, value, people in those})


def _spellings(store: Store) -> dict[tuple[str, int, str], str]:
    known: dict[tuple[str, int, str], str] = {}
    for counter in services.all_counters(store):
        known["counter", counter.unit.id, same(counter.name)] = counter.name
        for service in counter.services:
            known["service", counter.unit.id, same(service.name)] = service.name
    return known


def _is_headless(store: Store, unit: Unit, terms: Terms) -> bool:
    return people.head_of(store, unit.id, terms.stamp(unit.zone).day) is None


def _lines(view: ImportView, say: Say) -> Iterator[str]:
    made: Founded = view.made.outcome.made
    told = "office-would-make" if view.dry_run else "office-made"
    new = view.made.outcome.new
    yield say(told, **made.counts) if new else say("office-nothing-new")
    yield from how_read(view, say)
    if view.dry_run:
        yield say("office-tried")
    elif made.headless:
        yield say("office-headless", units=", ".join(made.headless))


def _as_object(view: ImportView, say: Say) -> dict[str, Any]:
    made: Founded = view.made.outcome.made
    return {**made.counts, "headless": list(made.headless), "read": list(how_read(view, say))}


SERVICES = Kind(
    "services",
    ServiceRow,
    apply,
    "office-empty",
    "office-template-written",
    agree,
    ImportPage(_lines, _as_object),
)
