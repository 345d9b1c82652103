"""Visits at counters: what runs, by whoever serves, and how many took so many minutes.

A visit that is over is a number in a count: of its counter, its service and its day, without a
person, a code or an hour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select

from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.people.links import during
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
    """How many visits took so many minutes on these days, by service."""
    number = func.sum(visit_minutes.c.count)
    query = (
        select(visit_minutes.c.service_id, visit_minutes.c.minutes, number)
        .where(visit_minutes.c.counter_id.in_(counter_ids))
        .where(visit_minutes.c.day.between(first, last))
        .group_by(visit_minutes.c.service_id, visit_minutes.c.minutes)
    )
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for service, minutes, n in store.execute(query):
        found[service][minutes] = int(n)
    return found


def of_one_alone(
    store: Store, counter_ids: Collection[int], first: date, last: date
) -> Collection[int]:
    """The services at whose counters fewer than two people have served in these days: how quick
    those are is how quick one person is."""
    there = (stations.c.counter_id == offers.c.counter_id) & during(stations, first, last)
    query = (
        select(offers.c.service_id)
        .select_from(offers.outerjoin(stations, there))
        .where(offers.c.counter_id.in_(counter_ids))
        .group_by(offers.c.service_id)
        .having(func.count(stations.c.person_id.distinct()) < 2)
    )
    return set(store.execute(query).scalars())
