"""Records: what the scores of people and a quarter are made of, read together for a whole team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Table, select

from models.calendar import days
from models.encounters import Encounters, encounters
from models.figures import cells_of
from models.parts import citizens_at
from models.performance import Record, Scores, pooled, scored
from models.quarter import Quarter
from models.store import Store
from models.store.people import leaves
from models.store.people.links import during, main_post
from models.store.ratings import tallies
from models.store.ratings.tallies import Cell
from models.store.rules import calendars, outages, settings
from models.store.rules.measures import measure
from models.store.schema import posts, stations, units
from models.store.work import entries, targets
from models.work import Entry


@dataclass(frozen=True)
class _Tenure:
    """Days of the quarter on which somebody had a post, and the zone of its unit."""

    first: date
    last: date
    zone: str


def record(store: Store, person_id: int, quarter: Quarter, *, today: date) -> Record:
    """The record of one person; an empty one where there is no such person."""
    return records(store, [person_id], quarter, today=today)[person_id]


def records(
    store: Store, person_ids: Collection[int], quarter: Quarter, *, today: date
) -> Mapping[int, Record]:
    """The record of each of these people, in the order given.

    `today` is a day of their unit's zone. A hundred people take as many queries as one, but for
    those whose units lie in different zones.
    """
    tenures = _tenures(store, person_ids, quarter)
    down = _outages(store, tenures, quarter)
    aims = targets.of_people(store, person_ids, quarter)
    done = _entries(store, person_ids, quarter)
    away, own = leaves.by_kind(store, person_ids), calendars.of_people(store, person_ids)
    served = _served(store, person_ids, quarter)
    said = _encounters(store, served, quarter)
    weights = settings.weights(store, quarter)
    every = frozenset(days(quarter.first_day, quarter.last_day))
    return {
        number: Record(
            person_id=number,
            quarter=quarter,
            today=today,
            calendar=own[number],
            targets=aims.get(number, ()),
            entries=tuple(done[number]),
            leave=every.intersection(chain.from_iterable(away.get(number, {}).values())),
            travel=every & away.get(number, {}).get("travel", frozenset()),
            outages=down.get(number, frozenset()),
            off=every.difference(*(days(t.first, t.last) for t in tenures[number])),
            counters=tuple(served[number]),
            encounters=said[number],
            weights=weights,
        )
        for number in person_ids
    }


def together(store: Store, person_ids: Collection[int], quarter: Quarter, *, today: date) -> Scores:
    """The scores of a team or a unit, out of the same rows as those of its people."""
    found = list(records(store, person_ids, quarter, today=today).values())
    counters = set(chain.from_iterable(one.counters for one in found))
    rows = _released(store, counters, quarter)
    here = measure(store, quarter)
    cells = cells_of(row.answer for row in rows)
    said = encounters(cells, survey=here.survey, enough=here.enough.elements)
    serving = sum(bool(one.counters) for one in found)
    people = citizens_at(counters, said, people=serving)
    return pooled(map(scored, found), people, weights=settings.weights(store, quarter))


def _tenures(
    store: Store, person_ids: Collection[int], quarter: Quarter
) -> Mapping[int, list[_Tenure]]:
    """By person, in the order of time."""
    query = (
        select(posts, units.c.zone)
        .join(units, units.c.id == posts.c.unit_id)
        .where(posts.c.person_id.in_(person_ids))
        .where(main_post(quarter.first_day, quarter.last_day))
        .order_by(posts.c.valid_from, posts.c.id)
    )
    found = defaultdict(list)
    for row in store.execute(query):
        last = min(row.valid_to or quarter.last_day, quarter.last_day)
        first = max(row.valid_from, quarter.first_day)
        found[row.person_id].append(_Tenure(first, last, row.zone))
    return found


def _outages(
    store: Store, tenures: Mapping[int, list[_Tenure]], quarter: Quarter
) -> Mapping[int, frozenset[date]]:
    """The days on which Tilik was away, each by the clock of the post that the person had then."""
    zones = {tenure.zone for of_one in tenures.values() for tenure in of_one}
    first, last = quarter.first_day, quarter.last_day
    down = {zone: outages.outage_days(store, first, last, zone) for zone in zones}
    return {
        number: frozenset(day for t in of_one for day in down[t.zone] if t.first <= day <= t.last)
        for number, of_one in tenures.items()
    }


def _entries(
    store: Store, person_ids: Collection[int], quarter: Quarter
) -> Mapping[int, list[Entry]]:
    found = defaultdict(list)
    for entry in entries.entries_of(store, person_ids, quarter.first_day, quarter.last_day):
        found[entry.person_id].append(entry)
    return found


def _served(store: Store, person_ids: Collection[int], quarter: Quarter) -> Mapping[int, list[int]]:
    """The numbers of the counters at which each of them served on any day of the quarter."""
    query = (
        select(stations.c.person_id, stations.c.counter_id)
        .where(stations.c.person_id.in_(person_ids), _within(stations, quarter))
        .order_by(stations.c.counter_id)
        .distinct()
    )
    found = defaultdict(list)
    for row in store.execute(query):
        found[row.person_id].append(row.counter_id)
    return found


def _encounters(
    store: Store, served: Mapping[int, Collection[int]], quarter: Quarter
) -> Mapping[int, Encounters]:
    counters = set(chain.from_iterable(served.values()))
    rows = _released(store, counters, quarter)
    here = measure(store, quarter)
    found = defaultdict(lambda: Encounters(enough=here.enough.elements))
    for number, own in served.items():
        cells = cells_of(row.answer for row in rows if row.counter_id in own)
        found[number] = encounters(cells, survey=here.survey, enough=here.enough.elements)
    return found


def _released(store: Store, counters: Collection[int], quarter: Quarter) -> list[Cell]:
    """What was released at these counters themselves: no rest of their services or units."""
    return tallies.tallied(store, counters, [quarter], level="counter") if counters else []


def _within(table: Table, quarter: Quarter) -> Any:
    return during(table, quarter.first_day, quarter.last_day)
