"""Who is to be prompted, found for many at once, is who is found by asking about each alone."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime, time, timedelta

import pytest

import scheduler.wanting
from models.calendar import days, local, moment
from models.campaigns import Due
from models.decrees import LOCAL, DecreedDay
from models.evaluations import Evaluation
from models.quarter import Quarter
from models.schedule import Schedule
from models.store import Store
from models.store.engine.database import Database, opened
from models.store.office import services, unit_terms
from models.store.oversight.stamps import Stamp
from models.store.people import leaves, posts
from models.store.prompts.candidates import absences, lacking, zones
from models.store.prompts.kinds import Prompts
from models.store.prompts.prompts import Lane
from models.store.rules import calendars, decrees, schedules
from models.store.rules.zone_calendars import units_of
from models.store.work import entries, evaluations
from scheduler.occasions import LOOKBACK, due_now
from scheduler.planner import plan
from scheduler.wanting import Wanted, wanting
from tests.planned import EVERYTHING, WIB, WITA, hired, logged, prompted, unit_in

OPENING, OVER = date(2026, 3, 30), date(2026, 4, 22)
SINCE, Q1 = date(2021, 1, 1), Quarter(2026, 1)
STAMP = Stamp(moment(SINCE, time(9), WIB), SINCE)
SHIFTS = ("0110001", "1111110", "0000001")


def plainly(store: Store, now: datetime, kinds: Prompts) -> list[Wanted]:
    """Each person by their own calendar and leaves, and each prompt asked about for them alone."""
    found = [one for zone in zones(store) for one in _of_zone(store, now, zone, kinds)]
    return sorted(found, key=lambda one: (one.person_id, one.lane))


def _of_zone(store: Store, now: datetime, zone: str, kinds: Prompts) -> Iterator[Wanted]:
    day, own = local(now, zone).date(), schedules.of_people(store)
    units = calendars.of_units(store, on=day)
    spans = absences(store, day - LOOKBACK, day=day, zone=zone)
    for person, unit in units_of(store, zone, day).items():
        calendar = units[unit].by(own.get(person, ()))
        awake = calendar.office.awake
        if awake.is_quiet(now, zone):
            continue
        dues: dict[Lane, list[Due]] = defaultdict(list)
        for due in due_now(kinds, now, zone, calendar, spans.get(person, ())):
            prompt = kinds[due.kind]
            if lacking(store, prompt, due, day=day, zone=zone, person_ids=[person]):
                dues[prompt.lane].append(due)
        for lane, several in dues.items():
            until = moment(day, awake.last, zone)
            yield Wanted(person, lane, day, zone, tuple(several), until)


def office(store: Store, chance: random.Random) -> None:
    """Units and people of different days in two zones, some away, some with their work done."""
    units = [
        services.add_unit(store, f"UPT {n}", zone=WIB, parent_id=unit_in(store, WIB)).id
        for n in range(2)
    ]
    unit_terms.change(store, units[0], week=6)
    given = DecreedDay(date(2026, 4, 8), LOCAL, "Hari jadi")
    decrees.add(store, given, decree="SK 1", unit_id=units[1], stamp=STAMP)
    people = [hired(store, f"Pegawai {n}", WITA if n % 5 == 0 else WIB) for n in range(14)]
    for person in people:
        if chance.random() < 0.4:
            posts.place(store, person, chance.choice(units), "Staf", since=SINCE)
        if chance.random() < 0.2:
            shift = Schedule("shift", chance.choice(SHIFTS), on_holidays=True, first=SINCE)
            schedules.put(store, person, shift)
        if chance.random() < 0.4:
            first = OPENING + timedelta(days=chance.randint(-80, 15))
            leaves.add(store, person, first, first + timedelta(days=chance.randint(0, 60)))
        if chance.random() < 0.2:
            sent = Evaluation(person, Q1, (), "sesuai", "sesuai", date(2026, 4, 1))
            evaluations.put(store, sent)
        if chance.random() < 0.5:
            entries.add(store, logged(person, OPENING + timedelta(days=chance.randint(0, 9))))
        if person != people[0] and chance.random() < 0.5:
            posts.report_to(store, person, people[0], since=SINCE)


@pytest.fixture
async def database(sqlite: str) -> AsyncIterator[Database]:
    store = opened(sqlite)
    yield store
    await store.close()


MORE = pytest.mark.long("more of the same: another seed")


@pytest.mark.parametrize(("seed", "few"), [(0, 500), (1, 0), pytest.param(2, 500, marks=MORE)])
async def test_all_at_once_is_each_alone(
    database: Database, seed: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through a window of the evaluation, with what was sent on the way."""
    monkeypatch.setattr(scheduler.wanting, "MOST_BY_NUMBER", few)
    await database.run(lambda store: office(store, random.Random(seed)))
    for day in days(OPENING, OVER):
        for hour in (8, 9, 16, 21):
            now = moment(day, time(hour), WIB)
            found = await database.read(lambda store, now=now: wanting(store, now, EVERYTHING))
            alone = await database.read(lambda store, now=now: plainly(store, now, EVERYTHING))
            assert found == alone, now
            if hour != 8:
                await plan(database, now, EVERYTHING)
    kinds = {one.kind for one in await database.read(prompted)}
    assert kinds >= {"open", "half", "last", "log", "short", "long"}
