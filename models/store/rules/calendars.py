"""Calendars: which days a unit works, and a person in it, by all that was decreed there.

A few queries, however many people: a person's calendar is that of their units with their own
schedule. Leave stays apart (`models.store.people.leaves`). Throughout, `on` is the day whose
hours of prompting count; without it those that were set last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import bindparam, select

from models.calendar import Calendar
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.rules import schedules
from models.store.rules.decisions import decided
from models.store.schema import posts, units

_ONE_DAY = timedelta(days=1)
_HELD = Prepared(
    select(posts.c.person_id, posts.c.unit_id, posts.c.valid_from, units.c.week)
    .select_from(posts.join(units, units.c.id == posts.c.unit_id))
    .where(posts.c.person_id.in_(bindparam("of", expanding=True)), posts.c.kind == "main")
    .order_by(posts.c.valid_from, posts.c.id)
)
_WEEK = Prepared(select(units.c.week).where(units.c.id == bindparam("of_unit")))


def of_country(store: Store, *, on: date = date.max) -> Calendar:
    """What holds for all units alike, at five days a week."""
    return decided(store, on).calendar(None, 5)


def of_units(store: Store, *, on: date = date.max) -> Mapping[int, Calendar]:
    """The calendar of every unit, by its number."""
    found = decided(store, on)
    rows = store.execute(select(units.c.id, units.c.week))
    return {row.id: found.calendar(row.id, row.week) for row in rows}


def of_unit(store: Store, unit_id: int) -> Calendar:
    """The calendar of one unit; that of the country where there is no such unit."""
    week = _WEEK.scalar(store, {"of_unit": unit_id})
    found = decided(store, date.max)
    return found.calendar(None, 5) if week is None else found.calendar(unit_id, week)


def of_person(store: Store, person_id: int, *, on: date = date.max) -> Calendar:
    """The person's own calendar: of their units, each while they were there, and their schedule."""
    return of_people(store, [person_id], on=on)[person_id]


def of_people(
    store: Store, person_ids: Collection[int], *, on: date = date.max
) -> Mapping[int, Calendar]:
    """The calendar of each of these people; of who has never had a post that of the country.

    Of several posts at a time it is the main one's.
    """
    found = decided(store, on)
    held: dict[int, list[tuple[date, Calendar]]] = defaultdict(list)
    there: dict[int, Calendar] = {}
    for row in _HELD.all(store, {"of": person_ids}):
        if row.unit_id not in there:
            there[row.unit_id] = found.calendar(row.unit_id, row.week)
        held[row.person_id].append((row.valid_from, there[row.unit_id]))
    own, country = schedules.of_people(store, person_ids), found.calendar(None, 5)
    return {
        person: _joined(held[person] or [(date.min, country)]).by(own.get(person, ()))
        for person in person_ids
    }


def _joined(tenures: Sequence[tuple[date, Calendar]]) -> Calendar:
    """One calendar out of those of the units one was in, from which day on each."""
    last, earlier = tenures[0][1], list[tuple[date, Calendar]]()
    for since, calendar in tenures[1:]:
        if calendar != last:
            earlier.append((since - _ONE_DAY, last))
        last = calendar
    return last.after([*earlier, *last.earlier])
