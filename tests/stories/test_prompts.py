"""Tilik speaks first: once a day, by day, on working days, and never about what is done."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from handlers.listed import PROMPTS
from models.calendar import decreed, moment
from models.campaigns import Due
from models.evaluations import Evaluation
from models.letters import Letter
from models.people import Person
from models.quarter import Quarter
from models.store import Store
from models.store.complaints import complaints
from models.store.engine.database import StoreAway
from models.store.people import leaves
from models.store.rules import outages
from models.store.work import entries, evaluations
from tests.actors import Actor, World
from tests.office import Staff, waits_for_oversight
from tests.planned import EVERYTHING, WIB, logged, only, prompted, said, saying

MONDAY = date(2026, 11, 23)
OPENING = date(2027, 1, 4)
Q4 = Quarter(2026, 4)


@pytest.fixture(autouse=True)
def spoken(world: World) -> None:
    """Words of the stories' own, whatever the conversations would say."""
    world.tilik.planning.prompts = EVERYTHING


async def until(world: World, day: date, hour: time) -> None:
    """Time passes until the clock in the west shows this."""
    gone = moment(day, hour, WIB) - world.clock()
    await world.waits(seconds=gone.total_seconds())


async def heard(actor: Actor, day: date, hour: time, *, world: World) -> bool:
    """Whether a new message has come by then."""
    before = actor.bubbles
    await until(world, day, hour)
    return actor.bubbles > before


async def test_who_has_not_logged_is_asked_once_at_the_end_of_the_day(
    world: World, employee: Actor, superior: Actor
) -> None:
    assert not await heard(employee, MONDAY, time(15, 59), world=world)
    assert await heard(employee, MONDAY, time(16), world=world)
    assert employee.reads("Dewi Lestari: log daily.2026-11-23")
    for hour in (time(16, 1), time(18), time(19, 59), time(23)):
        assert not await heard(employee, MONDAY, hour, world=world)


async def test_who_has_logged_is_not_asked(world: World, employee: Actor, staff: Staff) -> None:
    await world.run(lambda store: entries.add(store, logged(staff.employee_id, MONDAY)))
    assert not await heard(employee, MONDAY, time(17), world=world)


async def test_what_was_missed_by_day_is_not_said_at_night(world: World, employee: Actor) -> None:
    assert not await heard(employee, MONDAY, time(21), world=world)
    assert not await heard(employee, date(2026, 11, 24), time(9), world=world)


def complained(store: Store, unit: int) -> None:
    """A complaint that the head is to answer three days after the evaluation opens."""
    days = {"said_on": OPENING - timedelta(days=20), "due_on": OPENING + timedelta(days=3)}
    complaints.file(store, kind="plain", unit_id=unit, with_id=unit, **days)


async def test_every_kind_of_prompt_is_said_in_words_of_its_own(
    world: World, employee: Actor, superior: Actor, staff: Staff
) -> None:
    world.tilik.planning.prompts = PROMPTS
    now, dewi = world.clock(), staff.employee_id
    await world.run(lambda store: waits_for_oversight(store, dewi, now=now))
    await world.run(lambda store: complained(store, world.office.unit_id))
    for day in (OPENING + timedelta(days=n) for n in range(-7, 16)):
        for hour in (time(9), time(16)):
            await until(world, day, hour)
    found = await world.run(prompted)
    assert {one.kind for one in found} == set(PROMPTS.by_kind)
    assert {one.day for one in found} <= set(decreed().working_days(MONDAY, found[-1].day))
    assert employee.bubbles > 1
    assert superior.bubbles > 1


async def test_nobody_is_prompted_on_leave_or_on_a_holiday(
    world: World, employee: Actor, staff: Staff
) -> None:
    await world.run(lambda store: leaves.add(store, staff.employee_id, MONDAY, MONDAY))
    assert not await heard(employee, MONDAY, time(17), world=world)
    assert await heard(employee, date(2026, 11, 24), time(17), world=world)
    assert not await heard(employee, date(2026, 12, 25), time(17), world=world)  # Natal
    assert not await heard(employee, date(2026, 12, 26), time(17), world=world)  # a Saturday


async def test_a_superior_has_one_message_about_the_team_each_working_day(
    world: World, superior: Actor
) -> None:
    await world.waits(minutes=1)
    assert superior.reads("Ratna Dewi: long summary.2026-11-23")
    assert not await heard(superior, MONDAY, time(15), world=world)
    assert await heard(superior, date(2026, 11, 24), time(9), world=world)
    assert superior.reads("short summary.2026-11-24")


async def test_an_evaluation_is_asked_for_and_twice_reminded_of(
    world: World, employee: Actor
) -> None:
    told = {}
    for day in (OPENING, *(OPENING + timedelta(days=n) for n in range(1, 20))):
        if await heard(employee, day, time(9), world=world):
            told[day] = employee.screen.split()[2]
    assert list(told.values()) == ["open", "half", "last"]
    assert next(iter(told)) == OPENING


async def test_who_has_sent_the_evaluation_is_reminded_no_more(
    world: World, employee: Actor, staff: Staff
) -> None:
    assert await heard(employee, OPENING, time(9), world=world)
    assert employee.reads("open evaluation.2026-Q4")
    sent = Evaluation(staff.employee_id, Q4, (), "sesuai", "sesuai", OPENING)
    await world.run(lambda store: evaluations.put(store, sent))
    for day in (OPENING + timedelta(days=n) for n in range(1, 20)):
        assert not await heard(employee, day, time(9), world=world)


async def test_ticks_over_and_over_prompt_nobody_twice(
    world: World, employee: Actor, colleague: Actor, superior: Actor
) -> None:
    everybody = (employee, colleague, superior)
    before = [actor.bubbles for actor in everybody]
    await until(world, MONDAY, time(16))
    for _ in range(3):
        await world.tilik.tick()
        await world.tilik.planning.go_on()
    found = await world.run(prompted)
    assert sorted(one.kind for one in found) == ["alone", "log", "log", "long"]
    after = [actor.bubbles for actor in everybody]
    assert [now - then for now, then in zip(after, before, strict=True)] == [1, 1, 2]


async def test_the_timetable_plans_when_time_has_passed(
    world: World, employee: Actor, superior: Actor
) -> None:
    asked: list[datetime] = []

    def noted(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
        asked.append(now)
        return said(store, person, due, now)

    world.tilik.planning.prompts = saying(noted, prompts=only("log"))
    await world.tilik.planning.go_on()
    world.clock.forward(hours=7)
    await world.tilik.planning.go_on()
    assert asked == [world.clock()]


async def test_a_database_that_goes_away_while_planning_ends_nothing(
    world: World, employee: Actor, superior: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    def away(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
        raise StoreAway

    world.tilik.planning.prompts = saying(away, prompts=only("log"))
    await until(world, MONDAY, time(16))
    assert "the database is away" in caplog.text
    world.tilik.planning.prompts = EVERYTHING
    assert await heard(employee, MONDAY, time(16, 1), world=world)


def gone(store: Store) -> frozenset[date]:
    return outages.outage_days(store, MONDAY, date(2026, 12, 31), WIB)


async def test_a_clock_that_is_moved_is_no_outage_but_silence_is(world: World) -> None:
    await world.waits(days=3)
    await world.tilik.planning.beat()
    assert await world.run(gone) == frozenset()
    world.clock.forward(hours=5)
    await world.tilik.planning.beat()
    assert await world.run(gone) == {date(2026, 11, 26)}
