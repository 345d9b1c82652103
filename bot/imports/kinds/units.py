"""`tilik import units`: units, what is above them, their zones and weeks, and which are closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from bot.imports.changes import Change, changed
from bot.imports.kinds.services.units import Units
from bot.imports.kinds.units_sheet import COLUMNS, Part, read
from bot.imports.outcome import Kind, Outcome, Tally, Terms
from bot.imports.reading.sheets import SheetWrong, Wrong, same, short
from models.calendar import local
from models.letters import Text
from models.refused import Refused
from models.store import Store
from models.store.office import unit_terms, unit_tree
from models.store.office.unit_terms import Standing
from models.store.oversight.stamps import Stamp, stamped

DAY = timedelta(days=1)


def apply(store: Store, rows: Sequence[Part], given: Terms) -> Outcome:
    """Let the units stand as the file says; raises `SheetWrong`."""
    before = {same(one.name): one for one in unit_terms.every(store)}
    wrongs = [*_unknown_parents(rows, before), *_late(rows, before, given)]
    if wrongs:
        raise SheetWrong(wrongs)
    units = Units(store, rows, given.zone)
    numbers = {one.row: units.unit(one.unit).id for one in rows}
    _settle(store, rows, numbers, before, units, given)
    parents = {same(unit.name): unit.id for unit in units.met()}
    given.watch(0.5)

    def move(one: Part) -> None:
        old = before.get(same(one.unit))
        if old is None or (one.parent is None and not one.on_top):
            return
        parent = parents[same(one.parent)] if one.parent else None
        stamp = _stamp(one, before, given)
        if parent != old.parent_id:
            unit_tree.move(store, old.id, parent, since=one.first or stamp.day, stamp=stamp)

    def close(one: Part) -> None:
        old = before.get(same(one.unit))
        if one.closed is not None and not (old and old.is_closed):
            stamp = _stamp(one, before, given)
            last = one.closed - DAY
            unit_tree.close_unit(store, numbers[one.row], last_day=last, now=given.now, stamp=stamp)

    wrongs = [*_each(rows, move, "parent"), *_each(rows, close, "closed")]
    if wrongs:
        raise SheetWrong(wrongs)
    return _told(rows, before, {one.id: one for one in unit_terms.every(store)}, units)


def _settle(
    store: Store,
    rows: Sequence[Part],
    numbers: Mapping[int, int],
    before: Mapping[str, Standing],
    units: Units,
    given: Terms,
) -> None:
    """Note the new ones, and give every unit its zone and its week."""
    for unit in units.made:
        new = Stamp(given.now, local(given.now, unit.zone).date(), given.by)
        stamped(store, new, "unit", {None: {"unit": unit.id, "parent": unit.parent_id}})
    for one in rows:
        old = before.get(same(one.unit))
        zone = one.zone if old and one.zone != old.zone else None
        week = one.week if one.week != (old.week if old else 5) else None
        stamp = _stamp(one, before, given)
        unit_terms.change(store, numbers[one.row], zone=zone, week=week, stamp=stamp)


def _each(rows: Sequence[Part], do: Callable[[Part], None], column: str) -> list[Wrong]:
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
            return [Wrong(refused[one.row], one.row, COLUMNS.title(column)) for one in again]
        left = again
    return []


def _stamp(one: Part, before: Mapping[str, Standing], given: Terms) -> Stamp:
    old = before.get(same(one.unit))
    zone = old.zone if old else one.zone or given.zone
    return Stamp(given.now, local(given.now, zone).date(), given.by)


def _unknown_parents(rows: Sequence[Part], before: Mapping[str, Standing]) -> Iterator[Wrong]:
    known = {*before, *(same(one.unit) for one in rows)}
    for one in rows:
        if one.parent and same(one.parent) not in known:
            why = Text("import-no-unit", {"unit": short(one.parent)})
            yield Wrong(why, one.row, COLUMNS.title("parent"))


def _late(rows: Iterable[Part], before: Mapping[str, Standing], given: Terms) -> Iterator[Wrong]:
    for one in rows:
        if one.first and one.first > _stamp(one, before, given).day:
            yield Wrong(Text("units-later"), one.row, COLUMNS.title("first"))


def _told(
    rows: Sequence[Part],
    before: Mapping[str, Standing],
    after: Mapping[int, Standing],
    units: Units,
) -> Outcome:
    tally = Tally(units=set(units.touched()))
    names = {one.id: one.name for one in after.values()}
    old_ones = {one.id: one for one in before.values()}
    for one in rows:
        now = after[units.unit(one.unit).id]
        old = old_ones.get(now.id)
        if old is None:
            above = names[now.parent_id] if now.parent_id else Text("units-on-top")
            facts = {"above": above, "zone": now.zone, "week": now.week}
            tally.adds(now.name, Text("units-line", facts))
            continue
        if now.is_closed and not old.is_closed:
            tally.ends(now.name, Text("units-closed"))
            continue
        found = list(_changes(old, now, names))
        if found:
            tally.alters(now.name, found, COLUMNS)
        else:
            tally.same += 1
        if old.parent_id != now.parent_id:
            tally.sensitive = True
            tally.units |= {old.parent_id, now.parent_id}
    return tally.outcome()


def _changes(old: Standing, now: Standing, names: Mapping[int, str]) -> Iterator[Change]:
    above = (names[one.parent_id] if one.parent_id else "" for one in (old, now))
    yield from changed("parent", *above)
    yield from changed("zone", old.zone, now.zone)
    yield from changed("week", str(old.week), str(now.week))


UNITS = Kind("units", COLUMNS, read, apply, "units-empty", "import-template-plain", ())
