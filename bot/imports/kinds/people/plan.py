"""What becomes of each person of a file: as they stood, as they stand, what is otherwise. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.imports.kinds.dated import no_unit
from bot.imports.kinds.named_people import Names, someone_of, with_name
from bot.imports.kinds.named_units import Units
from bot.imports.kinds.people.rows import COLUMNS, StaffRow
from bot.imports.outcome import CellChange, changed
from bot.imports.reading.rings import ring_in_words, rings
from bot.imports.reading.sheets import Mistake, ReadSheet, is_nothing, refuse, same, short
from models.letters import Text
from models.nip import normalised
from models.people import HeldDuty
from models.services import Counter, Unit
from models.store.people.staff import Member

Roster = Mapping[int, Member]
Places = Mapping[str, Mapping[str, int]]
"""Unit (as `same` has it) -> counter (likewise) -> its number."""
Duties = Sequence[tuple[int, HeldDuty]]
"""Whose they are, by number, and what they are."""


@dataclass(frozen=True, slots=True)
class Step:
    """A row, its unit, and the person before and after it. Of who is new, nothing held before."""

    row: StaffRow
    unit: Unit
    before: Member
    after: Member
    is_new: bool


@dataclass(frozen=True)
class Successor:
    """A unit that has another head from today on."""

    unit: str
    before: str
    after: str


@dataclass(frozen=True)
class Steps:
    """All that is to be done: `given` and `taken` are duties, `single` the heads who stood for that
    alone, as those that an office's own table brings: their code would open the chat of nobody."""

    steps: Sequence[Step]
    given: Duties
    taken: Duties
    single: frozenset[int]
    heads: Sequence[Successor]


def names_of(sheet: ReadSheet[StaffRow], roster: Roster) -> Names:
    """Everybody of the office and of the file, whose rows may be wrong otherwise."""
    names, new = Names(), {one.nip for one in sheet.rows}
    for member in roster.values():
        if member.nip and member.unit_id is not None and member.nip not in new:
            names.add(member.nip, member.name, member.title or "")
    for one in sheet.rows:
        names.add(one.nip, one.name, one.title)
    for _, cells in sheet.unread:
        number = normalised(cells.get("nip", ""))
        if number.isdigit() and cells.get("name") and number not in new:
            names.add(number, cells["name"], cells.get("title", ""))
    return names


def with_superiors(sheet: ReadSheet[StaffRow], names: Names) -> ReadSheet[StaffRow]:
    """The sheet with the number of each superior who is given by name: it must be one person's."""
    rows, wrongs = list[StaffRow](), list(sheet.wrongs)
    for one in sheet.rows:
        meant = with_name(one.superior, one.superior_name)
        found = names.find(meant, one.row) if meant and "left" not in one.roles else None
        if isinstance(found, Text):
            wrongs.append(Mistake(found, one.row, COLUMNS.title("superior")))
            found = None
        elif found and found.nip == one.nip and one.over != one.nip:
            why = Text("people-own-superior")
            wrongs.append(Mistake(why, one.row, COLUMNS.title("superior")))
        rows.append(replace(one, superior=found))
    return replace(sheet, rows=rows, wrongs=[*wrongs, *_of_unread(sheet, names)])


def _of_unread(sheet: ReadSheet[StaffRow], names: Names) -> Iterator[Mistake]:
    """The superiors by name who are nowhere, of rows that are wrong otherwise too."""
    told = {(wrong.row, wrong.column) for wrong in sheet.wrongs}
    title = COLUMNS.title("superior")
    here = {normalised(cells.get("nip", "")) for _, cells in sheet.unread}
    for row, cells in sheet.unread:
        cell = cells.get("superior", "") or cells.get("superior_name", "")
        if not cell or is_nothing(cell) or (row, title) in told:
            continue
        someone = someone_of(cell)
        found = names.find(someone, row) if someone else None
        if isinstance(found, Text):
            yield Mistake(found, row, title)
        elif found and found.nip and found.nip not in here and not names.has(found.nip):
            yield Mistake(Text("people-superior-unknown"), row, title)


def renumbered(roster: Roster, rows: Iterable[StaffRow]) -> Mapping[int, Member]:
    """Who is known by an old number (nip), as they are by the new one of their row."""
    known = {member.nip: member for member in roster.values() if member.nip}
    found = ((known.get(one.old_nip or ""), one.nip) for one in rows if one.nip not in known)
    return {old.id: replace(old, nip=nip) for old, nip in found if old}


def check(sheet: ReadSheet[StaffRow], roster: Roster, units: Units, counters: Places) -> None:
    """Raise `SheetWrong` with all that is wrong with the file, also against the store: numbers,
    units that are otherwise, counters and superiors that are not there, circles of superiors."""
    before = {member.nip for member in roster.values()}
    now = {**roster, **renumbered(roster, sheet.rows)}
    refuse(
        [
            *sheet.wrongs,
            *_old_numbers(sheet.rows, before),
            *(w for one in sheet.rows if not one.left for w in units.against(one, COLUMNS)),
            *_unplaced([one for one in sheet.rows if not one.left], roster, units),
            *_duty_units(sheet.rows, units),
            *_counters(sheet.rows, counters),
            *_superiors(sheet, {member.nip for member in now.values()}),
            *_circles(sheet.rows, now),
        ]
    )


