"""Visits at counters: what runs, by whoever serves, and how many took so many minutes.

A visit that is over is a number in a count: of its counter, its service and its day, without a
person, a code or an hour.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select

from models.store import Store, either, keys_of
from models.store.engine.counts import adding
from models.store.engine.prepared import Prepared
from models.store.schema import counters, running_visits, visit_days, visit_hands, visit_minutes

_COUNT = adding(visit_minutes)
_SERVED = Prepared(either(lambda insert: insert(visit_hands).on_conflict_do_nothing()))
_TOGETHER = Prepared(either(lambda insert: insert(visit_days).on_conflict_do_nothing()))


class RunningVisit(NamedTuple):
    """A visit that has begun: at which counter, for which service, and when (UTC); `has_code`:
    whoever is served holds a printed code already."""

    counter_id: int
    service_id: int
    started_at: datetime
    has_code: bool = False


def running(store: Store, person_id: int) -> RunningVisit | None:
    """The visit that the person has begun and not ended."""
    mine = running_visits.c.person_id == person_id
    row = store.execute(select(running_visits).where(mine)).first()
    return RunningVisit(*row[1:]) if row else None


def begin(store: Store, person_id: int, visit: RunningVisit) -> None:
    """Begin a visit in place of one that may run."""
    drop(store, person_id)
    store.execute(insert(running_visits).values(person_id=person_id, **visit._asdict()))


def drop(store: Store, person_id: int) -> bool:
    """Let go what runs, uncounted; False where nothing does."""
    mine = delete(running_visits).where(running_visits.c.person_id == person_id)
    return bool(store.execute(mine).rowcount)


def count(
    store: Store, visit: RunningVisit, *, unit_id: int, day: date, minutes: int, by: int
) -> None:
    """One more visit took so many minutes on that day of the counter's zone. That `by` has timed it
    is known for the day, as a keyed hash: to know whether somebody else has too."""
    row = {"counter_id": visit.counter_id, "service_id": visit.service_id}
    _COUNT.run(store, {**row, "day": day, "minutes": minutes, "count": 1})
    here = {"service_id": visit.service_id, "unit_id": unit_id, "day": day}
    words = f"visit of {visit.service_id} in {unit_id} on {day} by {by}"
    _SERVED.run(store, {**here, "hand": keys_of(store).mac("codes", words)})
    hands = select(func.count()).select_from(visit_hands).filter_by(**here)
    if store.execute(hands).scalar_one() > 1:
        _TOGETHER.run(store, here)


def counted(
    store: Store, counter_ids: Collection[int], first: date, last: date
) -> Mapping[int, Mapping[int, int]]:
    """How many visits took so many minutes on these days, by service: of days on which two people
    at least have timed some in the unit. How quick it was on another day is how quick one person
    was, whoever else is put there; a service of which only such days were timed has no minutes."""
    within = (visit_minutes.c.counter_id.in_(counter_ids), visit_minutes.c.day.between(first, last))
    together = (
        (visit_days.c.service_id == visit_minutes.c.service_id)
        & (visit_days.c.unit_id == counters.c.unit_id)
        & (visit_days.c.day == visit_minutes.c.day)
    )
    query = (
        select(visit_minutes.c.service_id, visit_minutes.c.minutes, func.sum(visit_minutes.c.count))
        .select_from(visit_minutes.join(counters).join(visit_days, together))
        .where(*within)
        .group_by(visit_minutes.c.service_id, visit_minutes.c.minutes)
    )
    timed = select(visit_minutes.c.service_id).where(*within).distinct()
    found: dict[int, dict[int, int]] = {one: {} for one in store.execute(timed).scalars()}
    for service, minutes, n in store.execute(query):
        found[service][minutes] = int(n)
    return found
