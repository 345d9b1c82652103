"""Visits at counters: what runs, by whoever serves, and how many took so many minutes.

A visit that is over is a number in a count: of its counter, its service and its day, without a
person, a code or an hour.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, delete, func, insert, select

from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.people.links import valid
from models.store.schema import offers, running_visits, stations, visit_minutes

_COUNT = Prepared(
    either(
        lambda insert: (
            lambda row: row.on_conflict_do_update(
                index_elements=list(visit_minutes.primary_key.columns),
                set_={"count": visit_minutes.c.count + row.excluded.count},
            )
        )(insert(visit_minutes))
    )
)


class RunningVisit(NamedTuple):
    """A visit that has begun: at which counter, for which service, and when (UTC)."""

    counter_id: int
    service_id: int
    started_at: datetime


def running(store: Store, person_id: int) -> RunningVisit | None:
    """The visit that the person has begun and not ended."""
    mine = running_visits.c.person_id == person_id
    row = store.execute(select(running_visits).where(mine)).first()
    return RunningVisit(row.counter_id, row.service_id, row.started_at) if row else None


def begin(store: Store, person_id: int, visit: RunningVisit) -> None:
    """Begin a visit in place of one that may run."""
    drop(store, person_id)
    store.execute(insert(running_visits).values(person_id=person_id, **visit._asdict()))


def drop(store: Store, person_id: int) -> bool:
    """Let go what runs, uncounted; False where nothing does."""
    mine = delete(running_visits).where(running_visits.c.person_id == person_id)
    return bool(store.execute(mine).rowcount)


def count(store: Store, visit: RunningVisit, day: date, minutes: int) -> None:
    """One more visit took so many minutes on that day of the counter's zone."""
    row = {"counter_id": visit.counter_id, "service_id": visit.service_id}
    _COUNT.run(store, {**row, "day": day, "minutes": minutes, "count": 1})


def counted(
    store: Store, counter_ids: Collection[int], first: date, last: date
) -> Mapping[int, Mapping[int, int]]:
    """How many visits took so many minutes on these days, by service: of days on which two people
    at least served it. How quick it was on another day is how quick one person was, whoever else
    is put there later; a service of which only such days were timed has no minutes."""
    within = (visit_minutes.c.counter_id.in_(counter_ids), visit_minutes.c.day.between(first, last))
    together = _together(counter_ids, first, last).subquery()
    here = (together.c.service_id == visit_minutes.c.service_id) & (
        together.c.day == visit_minutes.c.day
    )
    query = (
        select(visit_minutes.c.service_id, visit_minutes.c.minutes, func.sum(visit_minutes.c.count))
        .select_from(visit_minutes.join(together, here))
        .where(*within)
        .group_by(visit_minutes.c.service_id, visit_minutes.c.minutes)
    )
    timed = select(visit_minutes.c.service_id).where(*within).distinct()
    found: dict[int, dict[int, int]] = {one: {} for one in store.execute(timed).scalars()}
    for service, minutes, n in store.execute(query):
        found[service][minutes] = int(n)
    return found


def _together(counter_ids: Collection[int], first: date, last: date) -> Select[Any]:
    """The services and days on which at least two people served at counters that offer them."""
    served = (stations.c.counter_id == offers.c.counter_id) & valid(stations, visit_minutes.c.day)
    offered = offers.c.service_id == visit_minutes.c.service_id
    return (
        select(visit_minutes.c.service_id, visit_minutes.c.day)
        .select_from(visit_minutes.join(offers, offered).join(stations, served))
        .where(offers.c.counter_id.in_(counter_ids), visit_minutes.c.day.between(first, last))
        .group_by(visit_minutes.c.service_id, visit_minutes.c.day)
        .having(func.count(stations.c.person_id.distinct()) >= 2)
    )