def plan(
    rows: Sequence[StaffRow],
    roster: Roster,
    *,
    numbers: Mapping[str, int],
    units: Mapping[str, Unit],
    counters: Places,
) -> Steps:
    """What is to be done. `numbers` are nip -> person, `units` by their names as the rows have
    them; both with the new ones. A unit has one head: who was it before is relieved of it."""
    steps = []
    for row in rows:
        number, unit = numbers[row.nip], units[row.unit]
        before = roster.get(number) or nobody_yet(number, row)
        held = frozenset(HeldDuty(duty, units[name].id) for duty, name in row.duties)
        after = _after(row, before, unit, held, numbers=numbers, counters=counters)
        steps.append(Step(row, unit, before, after, number not in roster))
    names = {unit.id: unit.name for unit in units.values()}
    given, taken, heads = _handed_over(steps, _heads(roster.values()), names)
    single = {number for number, held in taken if _is_only(roster[number], held)}
    return Steps(steps, given, taken, frozenset(single), heads)


def nobody_yet(number: int, row: StaffRow) -> Member:
    """Somebody new, before they get a post."""
    nothing = frozenset[int]()
    return Member(number, row.name, row.nip, None, None, None, nothing, frozenset())


def places(counters: Iterable[Counter]) -> Places:
    """The counters by unit and name."""
    found: dict[str, dict[str, int]] = {}
    for counter in counters:
        found.setdefault(same(counter.unit.name), {})[same(counter.name)] = counter.id
    return found


def changes(
    step: Step,
    *,
    people: Mapping[int, str],
    units: Mapping[int, str],
    counters: Mapping[int, str],
) -> Iterator[CellChange]:
    """What of the person is otherwise, with the names of what there is by number; duties apart."""
    was, now = step.before, step.after
    yield from changed("name", was.name, now.name)
    yield from changed("unit", _named(units, was.unit_id), _named(units, now.unit_id))
    yield from changed("title", was.title or "", now.title or "")
    yield from changed("superior", _named(people, was.superior_id), _named(people, now.superior_id))
    yield from changed("counters", _list(counters, was.counters), _list(counters, now.counters))


def _after(
    row: StaffRow,
    before: Member,
    unit: Unit,
    held: frozenset[HeldDuty],
    *,
    numbers: Mapping[str, int],
    counters: Places,
) -> Member:
    """The person as the row says they stand, with the duties that it gives (`held`).

    A file without a column for the units of duties speaks only of the unit where they are and the
    one they come from: a duty at a third unit stays. Who goes to another unit leaves the counters
    of the old one behind; who leaves for good has nothing any more.
    """
    if row.left:
        return replace(nobody_yet(before.id, row), nip=before.nip)
    theirs = counters.get(same(row.unit), {})
    if row.counters is not None:
        stations = frozenset(theirs[same(name)] for name in row.counters)
    else:
        stations = before.counters if before.unit_id == unit.id else frozenset()
    spoken_of = (unit.id, before.unit_id)
    unsaid = before.duties if row.duty_units is None else frozenset[HeldDuty]()
    elsewhere = {one for one in unsaid if one.unit_id not in spoken_of}
    return replace(
        before,
        name=row.name,
        nip=row.nip,
        unit_id=unit.id,
        title=row.title,
        superior_id=numbers[row.over] if row.over else None,
        counters=stations,
        duties=held | elsewhere,
    )


def _handed_over(
    steps: Iterable[Step], heads: Mapping[int, Sequence[Member]], units: Mapping[int, str]
) -> tuple[Duties, Duties, list[Successor]]:
    """The duties that are given and taken, and who heads a unit in whose place; `units` are the
    names of units by number."""
    given: list[tuple[int, HeldDuty]] = []
    taken: dict[tuple[int, HeldDuty], None] = {}
    successors = []
    for step in steps:
        was, now = step.before.duties, step.after.duties
        given += [(step.after.id, held) for held in now - was]
        if not step.row.left:  # who leaves keeps them to their last day
            taken.update(((step.after.id, held), None) for held in was - now)
        for head in sorted((one for one in now if one.duty == "head"), key=_unit_id):
            for old in heads.get(head.unit_id, ()):
                if old.id != step.after.id:
                    taken[old.id, head] = None
                    successor = Successor(units[head.unit_id], old.name, step.after.name)
                    successors.append(successor)
    return given, list(taken), successors


def _unit_id(held: HeldDuty) -> int:
    return held.unit_id


