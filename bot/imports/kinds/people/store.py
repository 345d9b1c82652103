"""A table of staff put into the store: who is new, what changes, who heads what, who joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.imports.changes import Change, changed
from bot.imports.kinds.people.against import against, places, renumbered
from bot.imports.kinds.people.duties import Successor, entrusted
from bot.imports.kinds.people.sheet import Sheet, Staff
from bot.imports.kinds.people.steps import Step, after, changes, nobody_yet
from bot.imports.kinds.services.units import Units
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import SheetWrong, Wrong
from models.calendar import local
from models.nip import masked
from models.people import Held
from models.services import Counter, Unit
from models.store import Store
from models.store.office import services
from models.store.oversight.stamps import Stamp, stamped
from models.store.people import numbers, people, staff
from models.store.people.leaving import leave_service
from models.store.people.links import DAY
from models.store.people.staff import Member

Roster = Mapping[int, Member]


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
    renumbers: bool = False
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
    numbered, wrongs = _renumbered(store, sheet.staff, terms)
    roster = _roster(store, terms.zone, now)
    counters = services.all_counters(store)
    units = Units(store, sheet.staff, terms.zone)
    wrongs += [*sheet.wrongs, *against(sheet, roster, units, places(counters))]
    if wrongs:
        raise SheetWrong(wrongs)
    terms.watch(0.2)
    steps = _steps(store, sheet.staff, roster, units, counters)
    every = {unit.id: unit for unit in services.every_unit(store)}
    terms.watch(0.4)
    _move(store, steps, terms)
    terms.watch(0.6)
    heads = entrusted(store, steps, roster, every, terms)
    told = [
        (step, [*numbered.get(step.after.id, ()), *found])
        for step, found in _told(steps, roster, every, counters, in_words)
    ]
    terms.watch(0.8)
    return Made(
        units=[unit.name for unit in units.made],
        steps=told,
        heads=heads,
        codes=_codes(store, steps, terms) if terms.codes else [],
        names={number: unit.name for number, unit in every.items()},
        renumbers=bool(numbered),
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
    known = {member.nip: member.id for member in roster.values() if member.nip}
    new = staff.hire(store, {row.nip: row.name for row in rows if row.nip not in known})
    known |= new
    there = places(counters)
    steps = []
    for row in rows:
        number, unit = known[row.nip], units.unit(row.unit)
        before = roster.get(number) or nobody_yet(number, row)
        stands = after(row, before, unit, numbers=known, counters=there)
        steps.append(Step(row, unit, before, stands, is_new=row.nip in new))
    return steps


def _renumbered(
    store: Store, rows: Sequence[Staff], terms: Terms
) -> tuple[dict[int, list[Change]], list[Wrong]]:
    """Give those another nip who were known by an old one: person -> what is otherwise."""
    known = people.by_nip(store)
    wrongs = list(renumbered(rows, known))
    found = {
        known[one.old_nip][0]: one
        for one in rows
        if one.old_nip in known and one.nip not in known and not wrongs
    }
    numbers.renumber(store, {n: one.nip for n, one in found.items()}, stamp=terms.stamp())
    told = {
        number: list(changed("nip", masked(one.old_nip or ""), masked(one.nip)))
        for number, one in found.items()
    }
    return told, wrongs


def _move(store: Store, steps: Iterable[Step], terms: Terms) -> None:
    """Write names, posts, superiors and counters where they are otherwise.

    Who leaves does so first: the team they had is free for a superior of the same file.
    """
    by_day: dict[date, list[Step]] = defaultdict(list)
    renamed = {}
    for step in steps:
        day = local(terms.now, step.unit.zone).date()
        if step.row.left:
            _leave(store, step, Stamp(terms.now, day, terms.by))
        else:
            by_day[day].append(step)
        if step.after.name != step.before.name:
            renamed[step.after.id] = step.after.name
    staff.rename(store, renamed, stamp=terms.stamp())
    for since, moved in by_day.items():
        pairs = [(step.before, step.after) for step in moved]
        posts = {
            a.id: (a.unit_id, a.title)
            for b, a in pairs
            if (b.unit_id, b.title) != (a.unit_id, a.title) and a.unit_id and a.title
        }
        over = {a.id: a.superior_id for b, a in pairs if b.superior_id != a.superior_id}
        counters = {a.id: a.counters for b, a in pairs if b.counters != a.counters}
        stamp = Stamp(terms.now, since, terms.by)
        staff.place(store, posts, since=since, stamp=stamp)
        staff.report_to(store, over, since=since, stamp=stamp)
        staff.man(store, counters, since=since, stamp=stamp)


def _leave(store: Store, step: Step, stamp: Stamp) -> None:
    """They leave: after the day that is named, else from today on. Who has left before is gone."""
    if step.before.unit_id is None and not step.before.duties and not step.row.last_day:
        return
    last = step.row.last_day or stamp.day - DAY
    leave_service(store, step.after.id, last_day=last, now=stamp.at, stamp=stamp)


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


def _codes(store: Store, steps: Iterable[Step], terms: Terms) -> list[tuple[Staff, str]]:
    rows, now = {s.after.id: s.row for s in steps if not s.row.left}, terms.now
    codes = people.invite_all(store, people.lacking_codes(store, rows, now=now), now=now)
    stamped(store, terms.stamp(), "code", {number: {} for number in codes})
    return [(rows[number], code) for number, code in codes.items()]
