"""Each is prompted on their own working days: their unit's week, its days off, their schedule."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time

import pytest

import scheduler.wanting
from models.calendar import moment
from models.decrees import LOCAL, WORKED, DecreedDay
from models.schedule import Ramadan, Schedule
from models.store import Store
from models.store.engine.database import Database, opened
from models.store.office import services, unit_terms
from models.store.oversight.stamps import Stamp
from models.store.people import leaves, posts
from models.store.prompts.standings import standings
from models.store.rules import calendars, decrees, schedules, settings
from models.store.work import entries
from scheduler.occasions import LOOKBACK
from scheduler.outlook import outlook
from scheduler.planner import plan
from tests.planned import EVERYTHING, WIB, hired, logged, planned, prompted, unit_in

STAMP = Stamp(datetime(2026, 2, 1, tzinfo=UTC), date(2026, 2, 1))
MONDAY, SATURDAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 7), date(2026, 3, 8)
OPENING = date(2026, 4, 1)
NINE, THREE, FOUR = time(9), time(15), time(16)


@pytest.fixture
async def database(databases: str) -> AsyncIterator[Database]:
    store = opened(databases)
    yield store
    await store.close()


def hired_in(store: Store, name: str, *, week: int = 5) -> tuple[int, int]:
    """Somebody in a unit of their own below the first one: who, and where."""
    person = hired(store, name)
    unit = services.add_unit(store, f"UPT {name}", zone=WIB, parent_id=unit_in(store, WIB)).id
    unit_terms.change(store, unit, week=week)
    posts.place(store, person, unit, "Staf", since=date(2021, 1, 1))
    return person, unit


async def people_prompted(database: Database, day: date, hour: time) -> list[int]:
    await plan(database, moment(day, hour, WIB), EVERYTHING)
    return sorted(one.person_id for one in await database.read(prompted) if one.day == day)


async def test_who_works_six_days_is_prompted_on_saturday(database: Database) -> None:
    six, _ = await database.run(lambda store: hired_in(store, "Puskesmas", week=6))
    await database.run(lambda store: hired(store, "Dewi"))
    assert await people_prompted(database, SATURDAY, FOUR) == [six]
    assert await people_prompted(database, SUNDAY, FOUR) == []


async def test_an_evaluation_opens_by_the_days_of_each_unit(database: Database) -> None:
    """A window of six-day weeks is over sooner: its last reminder comes while others wait."""

    def story(store: Store) -> tuple[int, int]:
        return hired_in(store, "Puskesmas", week=6)[0], hired(store, "Dewi")

    six, five = await database.run(story)
    assert await people_prompted(database, OPENING, NINE) == [six, five]
    both = {}
    for person in (six, five):
        found = await _dues(database, person)
        both[person] = [day for day, kind in found if kind in ("half", "last")]
    assert both[six][1] < both[five][1]


async def _dues(database: Database, person: int) -> list[tuple[date, str]]:
    now = moment(OPENING, NINE, WIB)
    people = await database.read(lambda store: standings(store, now, EVERYTHING, lookback=LOOKBACK))
    theirs = [one for one in people if one.person_id == person]
    found = outlook(theirs, OPENING, date(2026, 4, 30), prompts=EVERYTHING, now=now)
    return [(one.day, one.due.kind) for one in found]


async def test_nobody_is_prompted_on_their_units_own_day_off(database: Database) -> None:
    def story(store: Store) -> int:
        _, unit = hired_in(store, "Pasar")
        one = DecreedDay(MONDAY, LOCAL, "Hari jadi")
        decrees.add(store, one, decree="SK 1", unit_id=unit, stamp=STAMP)
        return hired(store, "Dewi")

    dewi = await database.run(story)
    assert await people_prompted(database, MONDAY, FOUR) == [dewi]


async def test_joint_leave_that_is_worked_has_its_prompts(database: Database) -> None:
    eve = date(2026, 12, 24)

    def story(store: Store) -> int:
        person, unit = hired_in(store, "Dukcapil")
        one = DecreedDay(eve, WORKED, "Cuti bersama Natal")
        decrees.add(store, one, decree="SE 1", unit_id=unit, stamp=STAMP)
        hired(store, "Dewi")
        return person

    busy = await database.run(story)
    assert await people_prompted(database, eve, FOUR) == [busy]


@pytest.mark.parametrize("few", [0, 500])
async def test_who_works_by_shifts_is_prompted_on_their_own_days(
    database: Database, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there are more such people than are asked for by number."""
    monkeypatch.setattr(scheduler.wanting, "MOST_BY_NUMBER", few)
    shift = Schedule("shift", "0000001", on_holidays=True, first=date(2026, 1, 1))

    def story(store: Store) -> int:
        nurse = hired(store, "Dewi")
        schedules.put(store, nurse, shift)
        away = hired(store, "Joko")
        schedules.put(store, away, shift)
        leaves.add(store, away, SUNDAY, SUNDAY, kind="travel")
        hired(store, "Siti")
        return nurse

    nurse = await database.run(story)
    assert await people_prompted(database, SUNDAY, FOUR) == [nurse]
    assert nurse not in await people_prompted(database, MONDAY, FOUR)


async def test_in_ramadan_the_log_is_asked_for_when_the_office_closes(database: Database) -> None:
    month = Ramadan(date(2026, 2, 19), date(2026, 3, 20), THREE)

    def story(store: Store) -> None:
        hired(store, "Dewi")
        decrees.set_ramadan(store, month, stamp=STAMP)

    await database.run(story)
    assert await planned(database, MONDAY, time(14, 59)) == []
    assert await planned(database, MONDAY, THREE) == [("2026-03-02", "log")]


async def test_nobody_is_prompted_in_the_hours_that_the_office_calls_night(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        hired(store, "Dewi")
        night = settings.Version("quiet", [17, 9], MONDAY, STAMP.at)
        settings.put(store, night, day=STAMP.day)

    await database.run(story)
    assert await planned(database, MONDAY, time(17)) == []
    assert await planned(database, MONDAY, time(16, 59)) == [("2026-03-02", "log")]


async def test_the_plan_foresees_what_the_planner_does(database: Database) -> None:
    """Units and people of different days, day by day: the outlook says who is prompted when."""

    def story(store: Store) -> None:
        hired(store, "Dewi")
        hired_in(store, "Puskesmas", week=6)
        nurse, unit = hired_in(store, "Nakes", week=6)
        schedules.put(store, nurse, Schedule("part", "0110001", False, date(2026, 1, 1)))
        one = DecreedDay(date(2026, 3, 5), LOCAL, "Hari jadi")
        decrees.add(store, one, decree="SK 1", unit_id=unit, stamp=STAMP)

    await database.run(story)
    now = moment(MONDAY, time(8), WIB)
    people = await database.read(lambda store: standings(store, now, EVERYTHING, lookback=LOOKBACK))
    ahead = outlook(people, MONDAY, SUNDAY, prompts=EVERYTHING, now=now)
    foreseen = {(one.day, one.who.person_id) for one in ahead}
    found = set()
    for number in range(7):
        day = date(2026, 3, 2 + number)
        found |= {(day, person) for person in await people_prompted(database, day, FOUR)}
    assert found == foreseen


async def test_who_logged_on_their_own_day_is_not_asked(database: Database) -> None:
    six, _ = await database.run(lambda store: hired_in(store, "Puskesmas", week=6))
    await database.run(lambda store: entries.add(store, logged(six, SATURDAY)))
    assert await people_prompted(database, SATURDAY, FOUR) == []
    own = await database.read(lambda store: calendars.of_person(store, six))
    assert own.is_working_day(SATURDAY)
