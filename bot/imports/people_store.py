"""A table of staff put into the store: who is new, what changes, who heads what, who joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.imports.changes import Change
from bot.imports.office_units import Units
from bot.imports.outcome import Terms
from bot.imports.people_against import against, places
from bot.imports.people_sheet import Sheet, Staff
from bot.imports.people_steps import Step, after, changes, nobody_yet
from bot.imports.sheets import SheetWrong
from models.calendar import local
from models.people import Held
from models.services import Counter, Unit
from models.store import Store, people, services, staff
from models.store.posts import leave_post
from models.store.staff import Member

Roster = Mapping[int, Member]


@dataclass(frozen=True)
class Successor:
    """A unit that has another head from today on."""

    unit: str
    before: str
    after: str


@dataclass(frozen=True)
class Made:
    """What an import has changed; `codes` are single-use, of those who lacked one.

    `names` of all units by number; `touched` are those it concerns (None: the whole office).
    `waits`: nothing has changed yet, and that is its number; `alone`: nobody could be asked.
    """

    units: Sequence[str]
    steps: Sequence[tuple[Step, Sequence[Change]]]
    heads: Sequence[Successor]
    codes: Sequence[tuple[Staff, str]]
    names: Mapping[int, str]
    touched: frozenset[int | None]
    waits: int | None = None
    alone: bool = False


def staffed(
    store: Store, sheet: Sheet, terms: Terms, *, in_words: Callable[[Held, str], str]
) -> Made:
    """Let everybody in the file stand as it says; raises `SheetWrong` with all that is wrong.

    A link that changes ends the day before today (by the clock of the unit) and begins anew.
    `in_words` tells a duty at the unit of that name.
    """
    now = terms.now
    roster = _roster(store, terms.zone, now)
    counters = services.all_counters(store)
    units = Units(store, sheet.staff, terms.zone)
    wrongs = [*sheet.wrongs, *against(sheet, roster, units, places(counters))]
    if wrongs:
        raise SheetWrong(wrongs)
    terms.watch(0.2)
    steps = _steps(store, sheet.staff, roster, units, counters)
    every = {unit.id: unit for unit in services.every_unit(store)}
    terms.watch(0.4)
    _move(store, steps, now)
    terms.watch(0.6)
    heads = _entrust(store, steps, roster, every, now)
    told = _told(steps, roster, every, counters, in_words)
    terms.watch(0.8)
    return Made(
        units=[unit.name for unit in units.made],
        steps=told,
        heads=heads,
        codes=_codes(store, steps, now) if terms.codes else [],
        names={number: unit.name for number, unit in every.items()},
        touched=units.touched() | {step.before.unit_id for step in steps if step.before.unit_id},
    )


def _roster(store: Store, zone: str, now: datetime) -> Roster:
    zones = {zone, *(unit.zone for unit in services.every_unit(store))}
    today = [local(now, name).date() for name in zones]
    return staff.roster(store, min(today), max(today))


def _steps(
    store: Store,
    rows: Sequence[Staff],
    roster: Roster,
    units: Units,
    counters: Sequence[Counter],
) -> list[Step]:
    numbers = {member.nip: member.id for member in roster.values() if member.nip}
    new = staff.hire(store, {row.nip: row.name for row in rows if row.nip not in numbers})
    numbers |= new
    there = places(counters)
    steps = []
    for row in rows:
        number, unit = numbers[row.nip], units.unit(row.unit)
        before = roster.get(number) or nobody_yet(number, row)
        stands = after(row, before, unit, numbers=numbers, counters=there)
        steps.append(Step(row, unit, before, stands, is_new=row.nip in new))
    return steps


def _move(store: Store, steps: Iterable[Step], now: datetime) -> None:
    """Write names, posts, superiors and counters where they are otherwise.

    Who leaves does so first: the team they had is free for a superior of the same file.
    """
    by_day: dict[date, list[Step]] = defaultdict(list)
    renamed = {}
    for step in steps:
        day = local(now, step.unit.zone).date()
        if step.row.left:
            leave_post(store, step.after.id, since=day)
            people.uninvite(store, step.after.id)
        by_day[day].append(step)
        if step.after.name != step.before.name:
            renamed[step.after.id] = step.after.name
    staff.rename(store, renamed)
    for since, moved in by_day.items():
        pairs = [(step.before, step.after) for step in moved]
        posts = {
            a.id: (a.unit_id, a.title)
            for b, a in pairs
            if (b.unit_id, b.title) != (a.unit_id, a.title) and a.unit_id and a.title
        }
        over = {a.id: a.superior_id for b, a in pairs if b.superior_id != a.superior_id}
        counters = {a.id: a.counters for b, a in pairs if b.counters != a.counters}
        staff.place(store, posts, since=since)
        staff.report_to(store, over, since=since)
        staff.man(store, counters, since=since)


def _entrust(
    store: Store, steps: Iterable[Step], roster: Roster, units: Mapping[int, Unit], now: datetime
) -> list[Successor]:
    """Write duties. A unit has one head: whoever was it before is relieved of it."""
    known = _heads(roster.values())
    given: dict[date, list[tuple[int, Held]]] = defaultdict(list)
    taken: dict[tuple[int, Held], None] = {}
    successors = []
    for step in steps:
        was, now_held = step.before.duties, step.after.duties
        taken.update(((step.after.id, held), None) for held in was - now_held)
        for held in now_held - was:
            given[_today(units, held, now)].append((step.after.id, held))
        head = Held("head", step.unit.id)
        for old in known.get(step.unit.id, ()) if head in now_held else ():
            if old.id != step.after.id:
                taken[old.id, head] = None
                successors.append(Successor(step.unit.name, old.name, step.after.name))
    for person, held in taken:
        staff.relieve(store, person, held, since=_today(units, held, now))
        if _was_only_that(roster[person], held):
            people.uninvite(store, person)
    for since, several in given.items():
        staff.entrust(store, several, since=since)
    return successors


def _today(units: Mapping[int, Unit], held: Held, now: datetime) -> date:
    return local(now, units[held.unit_id].zone).date()


def _was_only_that(member: Member, held: Held) -> bool:
    """Whether somebody stood for a duty and nothing else, as the heads that an office's own table
    brings: their code would open the chat of nobody."""
    return member.nip is None and member.unit_id is None and member.duties == {held}


def _heads(members: Iterable[Member]) -> dict[int, list[Member]]:
    found: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        for held in member.duties:
            if held.duty == "head":
                found[held.unit_id].append(member)
    return found


def _told(
    steps: Iterable[Step],
    roster: Roster,
    units: Mapping[int, Unit],
    counters: Iterable[Counter],
    in_words: Callable[[Held, str], str],
) -> list[tuple[Step, list[Change]]]:
    known = list(steps)
    names = {number: member.name for number, member in roster.items()}
    names.update((step.after.id, step.after.name) for step in known)
    places = {number: unit.name for number, unit in units.items()}
    lokets = {counter.id: counter.name for counter in counters}

    def duty(held: Held) -> str:
        return in_words(held, places[held.unit_id])

    return [
        (step, list(changes(step, people=names, units=places, counters=lokets, in_words=duty)))
        for step in known
    ]


def _codes(store: Store, steps: Iterable[Step], now: datetime) -> list[tuple[Staff, str]]:
    rows = {step.after.id: step.row for step in steps if not step.row.left}
    codes = people.invite_all(store, people.lacking_codes(store, rows, now=now), now=now)
    return [(rows[number], code) for number, code in codes.items()]
