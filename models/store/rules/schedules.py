"""Schedules: who works on other days than the unit does, by shifts or part of the week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select

from models.schedule import Schedule
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.people.links import ended
from models.store.schema import schedules

_EVERY = select(schedules).order_by(schedules.c.valid_from, schedules.c.id)
_OF_THESE = Prepared(
    _EVERY.where(schedules.c.person_id.in_(bindparam("of", expanding=True)))
)


def put(store: Store, person_id: int, schedule: Schedule) -> bool:
    """Let the person work by it from its first day on; False where that is so already.

    What held before ends the day before; what was to begin later has never been.
    """
    met = _of_day(of_person(store, person_id), schedule.first)
    if met is not None and replace(met, first=schedule.first) == schedule:
        return False
    end(store, person_id, since=schedule.first)
    row = {
        "person_id": person_id,
        "kind": schedule.kind,
        "weekdays": schedule.weekdays,
        "on_holidays": schedule.on_holidays,
        "valid_from": schedule.first,
        "valid_to": schedule.last,
    }
    store.execute(insert(schedules).values(**row))
    return True


def end(store: Store, person_id: int, *, since: date) -> bool:
    """From that day on the person works the days of the unit; whether that was different."""
    return ended(store, schedules, schedules.c.person_id == person_id, since)


def of_person(store: Store, person_id: int) -> tuple[Schedule, ...]:
    """The person's schedules, the first one first."""
    return of_people(store, [person_id]).get(person_id, ())


def of_people(
    store: Store, person_ids: Collection[int] | None = None, *, since: date | None = None
) -> Mapping[int, tuple[Schedule, ...]]:
    """The schedules of these people (or all), those over before `since` apart; who has none is
    not named."""
    found: dict[int, list[Schedule]] = defaultdict(list)
    for row in _rows(store, person_ids, since):
        one = Schedule(row.kind, row.weekdays, row.on_holidays, row.valid_from, row.valid_to)
        found[row.person_id].append(one)
    return {person: tuple(several) for person, several in found.items()}


def _rows(
    store: Store, person_ids: Collection[int] | None, since: date | None
) -> Iterable[Any]:
    if person_ids is not None and since is None:
        return _OF_THESE.all(store, {"of": person_ids})
    query = _EVERY
    if person_ids is not None:
        query = query.where(schedules.c.person_id.in_(person_ids))
    if since is not None:
        ends = schedules.c.valid_to
        query = query.where(ends.is_(None) | (ends >= since))
    return store.execute(query)


def _of_day(several: tuple[Schedule, ...], day: date) -> Schedule | None:
    return next((one for one in several if one.holds_on(day)), None)
