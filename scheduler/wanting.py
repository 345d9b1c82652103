"""Who is to be prompted now, and for what: the reading half of planning."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from models.calendar import local, moment
from models.campaigns import Due, Kind
from models.store import Store
from models.store.prompts import prompts
from models.store.prompts.candidates import absences, lacking, lane_of, zones
from models.store.rules import settings
from models.store.rules.zone_calendars import Rhythms, rhythms, units_of
from scheduler.occasions import LOOKBACK, due_now

FEW = 500
"""So many people are asked for by number; of more, everybody is read."""
_ANY_TIME = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Wanted:
    """The prompts of one lane that may go to a person now: the first that has something to say.

    None is sent any more from `until` (UTC) on: then it is night there.
    """

    person_id: int
    lane: prompts.Lane
    day: date
    zone: str
    dues: tuple[Due, ...]
    until: datetime


def wanting(store: Store, now: datetime, kinds: Collection[Kind]) -> list[Wanted]:
    """Who is to be prompted now, by number: the reading half of planning.

    At night it reads the zones and the hours of the night, on a day off the calendars as well.
    """
    today = {zone: local(now, zone).date() for zone in zones(store)}
    awake = {
        zone: day
        for zone, day in today.items()
        if not settings.awake(store, day).is_quiet(now, zone)
    }
    if not awake:
        return []
    every = rhythms(store, awake, since=min(awake.values()) - LOOKBACK)
    found = [
        wanted
        for zone, here in every.items()
        if here.is_working_day(awake[zone])
        for wanted in _of_zone(store, now, zone, here, kinds)
    ]
    return sorted(found, key=lambda one: (one.person_id, one.lane))


def _of_zone(
    store: Store, now: datetime, zone: str, here: Rhythms, kinds: Collection[Kind]
) -> Iterator[Wanted]:
    day = local(now, zone).date()
    of_unit = {
        unit: _of_kinds(due_now(now, zone, calendar), kinds)
        for unit, calendar in here.units.items()
    }
    usual = Counter(of_unit.values()).most_common(1)[0][0]
    own = _apart(store, now, zone, here, of_unit, usual, kinds)
    dues: dict[tuple[int, prompts.Lane], list[Due]] = defaultdict(list)
    for due in usual:
        for person in lacking(store, due, day=day, zone=zone) - own.keys():
            dues[person, lane_of(due.kind)].append(due)
    lack = _lacking_of(store, own, day=day, zone=zone)
    for person, theirs in own.items():
        for due in theirs:
            if person in lack[_key(due)]:
                dues[person, lane_of(due.kind)].append(due)
    until = moment(day, next(iter(here.units.values())).office.awake.last, zone)
    for (person, lane), several in dues.items():
        yield Wanted(person, lane, day, zone, tuple(several), until)


def _apart(
    store: Store,
    now: datetime,
    zone: str,
    here: Rhythms,
    of_unit: Mapping[int, tuple[Due, ...]],
    usual: tuple[Due, ...],
    kinds: Collection[Kind],
) -> dict[int, tuple[Due, ...]]:
    """What is due now to whom it is not the usual: in units with other days, to whoever has a
    schedule of their own, and to whoever is or was away."""
    day = local(now, zone).date()
    spans = absences(store, day - LOOKBACK, day=day, zone=zone)
    units = [unit for unit, dues in of_unit.items() if dues != usual]
    found = {
        person: of_unit[unit]
        for person, unit in (units_of(store, zone, day, unit_ids=units) if units else {}).items()
    }
    people = spans.keys() | here.schedules.keys()
    if not people:
        return found
    there = units_of(store, zone, day, person_ids=people if len(people) < FEW else None)
    for person in people & there.keys():
        calendar = here.units[there[person]].by(here.schedules.get(person, ()))
        dues = due_now(now, zone, calendar, spans.get(person, ()))
        found[person] = _of_kinds(dues, kinds)
    return found


def _of_kinds(dues: Sequence[Due], kinds: Collection[Kind]) -> tuple[Due, ...]:
    return tuple(due for due in dues if due.kind in kinds)


def _lacking_of(
    store: Store, dues: Mapping[int, Sequence[Due]], *, day: date, zone: str
) -> dict[Due, set[int]]:
    """Who of these people lacks which of their own prompts: one query for each prompt.

    Of many, everybody is asked for.
    """
    asked: dict[Due, set[int]] = defaultdict(set)
    for person, theirs in dues.items():
        for due in theirs:
            asked[_key(due)].add(person)
    return {
        due: people
        & lacking(store, due, day=day, zone=zone, person_ids=people if len(people) < FEW else None)
        for due, people in asked.items()
    }


def _key(due: Due) -> Due:
    """The same for all to whom the store has the same answer, whatever their leaves."""
    day = due.day if due.kind == "half" else date.min
    return replace(due, day=day, at=_ANY_TIME, until=date.min, without_decree=False)
