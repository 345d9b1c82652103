"""What the scores are made of is read for everybody alike, and adds up from the same rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import event, insert

from models.calendar import MORNING, days, moment
from models.instruments import instrument
from models.parts import Missing, Part
from models.performance import Record, scored
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.scores import OVERALL
from models.store import Store, schema
from models.store.engine.database import Database
from models.store.office import services
from models.store.people import leaves, posts
from models.store.work import entries, records, targets
from models.work import Entry
from tests.actors import NINE_O_CLOCK as NOW
from tests.actors import rated as given
from tests.office import SINCE, Staff, leaves_post, open_office, staff_office

TODAY = date(2026, 11, 23)
QUARTER = Quarter(2026, 4)
MONDAY = date(2026, 11, 2)


def opened_with_staff(store: Store) -> Staff:
    open_office(store, now=NOW)
    return staff_office(store, NOW)


def logged(
    store: Store, person_id: int, day: date, *, amount: str = "30", state: str = "approved"
) -> None:
    target = targets.of_person(store, person_id, Quarter.of(day))[0]
    entry = Entry(
        0, "", person_id, day, day, "Verifikasi", target.id, Decimal(amount), "berkas", sent_at=NOW
    )
    added = entries.add(store, entry)
    if state == "approved":
        entries.approve(store, [added.id], by=1, seen_at=NOW)


def rated(store: Store, counter: int, *, kind: str, values: dict[str, int], times: int) -> None:
    where = services.all_counters(store)[counter]
    one = Rating(where.id, where.services[0].id, MONDAY, kind, values)
    given(store, [one] * times)


def of(store: Store, person_id: int, quarter: Quarter = QUARTER) -> Record:
    return records.record(store, person_id, quarter, today=TODAY)


async def test_a_record_holds_what_is_the_persons_and_the_quarters(database: Database) -> None:
    def story(store: Store) -> None:
        staff = opened_with_staff(store)
        logged(store, staff.employee_id, MONDAY)
        logged(store, staff.employee_id, date(2026, 9, 28))
        logged(store, staff.colleague_id, MONDAY)
        found = of(store, staff.employee_id)
        assert [entry.day for entry in found.entries] == [MONDAY]
        assert {target.person_id for target in found.targets} == {staff.employee_id}
        assert {target.quarter for target in found.targets} == {QUARTER}
        assert found.counters == (services.all_counters(store)[0].id,)
        assert found.leave == found.outages == found.off == frozenset()
        parts = scored(found).parts
        assert isinstance(parts[0], Part)
        assert parts[0].exact == Fraction(15)
        assert isinstance(parts[1], Missing)
        assert parts[1].why.id == "score-few-quality", "one that was accepted is no hundred"

    await database.run(story)


async def test_nobody_is_an_empty_record(database: Database) -> None:
    def story(store: Store) -> None:
        opened_with_staff(store)
        found = of(store, 999)
        assert (found.targets, found.entries, found.counters) == ((), (), ())
        assert found.off == frozenset(days(QUARTER.first_day, QUARTER.last_day))
        assert all(isinstance(part, Missing) for part in scored(found).parts)
        assert records.records(store, [], QUARTER, today=TODAY) == {}
        assert {part.why.id for part in together(store) if isinstance(part, Missing)} == {
            "score-nobody",
            "score-no-counters",
        }

    def together(store: Store) -> tuple[Part | Missing, ...]:
        return records.together(store, [], QUARTER, today=TODAY).scores.parts

    await database.run(story)


async def test_days_before_a_post_and_after_it_count_for_nobody(database: Database) -> None:
    def story(store: Store) -> None:
        staff = opened_with_staff(store)
        unit = services.all_counters(store)[0].unit
        late = staff.employee_id
        leaves_post(store, late, since=date(2026, 10, 12))
        posts.place(store, late, unit.id, "Analis", since=MONDAY)
        assert of(store, late).off == frozenset(days(date(2026, 10, 12), date(2026, 11, 1)))
        assert of(store, late, Quarter(2026, 3)).off == frozenset()
        before = Quarter(2025, 4)
        assert of(store, late, before).off == frozenset(days(before.first_day, before.last_day))

    await database.run(story)


async def test_leave_and_downtime_are_of_the_quarter_and_of_the_units_zone(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        staff = opened_with_staff(store)
        east = services.add_unit(store, "Cabang Timur", zone="Asia/Jayapura")
        posts.place(store, staff.colleague_id, east.id, "Petugas", since=SINCE)
        leaves.add(store, staff.employee_id, date(2026, 9, 29), date(2026, 10, 2))
        # From 18 to 20 in the west; by then it is night in the east.
        began = moment(MONDAY, MORNING.replace(hour=18), "Asia/Jakarta")
        ended = moment(MONDAY, MORNING.replace(hour=20), "Asia/Jakarta")
        store.execute(insert(schema.outages).values(began_at=began, ended_at=ended))
        both = [staff.employee_id, staff.colleague_id]
        west, eastern = records.records(store, both, QUARTER, today=TODAY).values()
        assert west.leave == {date(2026, 10, 1), date(2026, 10, 2)}
        assert west.outages == {MONDAY}
        assert eastern.outages == frozenset()

    await database.run(story)


async def test_citizens_speak_of_whoever_served_at_their_counter(database: Database) -> None:
    def story(store: Store) -> None:
        staff = opened_with_staff(store)
        rated(store, 0, kind=DAILY, values={OVERALL: 3, "kompetensi": 4}, times=30)
        rated(store, 0, kind=DAILY, values={OVERALL: 3, "perilaku": 2}, times=40)
        dewi, joko = of(store, staff.employee_id), of(store, staff.colleague_id)
        assert dewi.encounters.product == "daily"
        part = scored(dewi).parts[3]
        assert isinstance(part, Part)
        assert (part.value, part.n) == (Decimal("75.00"), 30)
        assert isinstance(scored(joko).parts[3], Missing)

    await database.run(story)


async def test_the_official_survey_comes_first_and_is_never_mixed_with_the_index(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        staff = opened_with_staff(store)
        whole = dict.fromkeys(instrument().elements, 2)
        assert of(store, staff.employee_id).encounters.product == "daily"
        rated(store, 0, kind=instrument().key, values=whole, times=29)
        found = of(store, staff.employee_id).encounters
        assert (found.product, {e.n for e in found.elements.values()}) == ("official", {29})
        taps = {OVERALL: 4, "kompetensi": 4, "perilaku": 4}
        rated(store, 0, kind=DAILY, values=taps, times=40)
        assert of(store, staff.employee_id).encounters.product == "daily"
        rated(store, 0, kind=instrument().key, values=whole, times=5)
        part = scored(of(store, staff.employee_id)).parts[3]
        assert isinstance(part, Part)
        assert (part.value, part.n) == (Decimal("50.00"), 34)

    await database.run(story)


async def test_a_teams_figures_are_the_sum_of_its_peoples_rows(database: Database) -> None:
    def story(store: Store) -> None:
        staff = opened_with_staff(store)
        both = [staff.employee_id, staff.colleague_id]
        posts.assign_counter(store, staff.colleague_id, [1, 2], since=MONDAY)
        logged(store, both[0], MONDAY, amount="50")
        logged(store, both[1], MONDAY, amount="100")
        for number in both * 4:
            logged(store, number, date(2026, 11, 3), amount="0")
        rated(store, 0, kind=DAILY, values={OVERALL: 4, "kompetensi": 4}, times=30)
        rated(store, 0, kind=DAILY, values={OVERALL: 4, "perilaku": 4}, times=30)
        parts = records.together(store, both, QUARTER, today=TODAY).scores.parts
        found = {p.key: (p.value, p.n, p.people) for p in parts if isinstance(p, Part)}
        assert found["quantity"] == (Decimal("37.50"), 4, 2)
        assert found["quality"] == (Decimal("100.00"), 10, 2)
        assert found["citizens"] == (Decimal("100.00"), 30, 2)
        days_each = [scored(of(store, number)).parts[2].n for number in both]
        assert found["discipline"][1:] == (sum(days_each), 2)

    await database.run(story)


async def test_a_team_takes_as_many_queries_as_one_person(database: Database) -> None:
    def story(store: Store) -> None:
        staff = opened_with_staff(store)
        both = [staff.employee_id, staff.colleague_id]
        for number in both:
            logged(store, number, MONDAY)
        one = counted(store, lambda: records.records(store, both[:1], QUARTER, today=TODAY))
        two = counted(store, lambda: records.records(store, both, QUARTER, today=TODAY))
        assert one == two == 6, "besides those that are prepared"

    await database.run(story)


def counted(store: Store, ask: Callable[[], object]) -> int:
    asked: list[str] = []

    def listen(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(store, "before_cursor_execute", listen)
    try:
        ask()
    finally:
        event.remove(store, "before_cursor_execute", listen)
    return len(asked)
