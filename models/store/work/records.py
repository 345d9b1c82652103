"""Records: what the scores of people and a quarter are made of, read together for a whole team."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Table, select

from models.calendar import Calendar, days, local
from models.disclosure import kept_out
from models.encounters import Encounters, encounters, questions
from models.figures import Question, cells_of
from models.parts import Key, Missing, citizens_at
from models.performance import Record, Scores, of_several, pooled, scored
from models.quarter import Quarter
from models.realisation import prorated, share_there
from models.store import Store
from models.store.people import leaves
from models.store.people.links import during, main_post
from models.store.ratings import tallies
from models.store.ratings.shut import HiddenCounters, hidden_counters
from models.store.ratings.tallies import Cell
from models.store.rules import calendars, outages, settings
from models.store.rules.measures import Measure, measure
from models.store.schema import counters, people, posts, stations, units
from models.store.work import entries, targets
from models.work import Entry, Target


@dataclass(frozen=True)
class _Tenure:
    """Days of the quarter on which somebody had a post and had joined, and the zone of its unit."""

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
    done = _entries(store, person_ids, quarter)
    away, own = leaves.by_kind(store, person_ids), calendars.of_people(store, person_ids)
    served = _served(store, person_ids, quarter)
    here = measure(store, quarter)
    said = _encounters(store, served, here)
    weights = settings.weights(store, quarter)
    every, off = frozenset(days(quarter.first_day, quarter.last_day)), _off(tenures, quarter)
    aims = _aims(store, quarter, own, off)
    return {
        number: Record(
            person_id=number,
            quarter=quarter,
            today=today,
            calendar=own[number],
            targets=aims[number],
            entries=tuple(done[number]),
            leave=every.intersection(chain.from_iterable(away.get(number, {}).values())),
            travel=every & away.get(number, {}).get("travel", frozenset()),
            outages=down.get(number, frozenset()),
            off=off[number],
            counters=tuple(served[number]),
            encounters=said[number],
            weights=weights,
            enough_work=here.enough.work,
        )
        for number in person_ids
    }


def aims_of(store: Store, person_id: int, quarter: Quarter) -> tuple[Target, ...]:
    """What is expected of the person in the quarter: their targets, for as much of it as they were
    there."""
    off = _off(_tenures(store, [person_id], quarter), quarter)
    return _aims(store, quarter, calendars.of_people(store, [person_id]), off)[person_id]


def _off(tenures: Mapping[int, list[_Tenure]], quarter: Quarter) -> Mapping[int, frozenset[date]]:
    every = frozenset(days(quarter.first_day, quarter.last_day))
    found: dict[int, frozenset[date]] = defaultdict(lambda: every)
    for number, several in tenures.items():
        found[number] = every.difference(*(days(one.first, one.last) for one in several))
    return found


def _aims(
    store: Store,
    quarter: Quarter,
    own: Mapping[int, Calendar],
    off: Mapping[int, frozenset[date]],
) -> Mapping[int, tuple[Target, ...]]:
    found = targets.of_people(store, list(own), quarter)
    shares = {number: share_there(quarter, own[number], off[number]) for number in found}
    return {
        number: tuple(prorated(target, shares[number]) for target in found.get(number, ()))
        for number in own
    }


@dataclass(frozen=True)
class TeamRecord:
    """The scores of a team or a unit, and what is behind them.

    `people`: how many of it were there at all; `without`: how many of those add nothing to a part;
    `counters` are those they served at.
    """

    people: int
    scores: Scores
    without: Mapping[Key, int]
    counters: Sequence[int]
    encounters: Encounters


def together(
    store: Store, person_ids: Collection[int], quarter: Quarter, *, today: date
) -> TeamRecord:
    """The record of a team or a unit, out of the same rows as those of its people."""
    every = records(store, person_ids, quarter, today=today).values()
    found = [one for one in every if one.is_there]
    served = sorted(set(chain.from_iterable(one.counters for one in found)))
    said = _encounters(store, {0: served}, measure(store, quarter))[0]
    serving = sum(bool(one.counters) for one in found)
    weights = settings.weights(store, quarter)
    each = [scored(one) for one in found]
    pool = pooled(each, citizens_at(served, said, people=serving), weights=weights)
    lacking = Counter(
        part.key for one in each for part in one.parts if isinstance(part, Missing)
    )
    return TeamRecord(len(found), of_several(pool, weights), lacking, served, said)


def _tenures(
    store: Store, person_ids: Collection[int], quarter: Quarter
) -> Mapping[int, list[_Tenure]]:
    """By person, in the order of time."""
    query = (
        select(posts, units.c.zone, people.c.joined_at)
        .join(units, units.c.id == posts.c.unit_id)
        .join(people, people.c.id == posts.c.person_id)
        .where(posts.c.person_id.in_(person_ids), people.c.joined_at.is_not(None))
        .where(main_post(quarter.first_day, quarter.last_day))
        .order_by(posts.c.valid_from, posts.c.id)
    )
    found = defaultdict(list)
    for row in store.execute(query):
        last = min(row.valid_to or quarter.last_day, quarter.last_day)
        since = local(row.joined_at, row.zone).date()
        first = max(row.valid_from, quarter.first_day, since)
        if first <= last:
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
    store: Store, served: Mapping[int, Collection[int]], here: Measure
) -> Mapping[int, Encounters]:
    """What citizens said where each of them served, less what would tell of counters with few."""
    counters = set(chain.from_iterable(served.values()))
    rows = _released(store, counters, here.quarter)
    hidden = [hidden_counters(store, unit, here) for unit in _units(store, counters)]
    found = defaultdict(lambda: Encounters(enough=here.enough.elements))
    for number, own in served.items():
        mine = [row for row in rows if row.counter_id in own]
        out = _kept_out(mine, hidden, here)
        told = (row for row in mine if (row.question, row.counter_id) not in out)
        cells = cells_of(row.answer for row in told)
        said = encounters(cells, survey=here.survey, enough=here.enough.elements)
        left = (row for row in mine if (row.question, row.counter_id) in out)
        kind = here.survey.key if said.product == "official" else said.product
        found[number] = replace(
            said, left_out=sum(row.times for row in left if row.instrument == kind)
        )
    return found


def _kept_out(
    mine: Collection[Cell], hidden: Collection[HiddenCounters], here: Measure
) -> set[tuple[Question, int]]:
    """What is asked, and the counters at which it does not count for who serves at these."""
    needed, out = here.enough.elements, set()
    for question in questions(here.survey):
        asked = [row for row in mine if row.question == question]
        if sum(row.times for row in asked) >= needed:
            own = {row.counter_id for row in asked}
            for of_unit in hidden:
                left = kept_out(own, of_unit.get(question, {}), needed)
                out |= {(question, counter) for counter in left}
    return out


def _units(store: Store, counter_ids: Collection[int]) -> list[int]:
    """The units of these counters."""
    query = select(counters.c.unit_id).where(counters.c.id.in_(counter_ids)).distinct()
    return list(store.execute(query.order_by(counters.c.unit_id)).scalars())


def _released(store: Store, counters: Collection[int], quarter: Quarter) -> list[Cell]:
    """What was released at these counters themselves: no rest of their services or units."""
    return tallies.tallied(store, counters, [quarter], level="counter") if counters else []


def _within(table: Table, quarter: Quarter) -> Any:
    return during(table, quarter.first_day, quarter.last_day)
