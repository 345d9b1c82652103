"""A table of staff put into the store: what is there is read, what is to be done carried out."""

from __future__ import annotations

from collections import Counter as Counted
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.imports.kinds.named_units import Units
from bot.imports.kinds.people.plan import (
    Roster,
    Step,
    Steps,
    Successor,
    changes,
    check,
    names_of,
    places,
    plan,
    renumbered,
    with_superiors,
)
from bot.imports.kinds.people.rows import StaffRow
from bot.imports.outcome import CellChange, Code, Terms, changed
from bot.imports.reading.sheets import ReadSheet, same
from models.calendar import local
from models.letters import Text
from models.nip import masked
from models.people import HeldDuty
from models.services import Counter, Unit
from models.store import Store
from models.store.office import services
from models.store.oversight.stamps import stamped
from models.store.people import people, roll, staff
from models.store.people.leaving import leave_service
from models.store.people.links import DAY

DUTIES: Mapping[str, str] = {
    "head": "people-duty-head",
    "hr": "people-duty-hr",
    "oversight": "people-duty-oversight",
    "auditor": "people-duty-auditor",
    "operator": "people-duty-operator",
}
"""Duty -> the text that names it at a unit."""


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step, and what of the person is otherwise: cells, and duties before and after in words."""

    step: Step
    cells: Sequence[CellChange]
    before: Sequence[Text]
    after: Sequence[Text]

    @property
    def is_otherwise(self) -> bool:
        """Whether anything is."""
        return bool(self.cells) or self.before != self.after


@dataclass(frozen=True)
class Staffed:
    """What an import of staff has changed; `units` are the names of the new ones, `placed` tells of
    those that were put below another, `codes`
    single-use, of those who lacked one, `touched` the units it names (None: the whole office),
    `altered` those of whom anybody is otherwise, `renumbers`: people have another nip, `parts`:
    somebody leaves, or on another day, `widens`: one more unit is on top, `notes`: whom superiors
    by name were taken for, and what is asked of units, `leaving`: the last days of who is new (by
    nip)."""

    units: Sequence[str]
    placed: Sequence[Text]
    done: Sequence[StepDone]
    heads: Sequence[Successor]
    codes: Sequence[Code]
    touched: frozenset[int | None]
    altered: frozenset[int | None]
    renumbers: bool
    parts: bool
    widens: bool
    notes: Sequence[Text]
    leaving: Mapping[str, date]


def staffed(store: Store, sheet: ReadSheet[StaffRow], terms: Terms) -> Staffed:
    """Let everybody in the file stand as it says; raises `SheetWrong` with all that is wrong.

    A link that changes ends the day before today (by the clock of the unit) and begins anew.
    """
    roster, counters = _roster(store, terms), services.all_counters(store)
    names = names_of(sheet, roster)
    sheet, leaving = _staying(with_superiors(sheet, names), roster, terms)
    rows, units = sheet.rows, Units(store, sheet.rows, terms.zone)
    check(sheet, roster, units, places(counters))
    units.place(terms.stamp)
    moved = renumbered(roster, rows)
    staff.renumber(store, {n: one.nip or "" for n, one in moved.items()}, stamp=terms.stamp())
    now = {**roster, **moved}
    steps = plan(
        rows,
        now,
        numbers=_hired(store, rows, now),
        units=_named_units(rows, units),
        counters=places(counters),
    )
    parts = _parts(store, steps, terms)
    carry_out(store, steps, terms)
    _leave_later(store, steps, leaving, terms)
    done = _done(store, steps, now, counters, {n: roster[n].nip or "" for n in moved})
    otherwise = (one.step for one in done if one.step.is_new or one.is_otherwise)
    return Staffed(
        units=[unit.name for unit in units.made],
        placed=units.lines(),
        done=done,
        heads=steps.heads,
        codes=_codes(store, steps, terms) if terms.say else (),
        touched=units.touched() | units.before(_places(steps.steps)),
        altered=units.before({*_places(otherwise), *(unit.parent_id for unit in units.made)}),
        renumbers=bool(moved),
        parts=parts,
        widens=units.widens(terms.by),
        notes=[*names.notes(), *units.question([one for one in rows if not one.left])],
        leaving=leaving,
    )


def _staying(
    sheet: ReadSheet[StaffRow], roster: Roster, terms: Terms
) -> tuple[ReadSheet[StaffRow], Mapping[str, date]]:
    """The sheet with who is new and has a last day to come as who stays, and these days."""
    known, today = {member.nip for member in roster.values()}, terms.stamp().day
    leaving = {
        one.nip: one.last_day
        for one in sheet.rows
        if one.nip not in known and one.last_day and one.last_day >= today and one.old_nip is None
    }
    rows = [replace(one, last_day=None) if one.nip in leaving else one for one in sheet.rows]
    return replace(sheet, rows=rows), leaving


def carry_out(store: Store, steps: Steps, terms: Terms) -> None:
    """Write everything that is otherwise, one deed after another."""
    for done, deed in enumerate(DEEDS, start=1):
        deed(store, steps, terms)
        terms.watch(done / len(DEEDS))


def _places(steps: Iterable[Step]) -> set[int | None]:
    """The units where they were and are, and those of the duties that they get and lose; of who
    had no post, of all their duties."""
    found: set[int | None] = set()
    for step in steps:
        found |= {step.before.unit_id or step.unit.id, step.unit.id}
        found |= {held.unit_id for held in step.before.duties ^ step.after.duties}
        if step.before.unit_id is None:
            found |= {held.unit_id for held in step.before.duties}
    return found


def _leave(store: Store, steps: Steps, terms: Terms) -> None:
    """They leave: after the day that is named, else from today on. Who has left before is gone."""
    for step, last in _leavers(steps, terms):
        stamp = terms.stamp(step.unit.zone)
        leave_service(store, step.after.id, last_day=last, now=terms.now, stamp=stamp)


def _leave_later(
    store: Store, steps: Steps, leaving: Mapping[str, date], terms: Terms
) -> None:
    """Who is new and has a last day to come leaves after it."""
    for step in steps.steps:
        if last := leaving.get(step.row.nip):
            stamp = terms.stamp(step.unit.zone)
            leave_service(store, step.after.id, last_day=last, now=terms.now, stamp=stamp)


def _parts(store: Store, steps: Steps, terms: Terms) -> bool:
    """Whether somebody leaves, or on another day."""
    leavers = _leavers(steps, terms)
    return any(roll.last_day_of(store, one.after.id) != last for one, last in leavers)


def _leavers(steps: Steps, terms: Terms) -> Iterator[tuple[Step, date]]:
    """Who leaves, after which day."""
    for step in steps.steps:
        there = step.before.unit_id is not None or step.before.duties
        if step.row.left and (there or step.row.last_day):
            yield step, step.row.last_day or terms.stamp(step.unit.zone).day - DAY


def _rename(store: Store, steps: Steps, terms: Terms) -> None:
    pairs = ((step.before, step.after) for step in steps.steps)
    names = {after.id: after.name for before, after in pairs if before.name != after.name}
    staff.rename(store, names, stamp=terms.stamp())


def _place(store: Store, steps: Steps, terms: Terms) -> None:
    """Write posts, superiors and counters where they are otherwise."""
    by_zone: dict[str, list[Step]] = defaultdict(list)
    for step in steps.steps:
        if not step.row.left:
            by_zone[step.unit.zone].append(step)
    for zone, moved in by_zone.items():
        pairs, stamp = [(step.before, step.after) for step in moved], terms.stamp(zone)
        posts = {
            a.id: (a.unit_id, a.title)
            for b, a in pairs
            if (b.unit_id, b.title) != (a.unit_id, a.title) and a.unit_id and a.title
        }
        over = {a.id: a.superior_id for b, a in pairs if b.superior_id != a.superior_id}
        counters = {a.id: a.counters for b, a in pairs if b.counters != a.counters}
        staff.place(store, posts, since=stamp.day, stamp=stamp)
        staff.report_to(store, over, since=stamp.day, stamp=stamp)
        staff.assign_counters(store, counters, since=stamp.day, stamp=stamp)


def _relieve(store: Store, steps: Steps, terms: Terms) -> None:
    zones = _zones(store)
    for person, held in steps.taken:
        stamp = terms.stamp(zones[held.unit_id])
        staff.relieve(store, person, held, since=stamp.day, stamp=stamp)
        if person in steps.single:
            people.uninvite(store, person, now=terms.now)


def _give_duties(store: Store, steps: Steps, terms: Terms) -> None:
    zones, by_zone = _zones(store), dict[str, list[tuple[int, HeldDuty]]]()
    for person, held in steps.given:
        by_zone.setdefault(zones[held.unit_id], []).append((person, held))
    for zone, several in by_zone.items():
        stamp = terms.stamp(zone)
        staff.give_duties(store, several, since=stamp.day, stamp=stamp)


DEEDS: Sequence[Callable[[Store, Steps, Terms], None]] = (
    _leave,  # first: the team they had is free for a superior of the same file
    _rename,
    _place,
    _relieve,  # before the next: a unit has one head
    _give_duties,
)
"""What is done with a plan, in this order."""


def _roster(store: Store, terms: Terms) -> Roster:
    zones = {terms.zone, *_zones(store).values()}
    today = [local(terms.now, name).date() for name in zones]
    return staff.roster(store, min(today), max(today))


def _zones(store: Store) -> Mapping[int, str]:
    return {unit.id: unit.zone for unit in services.every_unit(store)}


def _named_units(rows: Sequence[StaffRow], units: Units) -> Mapping[str, Unit]:
    """The units of the rows by their names as they are written, those of duties too."""
    named = {row.unit: units.unit(row.unit) for row in rows}
    others = (name for row in rows for name in row.duty_units or ())
    return named | {name: unit for name in others if (unit := units.found(name))}


def _hired(store: Store, rows: Iterable[StaffRow], roster: Roster) -> Mapping[str, int]:
    """Everybody's number by nip; who is not known is new."""
    known = {member.nip: member.id for member in roster.values() if member.nip}
    return known | staff.hire(store, {row.nip: row.name for row in rows if row.nip not in known})


