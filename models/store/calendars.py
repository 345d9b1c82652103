"""Calendars: which days a unit works, and a person in it, by all that was decreed there.

A few queries, however many people: a unit's own days reach those below it, equal calendars are
one and the same value, and a person's is their units' with their own schedule. Leave stays apart
(`models.store.leaves`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, time, timedelta
from typing import Any, TypeAlias

from sqlalchemy import select

from models.awake import Awake
from models.calendar import Calendar, drawn
from models.schedule import Office, Ramadan
from models.store import Store, schedules
from models.store.schema import decreed_days, posts, settings, units

QUIET, WINDOWS, RAMADAN = "quiet", "evaluation-days", "ramadan."
"""Settings: the hours of the night, how long an evaluation is open, and, each with its year and
the half of it, when a Ramadan is and when its days end."""
Local: TypeAlias = Mapping["int | None", frozenset[tuple[date, str]]]
"""What was decreed, by the unit it was decreed for: days and kinds."""
_ONE_DAY = timedelta(days=1)
_STANDING = select(decreed_days.c.unit_id, decreed_days.c.day, decreed_days.c.kind).where(
    decreed_days.c.taken_back_at.is_(None)
)


def of_country(store: Store, *, on: date = date.max) -> Calendar:
    """What holds for all units alike, at five days a week.

    `on`: the day whose hours of prompting count (else those set last); so for all of these.
    """
    return drawn(_local(store).get(None, frozenset()), week=5, office=office(store, on))


def of_units(store: Store, *, on: date = date.max) -> Mapping[int, Calendar]:
    """The calendar of every unit, by its number."""
    rows = store.execute(select(units.c.id, units.c.parent_id, units.c.week)).all()
    above = {row.id: row.parent_id for row in rows}
    local, hours = _local(store), office(store, on)
    return {
        row.id: drawn(_added(local, row.id, above), week=row.week, office=hours) for row in rows
    }


def of_unit(store: Store, unit_id: int) -> Calendar:
    """The calendar of one unit; that of the country where there is no such unit."""
    return of_units(store).get(unit_id) or of_country(store)


def of_person(store: Store, person_id: int, *, on: date = date.max) -> Calendar:
    """The person's own calendar: of their units, each while they were there, and their schedule."""
    return of_people(store, [person_id], on=on)[person_id]


def of_people(
    store: Store, person_ids: Collection[int], *, on: date = date.max
) -> Mapping[int, Calendar]:
    """The calendar of each of these people; of who has never had a post that of the country.

    Of several posts at a time it is the main one's.
    """
    here = (
        select(posts.c.person_id, posts.c.unit_id, posts.c.valid_from, posts.c.valid_to)
        .add_columns(units.c.week)
        .join(units, units.c.id == posts.c.unit_id)
        .where(posts.c.person_id.in_(person_ids), posts.c.kind == "main")
        .order_by(posts.c.valid_from, posts.c.id)
    )
    held = defaultdict(list)
    for row in store.execute(here):
        held[row.person_id].append(row)
    local, hours = _local(store), office(store, on)
    above = _above(store) if local.keys() - {None} else {}
    own = schedules.of_people(store, person_ids)

    def there(row: Any) -> Calendar:
        return drawn(_added(local, row.unit_id, above), week=row.week, office=hours)

    country = drawn(local.get(None, frozenset()), week=5, office=hours)
    return {
        person: _joined([(row.valid_from, there(row)) for row in held[person]], country).by(
            own.get(person, ())
        )
        for person in person_ids
    }


def office(store: Store, on: date) -> Office:
    """What the office has set of its hours, as it holds on that day: one query for all."""
    query = (
        select(settings.c.name, settings.c.value, settings.c.valid_from)
        .where(settings.c.name.in_((QUIET, WINDOWS)) | settings.c.name.like(f"{RAMADAN}%"))
        .order_by(settings.c.valid_from, settings.c.id)
    )
    awake, windows, fasting = Awake(), dict[date, int](), dict[str, Ramadan]()
    for name, value, since in store.execute(query):
        if name == WINDOWS:
            windows[since] = int(value)
        elif name != QUIET:
            fasting[name] = _ramadan(value)
        elif since <= on:
            begins, ends = value
            awake = Awake(time(ends), time(begins))
    return Office(
        awake,
        tuple(sorted(windows.items())),
        tuple(sorted(fasting.values(), key=lambda one: one.first)),
    )


def _ramadan(value: Mapping[str, str]) -> Ramadan:
    first, last = date.fromisoformat(value["first"]), date.fromisoformat(value["last"])
    return Ramadan(first, last, time.fromisoformat(value["ends"]))


def lineage(above: Mapping[int, int | None], unit_id: int) -> Iterable[int]:
    """The unit and all above it, nearest first; `above` names each unit's own parent."""
    here: int | None = unit_id
    seen: set[int] = set()
    while here is not None and here not in seen:
        seen.add(here)
        yield here
        here = above.get(here)


def _joined(tenures: list[tuple[date, Calendar]], country: Calendar) -> Calendar:
    """One calendar out of those of the units one was in, from which day on each."""
    last, earlier = country, list[tuple[date, Calendar]]()
    for n, (since, calendar) in enumerate(tenures):
        if n and calendar is not last:
            earlier.append((since - _ONE_DAY, last))
        last = calendar
    return last.after(earlier)


def _local(store: Store) -> Local:
    found = defaultdict(set)
    for row in store.execute(_STANDING):
        found[row.unit_id].add((row.day, row.kind))
    return {unit: frozenset(several) for unit, several in found.items()}


def _above(store: Store) -> Mapping[int, int | None]:
    rows = store.execute(select(units.c.id, units.c.parent_id))
    return {row.id: row.parent_id for row in rows}


def _added(
    local: Local, unit_id: int, above: Mapping[int, int | None]
) -> frozenset[tuple[date, str]]:
    """All that was decreed for the unit: for itself, for those above it, and for all."""
    if not local:
        return frozenset()
    return frozenset[tuple[date, str]]().union(
        local.get(None, ()), *(local.get(one, ()) for one in lineage(above, unit_id))
    )
