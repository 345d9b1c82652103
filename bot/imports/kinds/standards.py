"""`tilik import standards`: the published standard of each service, component by component.

What a file leaves blank stays as it is; the former words keep their days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from bot.imports.kind import Kind
from bot.imports.kinds.dated import units_by_name, unknown_units
from bot.imports.outcome import Outcome, Tally, Terms, listed
from bot.imports.reading import headers
from bot.imports.reading.sheets import (
    Mistake,
    ReadSheet,
    SheetColumn,
    SheetRow,
    column,
    columns_of,
    is_nothing,
    refuse,
    same,
    short,
    twice,
)
from models.letters import Fact, Text
from models.services import counter_name
from models.standards import COMPONENTS, LONGEST_COMPONENT, Component
from models.store import Store
from models.store.office import counters, standards

GONE = ""
"""Stands for what is no longer published."""
WITHDRAWN = frozenset(("dicabut", "dihapus", "hapus", "withdrawn"))
FREE = frozenset(("tidak ada", "tdk ada", "nihil", "none"))
"""What says of a fee that there is none; elsewhere it says nothing."""


def _words(cell: str) -> str:
    return GONE if same(cell) in WITHDRAWN else cell


def _fee(cell: str) -> str | None:
    is_blank = is_nothing(cell) and same(cell) not in FREE
    return None if is_blank else _words(cell)


def _component(called: tuple[str, ...]) -> SheetColumn:
    return column(called, _words, longest=LONGEST_COMPONENT, lines=True)


@dataclass(frozen=True, slots=True)
class StandardRow(SheetRow):
    """One row: a service, and what the office publishes of it."""

    unit: Annotated[str, column(headers.UNIT, filled=True, above=True)]
    service: Annotated[str, column(headers.SERVICE, filled=True)]
    requirements: Annotated[str | None, _component(headers.REQUIREMENTS)]
    procedure: Annotated[str | None, _component(headers.PROCEDURE)]
    time: Annotated[str | None, _component(headers.DURATION)]
    fees: Annotated[
        str | None, column(headers.FEES, _fee, longest=LONGEST_COMPONENT, lines=True, dash=True)
    ]
    product: Annotated[str | None, _component(headers.PRODUCT)]
    hours: Annotated[str | None, _component(headers.OPENING_HOURS)]
    complaints: Annotated[str | None, _component(headers.COMPLAINTS_TO)]

    @property
    def said(self) -> dict[Component, str]:
        """What the row says of the service."""
        words = {one: getattr(self, one) for one in COMPONENTS}
        return {one: said for one, said in words.items() if said is not None}


COLUMNS = columns_of(StandardRow)
Known = Mapping[tuple[int, str], int]


def agree(rows: Iterable[StandardRow]) -> Iterator[Mistake]:
    """A service has one row."""
    keyed = ((one.row, (same(one.unit), same(one.service))) for one in rows)
    return twice(keyed, "standards-twice", COLUMNS.title("service"))


def apply(store: Store, sheet: ReadSheet[StandardRow], terms: Terms) -> Outcome:
    """Publish what the file says from today on; raises `SheetWrong`."""
    units, known = units_by_name(store), _services(store)
    wrong = [*sheet.wrongs, *unknown_units(sheet, units, COLUMNS)]
    for one in sheet.rows:
        unit = units.get(same(one.unit))
        if unit is not None and (unit.id, same(one.service)) not in known:
            facts = {"service": short(one.service), "unit": unit.name}
            why = Text("standards-no-service", facts)
            wrong.append(Mistake(why, one.row, COLUMNS.title("service")))
    refuse(wrong)
    tally = Tally(units={units[same(one.unit)].id for one in sheet.rows})
    for one in sheet.rows:
        unit = units[same(one.unit)]
        _publish(store, one, known[unit.id, same(one.service)], terms, unit.zone, tally)
    return tally.outcome()


def _services(store: Store) -> Known:
    named = counters.services_named(store).items()
    return {(unit, same(name)): number for number, (unit, name) in named}


def _publish(
    store: Store, one: StandardRow, service: int, terms: Terms, zone: str, tally: Tally
) -> None:
    stamp = terms.stamp(zone)
    held = standards.of_service(store, service, stamp.day)
    new = {c: words or None for c, words in one.said.items() if words != held.get(c, GONE)}
    standards.put(store, service, new, stamp=stamp)
    what, now = counter_name(one.service, one.unit), standards.of_service(store, service, stamp.day)
    if not new:
        tally.same += 1
    elif not held:
        tally.adds(what, _named(new))
    elif not now:
        tally.ends(what, _named(new))
    else:
        tally.turns(what, _named(new))
    if missing := [c for c in COMPONENTS if c not in now]:
        facts: dict[str, Fact] = {"what": what, "components": _named(missing)}
        tally.notes.append(Text("standards-missing", facts))


def _named(components: Collection[Component]) -> Text:
    return listed([Text(f"kantor-topic-{c}") for c in COMPONENTS if c in components])


STANDARDS = Kind(
    "standards", StandardRow, apply, "standards-empty", "import-template-plain", agree
)