def _done(
    store: Store,
    steps: Steps,
    roster: Roster,
    counters: Iterable[Counter],
    old_numbers: Mapping[int, str],
) -> list[StepDone]:
    """What is otherwise of each, with the names of what there is by number."""
    names = _told_apart({**roster, **{step.after.id: step.after for step in steps.steps}})
    units = {unit.id: unit.name for unit in services.every_unit(store)}
    lokets = {counter.id: counter.full_name for counter in counters}
    found = []
    for step in steps.steps:
        cells = list(changes(step, people=names, units=units, counters=lokets))
        if old := old_numbers.get(step.after.id):
            cells[:0] = changed("nip", masked(old), masked(step.row.nip))
        before, after = (_named(member.duties, units) for member in (step.before, step.after))
        found.append(StepDone(step, cells, before, after))
    return found


def _told_apart(roster: Roster) -> Mapping[int, str]:
    """Everybody's name; with the number of the row behind it where others are called so too, since
    one superior in the place of another is a change whatever they are called."""
    many = Counted(same(member.name) for member in roster.values())
    return {
        number: f"{one.name} ({masked(one.nip or '')}, #{number})"
        if many[same(one.name)] > 1
        else one.name
        for number, one in roster.items()
    }


def _named(duties: Iterable[HeldDuty], units: Mapping[int, str]) -> list[Text]:
    names = sorted((DUTIES[held.duty], units[held.unit_id]) for held in duties)
    return [Text(text, {"unit": unit}) for text, unit in names]


def _codes(store: Store, steps: Steps, terms: Terms) -> list[Code]:
    by_number = {step.after.id: step for step in steps.steps if not step.row.left}
    lacking = people.lacking_codes(store, by_number, now=terms.now)
    zones = {number: by_number[number].unit.zone for number in lacking}
    codes: dict[int, people.JoiningCode] = {}
    for zone in dict.fromkeys(zones.values()):
        there = [number for number in lacking if zones[number] == zone]
        codes |= people.invite_all(store, there, now=terms.now, by=terms.by, zone=zone)
    stamped(store, terms.stamp(), "code", {number: {} for number in codes})
    return [
        Code(number, row.name, row.nip, row.unit, zones[number], made.code, made.until)
        for number, made in codes.items()
        if (row := by_number[number].row)
    ]
