"""`tilik import units`: units, what is above them, their zones and weeks, and which are closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from bot.imports.kind import Kind
from bot.imports.kinds.dated import no_unit
from bot.imports.kinds.named_units import Units, circles, parent_of
from bot.imports.outcome import CellChange, Outcome, Tally, Terms, altered, changed
from bot.imports.reading.cells import chosen, days, in_zone, read_by
from bot.imports.reading.headers import CLOSED_FROM, FROM, PARENT, POSITION, UNIT, WEEK
from bot.imports.reading.sheets import (
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    is_nothing,
    refuse,
    same,
    twice,
)
from models.letters import Text
from models.refused import Refused
from models.store import Store
from models.store.office import unit_terms, unit_tree
from models.store.office.unit_terms import UnitTerms
from models.store.oversight.stamps import Stamp, stamped

DAY = timedelta(days=1)


WEEKS = {written: int(written[0]) for written in ("5", "6", "5 hari", "6 hari", "5 days", "6 days")}
Before = Mapping[str, UnitTerms]
"""The units as they were, by name."""


def _place(cell: str) -> int | None:
    """A place in a list, from 1."""
    return int(cell) if re.fullmatch(r"[1-9][0-9]{0,4}", cell) else None


@dataclass(frozen=True, slots=True)
class UnitRow(SheetRow):
    """One row: a unit. What is None stays as it is; with a `parent` of "" it is on top.

    `first`: since when it stands there; `closed`: the first day on which it is there no more;
    `position`: its place among those beside it, else they stand as they came.
    """

    unit: Annotated[str, column(UNIT, filled=True)]
    parent: Annotated[str | None, column(PARENT, parent_of, dash=True, above=True)]
    zone: Annotated[str | None, in_zone()]
    week: Annotated[int | None, column(WEEK, chosen(WEEKS, "units-week-wrong"))]
    first: Annotated[date | None, days(FROM, "first")]
    closed: Annotated[date | None, days(CLOSED_FROM, "first")]
    position: Annotated[int | None, column(POSITION, read_by(_place, "units-position-wrong"))]


COLUMNS = columns_of(UnitRow)


def agree(rows: Sequence[UnitRow]) -> Iterator[Mistake]:
    """A unit is there once, and not above itself."""
    keyed = ((one.row, same(one.unit)) for one in rows)
    yield from twice(keyed, "units-twice", COLUMNS.title("unit"))
    yield from circles(rows, COLUMNS)


def apply(store: Store, sheet: ReadSheet[UnitRow], given: Terms) -> Outcome:
    """Let the units stand as the file says; raises `SheetWrong`."""
    rows = sheet.rows
    before = {same(one.name): one for one in unit_terms.every(store)}
    refuse([*sheet.wrongs, *_unknown_parents(sheet, before), *_late(rows, before, given)])
    units = Units(store, rows, given.zone)
    beside = units.question(rows)
    numbers = {one.row: units.unit(one.unit).id for one in rows}
    _settle(store, rows, numbers, before, units, given)
    parents = {same(unit.name): unit.id for unit in units.met()}
    given.watch(0.5)

    def move(one: UnitRow) -> None:
        old = before.get(same(one.unit))
        if old is None or one.parent is None:
            return
        parent = parents[same(one.parent)] if one.parent else None
        stamp = _stamp(one, before, given)
        if parent != old.parent_id:
            unit_tree.move(store, old.id, parent, since=one.first or stamp.day, stamp=stamp)

    def close(one: UnitRow) -> None:
        old = before.get(same(one.unit))
        if one.closed is not None and not (old and old.is_closed):
            stamp = _stamp(one, before, given)
            last = one.closed - DAY
            unit_tree.close_unit(store, numbers[one.row], last_day=last, now=given.now, stamp=stamp)

    refuse([*_each(rows, move, "parent"), *_each(rows, close, "closed")])
    after = {one.id: one for one in unit_terms.every(store)}
    told = _told(rows, before, after, units, widens=units.widens(given.by))
    return replace(told, notes=tuple(beside))


def _settle(
    store: Store,
    rows: Sequence[UnitRow],
    numbers: Mapping[int, int],
    before: Before,
    units: Units,
    given: Terms,
) -> None:
    """Note the new ones, and give every unit its zone and its week."""
    for unit in units.made:
        what: dict[str, object] = {"unit": unit.id, "parent": unit.parent_id}
        stamped(store, given.stamp(unit.zone), "unit", {None: what})
    for one in rows:
        old = before.get(same(one.unit))
        zone = one.zone if old and one.zone != old.zone else None
        week = one.week if one.week != (old.week if old else 5) else None
        place = one.position if one.position != (old.position if old else None) else None
        stamp = _stamp(one, before, given)
        number = numbers[one.row]
        unit_terms.change(store, number, zone=zone, week=week, position=place, stamp=stamp)


def _each(rows: Sequence[UnitRow], do: Callable[[UnitRow], None], column: str) -> list[Mistake]:
    """Do it for every row, whatever their order: what is refused is tried again after the others,
    as long as any of them can be done."""
    left, refused = list(rows), dict[int, Text]()
    while left:
        again = []
        for one in left:
            try:
                do(one)
            except Refused as reason:
                refused[one.row] = reason.why
                again.append(one)
        if len(again) == len(left):
            return [Mistake(refused[one.row], one.row, COLUMNS.title(column)) for one in again]
        left = again
    return []


def _stamp(one: UnitRow, before: Before, given: Terms) -> Stamp:
    old = before.get(same(one.unit))
    return given.stamp(old.zone if old else one.zone)


def _unknown_parents(sheet: ReadSheet[UnitRow], before: Before) -> Iterator[Mistake]:
    """Units above that there are not, also of rows that are wrong otherwise."""
    rows = [(one.row, one.unit, one.parent or "") for one in sheet.rows]
    rows += [(row, cells["unit"], cells.get("parent", "")) for row, cells in sheet.unread]
    known = {*before, *(same(unit) for _, unit, _ in rows)}
    for row, _, parent in rows:
        if parent and not is_nothing(parent) and same(parent) not in known:
            yield no_unit(parent, row, COLUMNS.title("parent"))


def _late(rows: Iterable[UnitRow], before: Before, given: Terms) -> Iterator[Mistake]:
    for one in rows:
        if one.first and one.first > _stamp(one, before, given).day:
            yield Mistake(Text("units-later"), one.row, COLUMNS.title("first"))


def _told(
    rows: Sequence[UnitRow],
    before: Before,
    after: Mapping[int, UnitTerms],
    units: Units,
    *,
    widens: bool,
) -> Outcome:
    made = units.before(unit.parent_id for unit in units.made)
    tally = Tally(units=set(units.touched()), altered=set(made), sensitive=widens)
    names = {one.id: one.name for one in after.values()}
    old_ones = {one.id: one for one in before.values()}
    for one in rows:
        now = after[units.unit(one.unit).id]
        old = old_ones.get(now.id)
        on_top = widens and now.parent_id is None
        with tally.first_if(on_top if old is None else old.parent_id != now.parent_id):
            if old is None:
                _add(tally, now, names)
            else:
                _count(tally, old, now, names)
    return tally.outcome()


def _add(tally: Tally, now: UnitTerms, names: Mapping[int, str]) -> None:
    above = names[now.parent_id] if now.parent_id else Text("units-on-top")
    tally.adds(now.name, Text("units-line", {"above": above, "zone": now.zone, "week": now.week}))


def _count(tally: Tally, old: UnitTerms, now: UnitTerms, names: Mapping[int, str]) -> None:
    """Count a unit that was there before, and whether it stands elsewhere now."""
    found = list(_changes(old, now, names))
    places: set[int | None] = {now.id}
    if now.is_closed and not old.is_closed:
        tally.ends(now.name, Text("units-closed"))
    elif found:
        tally.turns(now.name, altered(found, COLUMNS))
    else:
        tally.same += 1
        places = set()
    if old.parent_id != now.parent_id:
        tally.sensitive = True
        tally.units |= {old.parent_id, now.parent_id}
        places |= {old.parent_id, now.parent_id}
    tally.altered = (tally.altered or set()) | places


def _changes(old: UnitTerms, now: UnitTerms, names: Mapping[int, str]) -> Iterator[CellChange]:
    above = (names[one.parent_id] if one.parent_id else "" for one in (old, now))
    yield from changed("parent", *above)
    yield from changed("zone", old.zone, now.zone)
    yield from changed("week", str(old.week), str(now.week))
    yield from changed("position", str(old.position or ""), str(now.position or ""))


UNITS = Kind("units", UnitRow, apply, "units-empty", "import-template-plain", agree)