def _heads(members: Iterable[Member]) -> Mapping[int, Sequence[Member]]:
    found: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        for held in member.duties:
            if held.duty == "head":
                found[held.unit_id].append(member)
    return found


def _is_only(member: Member, held: HeldDuty) -> bool:
    return member.nip is None and member.unit_id is None and member.duties == {held}


def _unplaced(rows: Sequence[StaffRow], roster: Roster, units: Units) -> Iterator[Mistake]:
    """Asks what stands above new units whose people have a superior in another unit."""
    places = {one.nip: same(one.unit) for one in rows}
    names = {number: name for name, number in units.known_numbers().items()}
    for member in roster.values():
        if member.nip and member.unit_id in names:
            places.setdefault(member.nip, names[member.unit_id])
    asked: dict[str, tuple[int, str]] = {}
    unplaced = units.unplaced(rows)
    for one in rows:
        over = places.get(one.over or "")
        if over and same(one.unit) in unplaced and over not in units.below(same(one.unit)):
            asked.setdefault(same(one.unit), (one.row, over))
    if asked:
        said = ", ".join(short(unplaced[key]) for key in list(asked)[:8])
        row, over = next(iter(asked.values()))
        above = next((o.unit for o in rows if same(o.unit) == over), "") or units.name_of(over)
        facts = {"units": said, "above": short(above)}
        yield Mistake(Text("units-unplaced", facts), row, COLUMNS.title("parent"))


def _old_numbers(rows: Iterable[StaffRow], known: set[str | None]) -> Iterator[Mistake]:
    """Old numbers that nobody has, or of somebody else than the new one."""
    for one in rows:
        if one.old_nip is None or one.old_nip == one.nip:
            continue
        if one.old_nip in known and one.nip in known:
            yield Mistake(Text("people-old-nip-two"), one.row, COLUMNS.title("old_nip"))
        elif one.old_nip not in known and one.nip not in known:
            yield Mistake(Text("people-old-nip-unknown"), one.row, COLUMNS.title("old_nip"))


def _duty_units(rows: Iterable[StaffRow], units: Units) -> Iterator[Mistake]:
    """Units of duties that there are neither in the store nor in the file."""
    there = {same(name) for one in rows for name in (one.unit, one.parent or "")}
    for one in rows:
        for name in one.duty_units or ():
            if same(name) not in there and units.found(name) is None:
                yield no_unit(name, one.row, COLUMNS.title("duty_units"))


def _counters(rows: Iterable[StaffRow], counters: Places) -> Iterator[Mistake]:
    for one in rows:
        for name in one.counters or () if not one.left else ():
            if same(name) not in counters.get(same(one.unit), {}):
                why = Text("people-counter-unknown", {"counter": short(name), "unit": one.unit})
                yield Mistake(why, one.row, COLUMNS.title("counters"))


def _superiors(sheet: ReadSheet[StaffRow], before: set[str | None]) -> Iterator[Mistake]:
    """Superiors who are nowhere or leave, and leavers whom nobody knows. A row that is wrong still
    names somebody."""
    known = before | {one.nip for one in sheet.rows}
    known |= {normalised(cells.get("nip", "")) for _, cells in sheet.unread}
    gone = {one.nip for one in sheet.rows if one.left}
    for one in sheet.rows:
        if one.left:
            if one.nip not in before:
                yield Mistake(Text("people-left-unknown"), one.row, COLUMNS.title("nip"))
            continue
        if one.over and one.over not in known:
            yield Mistake(Text("people-superior-unknown"), one.row, COLUMNS.title("superior"))
        if one.over in gone:
            yield Mistake(Text("people-superior-left"), one.row, COLUMNS.title("superior"))


def _circles(rows: Sequence[StaffRow], roster: Roster) -> Iterator[Mistake]:
    """Circles that the file closes, also over superiors that only the store knows."""
    over: dict[str, str] = {}
    for member in roster.values():
        if member.superior_id is not None:
            over[_key(member)] = _key(roster[member.superior_id])
    for one in rows:
        over.pop(one.nip, None)
    here = {one.nip: one for one in rows if not one.left}
    above = {one.nip: one.over for one in here.values() if one.over}
    over.update((who, superior) for who, superior in above.items() if who != superior)
    names = {_key(member): member.name for member in roster.values()}
    names.update((one.nip, one.name) for one in here.values())
    lines = {one.nip: one.row for one in here.values()}
    for ring in rings(over, over.get):
        found = ring_in_words(ring, lines, lambda key: names.get(key, "?"))
        if found:
            why = Text("people-ring", {"people": found[1]})
            yield Mistake(why, found[0], COLUMNS.title("superior"))


def _key(member: Member) -> str:
    return member.nip or f"#{member.id}"


def _named(names: Mapping[int, str], number: int | None) -> str:
    return "" if number is None else names[number]


def _list(names: Mapping[int, str], numbers: Iterable[int]) -> str:
    return "; ".join(names.get(number, f"#{number}") for number in sorted(numbers))
