"""A unit's calendar is what was decreed for it and above it; a person's is that of their units."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from models.awake import Awake
from models.calendar import decreed
from models.decrees import LOCAL, NATIONAL, WORKED, DecreedDay, packaged
from models.letters import Text
from models.quarter import Quarter
from models.refused import Refused
from models.schedule import Ramadan, Schedule
from models.store import Store
from models.store.engine.database import Database
from models.store.office import unit_terms, unit_tree
from models.store.oversight.stamps import Stamp
from models.store.people import people, posts
from models.store.rules import calendars, days_off, decrees, schedules, settings
from models.store.rules.days_off import DayOff
from models.store.schema import trail
from models.window import evaluation_window
from tests.store.test_services import tree

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
TODAY = date(2026, 11, 20)
STAMP = Stamp(NOW, TODAY)
TUESDAY, SATURDAY = date(2026, 12, 1), date(2026, 11, 28)
CHRISTMAS_EVE = date(2026, 12, 24)
FOUNDED = DecreedDay(TUESDAY, LOCAL, "Hari jadi")
BUSY = DecreedDay(CHRISTMAS_EVE, WORKED, "Cuti bersama Natal")
DECREE = "Keputusan Bupati 4/2026"
A_DAY = timedelta(days=1)


def works(store: Store, unit: int, day: date) -> bool:
    return calendars.of_unit(store, unit).is_working_day(day)


def added(store: Store, one: DecreedDay, unit: int | None, stamp: Stamp = STAMP) -> int:
    return decrees.add(store, one, decree=DECREE, unit_id=unit, stamp=stamp)


def posted(store: Store, name: str, *tenures: tuple[int, date]) -> int:
    person = people.add(store, name)
    for unit, since in tenures:
        posts.place(store, person, unit, "Staf", since=since)
    return person


# -- what is decreed for a unit


async def test_a_local_day_off_reaches_the_unit_and_those_below(database: Database) -> None:
    def story(store: Store) -> dict[str, bool]:
        ids = tree(store)
        added(store, FOUNDED, ids["dinas"])
        every = calendars.of_units(store)
        assert all(works(store, n, TUESDAY) == every[n].is_working_day(TUESDAY) for n in every)
        return {name: works(store, number, TUESDAY) for name, number in ids.items()}

    off = {"dinas": False, "seksi": False, "lain": False}
    assert await database.run(story) == {"kabupaten": True, "tetangga": True, **off}


async def test_what_is_decreed_for_all_reaches_every_unit(database: Database) -> None:
    def story(store: Store) -> set[bool]:
        ids = tree(store)
        added(store, FOUNDED, None)
        assert not calendars.of_country(store).is_working_day(TUESDAY)
        assert not calendars.of_unit(store, 999).is_working_day(TUESDAY)
        return {works(store, number, TUESDAY) for number in ids.values()}

    assert await database.run(story) == {False}


async def test_joint_leave_withdrawn_for_a_unit_is_worked_there(database: Database) -> None:
    def story(store: Store) -> tuple[bool, bool]:
        ids = tree(store)
        number = added(store, BUSY, ids["dinas"])
        assert works(store, ids["seksi"], CHRISTMAS_EVE)
        assert not works(store, ids["kabupaten"], CHRISTMAS_EVE)
        worked = works(store, ids["dinas"], CHRISTMAS_EVE)
        decrees.take_back(store, number, stamp=STAMP)
        return worked, works(store, ids["dinas"], CHRISTMAS_EVE)

    assert await database.run(story) == (True, False)


async def test_units_of_the_same_days_have_one_and_the_same_calendar(database: Database) -> None:
    def story(store: Store) -> None:
        ids = tree(store)
        assert set(calendars.of_units(store).values()) == {decreed()}
        added(store, FOUNDED, ids["seksi"])
        added(store, FOUNDED, ids["lain"])
        found = calendars.of_units(store)
        assert found[ids["seksi"]] is found[ids["lain"]]
        assert found[ids["dinas"]] is found[ids["tetangga"]]

    await database.run(story)


async def test_a_unit_that_moved_keeps_the_days_it_had(database: Database) -> None:
    def story(store: Store) -> None:
        ids = tree(store)
        past, ahead = DecreedDay(TODAY - 2 * A_DAY, LOCAL, "Dulu"), FOUNDED
        added(store, past, ids["dinas"])
        added(store, ahead, ids["dinas"])
        unit_tree.move(store, ids["seksi"], ids["tetangga"], since=TODAY)
        assert not works(store, ids["seksi"], past.day)
        assert works(store, ids["seksi"], ahead.day)
        assert not works(store, ids["lain"], ahead.day)

    await database.run(story)


async def test_a_week_of_six_days_holds_from_the_day_it_was_set(database: Database) -> None:
    def story(store: Store) -> list[bool]:
        unit = tree(store)["seksi"]
        unit_terms.change(store, unit, week=6, stamp=STAMP)
        days = [TODAY - 6 * A_DAY, TODAY + A_DAY, SATURDAY, SATURDAY + A_DAY]
        found = [works(store, unit, day) for day in days]
        unit_terms.change(store, unit, week=5, stamp=Stamp(NOW, SATURDAY))
        return [*found, *(works(store, unit, day) for day in days)]

    before, after = [False, True, True, False], [False, True, False, False]
    assert await database.run(story) == before + after


# -- what is refused


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (DecreedDay(date(2026, 12, 25), LOCAL, "Natal"), "decree-already"),
        (DecreedDay(TUESDAY, WORKED, "Selasa"), "decree-not-joint"),
        (DecreedDay(date(2026, 12, 25), WORKED, "Natal"), "decree-not-joint"),
        (DecreedDay(date(2026, 5, 28), WORKED, "Cuti bersama Iduladha"), "decree-over"),
    ],
)
async def test_a_day_that_cannot_be_decreed_is_refused(
    database: Database, one: DecreedDay, why: str
) -> None:
    def story(store: Store) -> str:
        unit = tree(store)["dinas"]
        with pytest.raises(Refused) as refused:
            added(store, one, unit)
        return refused.value.why.id

    assert await database.run(story) == why


async def test_a_day_is_decreed_once(database: Database) -> None:
    def story(store: Store) -> list[str]:
        ids = tree(store)
        added(store, FOUNDED, ids["dinas"])
        added(store, BUSY, ids["dinas"])
        whys = []
        for one in (FOUNDED, BUSY):
            with pytest.raises(Refused) as refused:
                added(store, one, ids["seksi"])
            whys.append(refused.value.why.id)
        return whys

    assert await database.run(story) == ["decree-already", "decree-not-joint"]


async def test_a_national_holiday_is_never_decreed_alone(database: Database) -> None:
    def story(store: Store) -> None:
        with pytest.raises(ValueError, match="whole year"):
            added(store, DecreedDay(TUESDAY, NATIONAL, "Pilkada"), None)

    await database.run(story)


async def test_a_day_off_that_is_over_is_not_taken_back(database: Database) -> None:
    def story(store: Store) -> str:
        number = added(store, FOUNDED, None)
        later = Stamp(NOW, TUESDAY + A_DAY)
        with pytest.raises(Refused) as refused:
            decrees.take_back(store, number, stamp=later)
        assert decrees.take_back(store, number, stamp=Stamp(NOW, TUESDAY)) is not None
        assert decrees.take_back(store, number, stamp=STAMP) is None
        return refused.value.why.id

    assert await database.run(story) == "decree-over"


# -- what people read of it


async def test_days_off_are_told_with_their_decree(database: Database) -> None:
    def story(store: Store) -> None:
        ids = tree(store)
        number = added(store, FOUNDED, ids["dinas"])
        added(store, DecreedDay(TUESDAY + A_DAY, LOCAL, "Elsewhere"), ids["tetangga"])
        found = days_off.between(store, TUESDAY, CHRISTMAS_EVE, unit_ids=[ids["dinas"]])
        assert [(one.day, one.id) for one in found] == [(TUESDAY, number), (CHRISTMAS_EVE, None)]
        assert found[0].decree == DECREE
        assert isinstance(found[1].decree, Text)
        assert "1497 Tahun 2025" in str(found[1].decree.facts["number"])
        assert len(days_off.between(store, TUESDAY, CHRISTMAS_EVE)) == 3

    await database.run(story)


async def test_what_was_taken_back_stays_told(database: Database) -> None:
    def story(store: Store) -> None:
        number = added(store, FOUNDED, None, Stamp(NOW, TODAY))
        decrees.take_back(store, number, stamp=STAMP)
        one = days_off.one(store, number)
        assert one is not None
        assert (one.set_at, one.taken_back_at, one.taken_back_by) == (NOW, NOW, None)
        assert days_off.history(store, TUESDAY, TUESDAY) == [one]
        assert days_off.between(store, TUESDAY, TUESDAY) == []
        assert days_off.one(store, 999) is None

    await database.run(story)


async def test_changes_are_noted_by_number_only(database: Database) -> None:
    def story(store: Store) -> None:
        number = added(store, FOUNDED, tree(store)["dinas"])
        decrees.take_back(store, number, stamp=STAMP)

    await database.run(story)
    query = select(trail.c.deed, trail.c.what)
    rows = await database.read(lambda store: store.execute(query).all())
    assert [deed for deed, _ in rows] == ["calendar", "calendar"]
    assert not any("Hari jadi" in what or DECREE in what for _, what in rows)


async def test_the_office_fills_in_the_number_of_a_decree(database: Database) -> None:
    def story(store: Store) -> None:
        before = days_off.decree_of(store, 2027)
        assert before is not None
        assert (before.number, before.told.id) == (None, "decree-without-number")
        decrees.set_number(store, 2027, "12 Tahun 2026", stamp=STAMP)
        after = days_off.decree_of(store, 2027)
        assert after is not None
        assert (after.number, after.told.id) == ("12 Tahun 2026", "decree-numbered")
        assert days_off.decree_of(store, 2028) is None

    await database.run(story)


# -- a whole year


def year_of(year: int) -> list[DecreedDay]:
    return [DecreedDay(one.day.replace(year=year), one.kind, one.name) for one in packaged(2027)]


async def test_a_year_that_is_added_has_working_days(database: Database) -> None:
    def story(store: Store) -> None:
        assert not calendars.of_country(store).has_decree(2028)
        decrees.add_year(store, year_of(2028), decree="SKB 2028", stamp=STAMP)
        calendar = calendars.of_country(store)
        assert calendar.years == {2026, 2027, 2028}
        assert not calendar.is_working_day(date(2028, 3, 8))  # Nyepi
        first = days_off.between(store, date(2028, 1, 1), date(2028, 1, 31))[0]
        assert (first.name, first.decree) == ("Tahun Baru 2027 Masehi", "SKB 2028")

    await database.run(story)


async def test_a_year_that_is_added_anew_stands_in_place_of_the_old(database: Database) -> None:
    def told(store: Store) -> list[DayOff]:
        return days_off.between(store, date(2027, 3, 8), date(2027, 3, 8))

    def story(store: Store) -> None:
        assert [one.id for one in told(store)] == [None]
        decrees.add_year(store, year_of(2027), decree="SKB baru", stamp=STAMP)
        assert [one.decree for one in told(store)] == ["SKB baru"]
        moved = [one for one in year_of(2027) if one.day != date(2027, 3, 8)]
        decrees.add_year(store, moved, decree="SKB perubahan", stamp=STAMP)
        assert told(store) == []
        assert calendars.of_country(store).is_working_day(date(2027, 3, 8))
        [gone] = days_off.history(store, date(2027, 3, 8), date(2027, 3, 8))
        assert gone.taken_back_at == NOW
        [kept] = days_off.between(store, date(2027, 8, 17), date(2027, 8, 17))
        with pytest.raises(Refused) as refused:
            decrees.take_back(store, kept.id or 0, stamp=STAMP)
        assert refused.value.why.id == "decree-of-year"

    await database.run(story)


# -- people


async def test_people_work_the_days_of_the_unit_they_were_in(database: Database) -> None:
    def story(store: Store) -> None:
        ids = tree(store)
        unit_terms.change(store, ids["seksi"], week=6)
        moved = posted(store, "Dewi", (ids["dinas"], date(2026, 1, 1)), (ids["seksi"], TODAY))
        stayed = posted(store, "Joko", (ids["dinas"], date(2026, 1, 1)), (ids["lain"], TODAY))
        found = calendars.of_people(store, [moved, stayed, 999])
        assert not found[moved].is_working_day(TODAY - 6 * A_DAY)
        assert found[moved].is_working_day(SATURDAY)
        assert found[stayed] is found[999] is decreed()
        assert calendars.of_person(store, moved) == found[moved]

    await database.run(story)


async def test_a_transfer_keeps_the_week_a_unit_had_then(database: Database) -> None:
    def story(store: Store) -> list[bool]:
        ids = tree(store)
        unit_terms.change(store, ids["seksi"], week=6, stamp=Stamp(NOW, date(2026, 9, 1)))
        unit_terms.change(store, ids["lain"], week=6, stamp=Stamp(NOW, date(2026, 11, 1)))
        one = posted(store, "Dewi", (ids["seksi"], date(2026, 1, 1)), (ids["lain"], TUESDAY))
        own = calendars.of_person(store, one)
        saturdays = [date(2026, 8, 29), date(2026, 9, 5), date(2026, 12, 5)]
        return [own.is_working_day(day) for day in saturdays]

    assert await database.run(story) == [False, True, True]


async def test_who_works_by_a_schedule_works_its_days(database: Database) -> None:
    def story(store: Store) -> None:
        ids = tree(store)
        nurse = posted(store, "Dewi", (ids["dinas"], date(2026, 1, 1)))
        shift = Schedule("shift", "0000011", on_holidays=True, first=TODAY)
        assert schedules.put(store, nurse, shift)
        assert not schedules.put(store, nurse, shift)
        own = calendars.of_person(store, nurse)
        assert own.is_working_day(TODAY - A_DAY)  # a Thursday, before it began
        assert [own.is_working_day(SATURDAY + n * A_DAY) for n in range(3)] == [True, True, False]
        part = Schedule("part", "1110000", on_holidays=False, first=SATURDAY, last=TUESDAY)
        assert schedules.put(store, nurse, part)
        assert schedules.of_person(store, nurse)[0].last == SATURDAY - A_DAY
        own = calendars.of_person(store, nurse)
        assert [own.is_working_day(SATURDAY + n * A_DAY) for n in range(4)] == [
            *(False, False),
            *(True, True),
        ]
        assert own.is_working_day(TUESDAY + 2 * A_DAY)  # a Thursday, when it is over
        assert schedules.end(store, nurse, since=TUESDAY)
        assert set(schedules.of_people(store, since=TUESDAY)) == set()
        assert set(schedules.of_people(store)) == {nurse}

    await database.run(story)


# -- the hours of the office


async def test_the_office_sets_its_hours(database: Database) -> None:
    month = Ramadan(date(2027, 2, 9), date(2027, 3, 9), time(15))

    def story(store: Store) -> None:
        ids = tree(store)
        late = Ramadan(month.first + A_DAY, month.last + A_DAY, time(14))
        for one in (late, month):
            decrees.set_ramadan(store, one, stamp=STAMP)
        quarter = Quarter(2027, 1)
        for name, value, since in (
            ("quiet", [19, 7], TUESDAY),
            ("evaluation-days", 6, quarter.first_day),
        ):
            settings.put(store, settings.Version(name, value, since, NOW), day=TODAY)
        office = calendars.of_unit(store, ids["dinas"]).office
        assert office.ramadan == (month,)
        assert [office.closes_at(day) for day in (month.first, month.last, TODAY)] == [
            *(time(15), time(15)),
            time(16),
        ]
        assert office.awake == Awake(time(7), time(19))
        assert calendars.of_country(store, on=TODAY).office.awake == Awake()
        calendar = calendars.of_country(store)
        assert len(evaluation_window(quarter, calendar).days) == 6
        assert len(evaluation_window(quarter.previous, calendar).days) == 10

    await database.run(story)


@pytest.mark.parametrize(
    ("last", "ends", "why"),
    [
        (date(2027, 3, 1), time(15), "ramadan-length"),
        (date(2027, 3, 20), time(15), "ramadan-length"),
        (date(2027, 3, 9), time(17), "ramadan-hour"),
        (date(2027, 3, 9), time(11), "ramadan-hour"),
    ],
)
async def test_a_ramadan_that_cannot_be_is_refused(
    database: Database, last: date, ends: time, why: str
) -> None:
    def story(store: Store) -> str:
        with pytest.raises(Refused) as refused:
            decrees.set_ramadan(store, Ramadan(date(2027, 2, 9), last, ends), stamp=STAMP)
        return refused.value.why.id

    assert await database.run(story) == why
