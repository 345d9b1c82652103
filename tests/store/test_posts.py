"""Who works where, under whom, at which counters: links that begin and end."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from models.people import HeldDuty, Post
from models.quarter import Quarter
from models.store import Store, schema
from models.store.engine.database import Database
from models.store.office import services
from models.store.oversight.stamps import Stamp
from models.store.people import people, posts, staff
from models.store.people.charges import charge_of
from models.store.people.duties import work_of
from models.store.people.tenures import tenures
from models.store.rules.zones import zone_of, zones_of
from models.store.work import records
from tests.office import JOINED, acts, leaves_post
from tests.store.elsewhere import elsewhere

NOON = datetime(2026, 8, 3, 5, tzinfo=UTC)
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def town(store: Store) -> tuple[int, int, int, int]:
    """Two units and two people."""
    first = services.add_unit(store, "Dinas A", zone="Asia/Jakarta")
    second = services.add_unit(store, "Dinas B", zone="Asia/Jayapura")
    dewi, ratna = people.add(store, "Dewi"), people.add(store, "Ratna")
    for person in (dewi, ratna):
        people.begins(store, person, at=JOINED)
    return first.id, second.id, dewi, ratna


async def test_a_transfer_leaves_the_past_as_it_was(database: Database) -> None:
    def story(store: Store) -> None:
        one, other, dewi, _ = town(store)
        assert posts.place(store, dewi, one, "Staf", since=MAY)
        assert not posts.place(store, dewi, one, "Staf", since=JUNE)
        assert posts.place(store, dewi, other, "Staf", since=JULY)
        before = posts.post_of(store, dewi, date(2026, 6, 30))
        after = posts.post_of(store, dewi, JULY)
        assert isinstance(before, Post)
        assert isinstance(after, Post)
        assert (before.unit.name, after.unit.name) == ("Dinas A", "Dinas B")
        assert posts.post_of(store, dewi, date(2026, 4, 30)) is None
        assert zones_of(store, dewi, NOON) == ["Asia/Jayapura", "Asia/Jakarta"]

    await database.run(story)


async def test_what_began_and_ended_on_one_day_has_never_been(database: Database) -> None:
    def story(store: Store) -> None:
        one, other, dewi, _ = town(store)
        posts.place(store, dewi, one, "Staf", since=MAY)
        posts.place(store, dewi, other, "Staf", since=MAY)
        posts.place(store, dewi, other, "Kepala Seksi", since=MAY)
        everybody = posts.employees(store, MAY)
        assert [(e.unit.name, e.title) for e in everybody] == [("Dinas B", "Kepala Seksi")]

    await database.run(story)


async def test_a_superior_is_a_link_of_its_own_and_can_be_taken_away(database: Database) -> None:
    def story(store: Store) -> None:
        one, _, dewi, ratna = town(store)
        posts.place(store, dewi, one, "Staf", since=MAY)
        assert posts.report_to(store, dewi, ratna, since=MAY)
        assert not posts.report_to(store, dewi, ratna, since=JUNE)
        assert [m.name for m in charge_of(store, ratna, JUNE).own] == ["Dewi"]
        assert posts.report_to(store, dewi, None, since=JULY)
        assert not posts.report_to(store, dewi, None, since=JULY)
        assert posts.superior_of(store, dewi, JUNE) == ratna
        assert posts.superior_of(store, dewi, JULY) is None
        assert charge_of(store, ratna, JULY).own == ()

    await database.run(story)


async def test_who_leaves_works_nowhere_and_is_nobodys_superior(database: Database) -> None:
    def story(store: Store) -> None:
        one, _, dewi, ratna = town(store)
        for person in (dewi, ratna):
            posts.place(store, person, one, "Staf", since=MAY)
        posts.report_to(store, dewi, ratna, since=MAY)
        leaves_post(store, ratna, since=JULY)
        assert posts.superior_of(store, dewi, JUNE) == ratna
        assert posts.superior_of(store, dewi, JULY) is None
        assert [e.name for e in posts.employees(store, JULY)] == ["Dewi"]

    await database.run(story)


async def test_employees_can_be_asked_for_by_person_and_by_unit(database: Database) -> None:
    def story(store: Store) -> None:
        one, other, dewi, ratna = town(store)
        posts.place(store, dewi, one, "Staf", since=MAY)
        posts.place(store, ratna, other, "Kepala", since=MAY)
        posts.report_to(store, dewi, ratna, since=MAY)
        assert [e.name for e in posts.employees(store, MAY)] == ["Dewi", "Ratna"]
        assert [e.name for e in posts.employees(store, MAY, unit_ids=[other])] == ["Ratna"]
        found = posts.employees(store, MAY, person_ids=[dewi])
        assert [(e.id, e.superior_id) for e in found] == [(dewi, ratna)]

    await database.run(story)


async def test_the_counters_of_a_quarter_are_those_served_on_any_of_its_days(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        one, _, dewi, _ = town(store)
        first = services.add_counter(store, one, "Loket 1")
        second = services.add_counter(store, one, "Loket 2")
        assert posts.assign_counter(store, dewi, [first], since=MAY)
        assert not posts.assign_counter(store, dewi, [first], since=JUNE)
        assert posts.assign_counter(store, dewi, [second], since=JULY)
        assert posts.assign_counter(store, dewi, [], since=date(2026, 8, 1))
        served = [
            records.record(store, dewi, Quarter(2026, number), today=JULY).counters
            for number in (2, 3, 4)
        ]
        assert served == [(first,), (second,), ()]

    await database.run(story)


# -- one main post, and acting ones beside it


async def test_an_acting_post_is_beside_the_main_one_and_counts_nowhere_twice(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        one, other, dewi, ratna = town(store)
        posts.place(store, ratna, one, "Kepala", since=MAY)
        posts.place(store, dewi, one, "Staf", since=MAY)
        posts.report_to(store, dewi, ratna, since=MAY)
        for unit, title in ((other, "Plt. Kepala"), (one, "Plh. Sekretaris")):
            acts(store, dewi, unit, title, since=JUNE)
        assert [e.title for e in posts.employees(store, JUNE, person_ids=[dewi])] == ["Staf"]
        assert posts.employees(store, JUNE, unit_ids=[other]) == []
        assert [m.id for m in charge_of(store, ratna, JUNE).own] == [dewi]
        assert [t.title for t in tenures(store, MAY, JULY)[dewi]] == ["Staf"]
        assert zones_of(store, dewi, NOON) == ["Asia/Jakarta"]
        assert len(records.record(store, dewi, Quarter(2026, 2), today=JUNE).off) == 30
        held = posts.acting_of(store, dewi, JUNE)
        assert [(p.title, p.unit.name) for p in held] == [
            ("Plt. Kepala", "Dinas B"),
            ("Plh. Sekretaris", "Dinas A"),
        ]
        member = staff.roster(store, JUNE, JUNE)[dewi]
        assert (member.unit_id, member.title) == (one, "Staf")
        assert member.acting == {(other, "Plt. Kepala"), (one, "Plh. Sekretaris")}

    await database.run(story)


async def test_a_transfer_leaves_an_acting_post(database: Database) -> None:
    def story(store: Store) -> None:
        one, other, dewi, _ = town(store)
        posts.place(store, dewi, one, "Staf", since=MAY)
        acts(store, dewi, other, "Plh. Kepala", since=MAY, until=JUNE)
        acts(store, dewi, other, "Plt. Kepala", since=JUNE)
        assert posts.place(store, dewi, other, "Staf", since=JULY)
        days = (MAY, JUNE, JULY)
        titles = [[p.title for p in posts.acting_of(store, dewi, day)] for day in days]
        assert titles == [["Plh. Kepala"], ["Plt. Kepala"], ["Plt. Kepala"]]
        assert posts.post_of(store, dewi, JULY) is not None

    await database.run(story)


@pytest.mark.parametrize(
    ("first", "last", "fits"),
    [
        (MAY, None, False),
        (date(2026, 4, 1), MAY, False),
        (JUNE, JULY, False),
        (date(2026, 4, 1), date(2026, 4, 30), True),
        (date(2026, 7, 2), None, True),
    ],
)
async def test_nobody_has_two_main_posts_on_one_day(
    database: Database, first: date, last: date | None, fits: bool
) -> None:
    """Whatever writes it, also past the functions that end what was before."""

    def second(store: Store) -> None:
        one, other, dewi, ratna = town(store)
        row = {"person_id": dewi, "title": "Staf", "valid_from": MAY, "valid_to": JULY}
        store.execute(insert(schema.posts).values(**row, unit_id=one))
        store.execute(insert(schema.posts).values(**row | {"person_id": ratna}, unit_id=one))
        store.execute(insert(schema.posts).values(**row, unit_id=other, kind="acting"))
        row |= {"valid_from": first, "valid_to": last}
        store.execute(insert(schema.posts).values(**row, unit_id=other))

    if fits:
        await database.run(second)
    else:
        with pytest.raises(IntegrityError):
            await database.run(second)


async def test_a_post_cannot_be_stretched_over_another(database: Database) -> None:
    def stretch(store: Store) -> None:
        one, other, dewi, _ = town(store)
        posts.place(store, dewi, one, "Staf", since=MAY)
        posts.place(store, dewi, other, "Staf", since=JULY)
        store.execute(update(schema.posts).values(valid_to=None))

    with pytest.raises(IntegrityError):
        await database.run(stretch)


async def test_two_who_move_somebody_at_once_leave_one_post(
    database: Database, databases: str
) -> None:
    one, other, dewi, _ = await database.run(town)
    moved = elsewhere(
        databases,
        *[
            lambda s, unit=unit: posts.place(s, dewi, unit, f"Staf {unit}", since=MAY)
            for unit in (one, other)
        ],
    )
    assert [await asyncio.wrap_future(one) for one in moved] == [True, True]
    found = await database.read(lambda store: posts.employees(store, MAY))
    assert len(found) == 1


# -- by whose clock


@pytest.mark.parametrize(
    ("before", "after", "at", "zones"),
    [
        ("Asia/Jakarta", "Asia/Jayapura", "2026-06-30 14:59", ["Asia/Jakarta", "Asia/Jayapura"]),
        ("Asia/Jakarta", "Asia/Jayapura", "2026-06-30 15:00", ["Asia/Jayapura", "Asia/Jakarta"]),
        ("Asia/Jayapura", "Asia/Jakarta", "2026-06-30 14:59", ["Asia/Jayapura", "Asia/Jakarta"]),
        ("Asia/Jayapura", "Asia/Jakarta", "2026-06-30 16:00", ["Asia/Jayapura", "Asia/Jakarta"]),
        ("Asia/Jayapura", "Asia/Jakarta", "2026-06-30 17:00", ["Asia/Jakarta", "Asia/Jayapura"]),
    ],
)
async def test_who_moves_between_zones_is_always_somewhere(
    database: Database, before: str, after: str, at: str, zones: list[str]
) -> None:
    """On the first of July by the clock of the new unit; that may come before the old one's."""
    now = datetime.fromisoformat(at).replace(tzinfo=UTC)

    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        for zone, since in ((before, MAY), (after, JULY)):
            unit = services.add_unit(store, zone, zone=zone).id
            posts.place(store, dewi, unit, "Staf", since=since)
        assert zones_of(store, dewi, now) == zones
        post, _ = work_of(store, dewi, now)
        assert post is not None
        assert post.unit.zone == zones[0]

    await database.run(story)


async def test_whoever_has_no_post_goes_by_the_clock_of_a_duty(database: Database) -> None:
    def story(store: Store) -> None:
        _, east, dewi, ratna = town(store)
        people.give_duty(store, dewi, unit_id=east, duty="hr", valid_from=MAY)
        assert (zone_of(store, dewi, NOON), zone_of(store, ratna, NOON)) == (
            "Asia/Jayapura",
            "Asia/Jakarta",
        )

    await database.run(story)


async def test_the_days_of_a_quarter_are_cut_by_the_clock_of_the_post_of_that_day(
    database: Database,
) -> None:
    """Tilik is away from 18.30 to 19.40 in Jakarta, when it is night in Jayapura already."""

    def story(store: Store) -> frozenset[date]:
        one, east, dewi, _ = town(store)
        posts.place(store, dewi, one, "Staf", since=MAY)
        posts.place(store, dewi, east, "Staf", since=JUNE)
        for day in (date(2026, 5, 20), date(2026, 6, 20)):
            away = [datetime(day.year, day.month, day.day, 11, 30, tzinfo=UTC)]
            away.append(away[0] + timedelta(minutes=70))
            store.execute(
                insert(schema.outages).values(began_at=away[0], ended_at=away[1])
            )
        return records.record(store, dewi, Quarter(2026, 2), today=JUNE).outages

    assert await database.run(story) == {date(2026, 5, 20)}


# -- in the trail


async def test_whoever_changes_a_link_is_in_the_trail(database: Database) -> None:
    def story(store: Store) -> tuple[int, int]:
        one, other, dewi, ratna = town(store)
        first = services.add_counter(store, one, "Loket 1")
        stamp, held = Stamp(NOON, date(2026, 8, 3), by=ratna), HeldDuty("hr", other)
        for _ in range(2):
            posts.place(store, dewi, one, "Staf", since=MAY, stamp=stamp)
            posts.report_to(store, dewi, ratna, since=MAY, stamp=stamp)
            posts.assign_counter(store, dewi, [first], since=MAY, stamp=stamp)
        staff.place(store, {dewi: (other, "Staf")}, since=JUNE, stamp=stamp)
        staff.report_to(store, {dewi: None}, since=JUNE, stamp=stamp)
        staff.assign_counters(store, {dewi: []}, since=JUNE, stamp=stamp)
        staff.give_duties(store, [(dewi, held)], since=JUNE, stamp=stamp)
        staff.relieve(store, dewi, held, since=JULY, stamp=stamp)
        staff.relieve(store, dewi, held, since=JULY, stamp=stamp)
        people.give_duty(store, dewi, unit_id=one, duty="hr", valid_from=JULY, stamp=stamp)
        return dewi, ratna

    dewi, ratna = await database.run(story)
    query = select(schema.trail).order_by(schema.trail.c.number)
    rows = await database.read(lambda store: store.execute(query).all())
    assert [row.deed for row in rows] == [
        *("post", "superior", "station"),
        *("post", "superior", "station", "duty", "duty", "duty"),
    ]
    assert {(row.by_id, row.about_id, row.actor) for row in rows} == {(ratna, dewi, "person")}
    assert not any("Sta" in row.what or "Kepala" in row.what for row in rows)


async def test_thousands_are_moved_in_a_few_statements(database: Database) -> None:
    """Each statement takes 5000 people; the trail is one statement more for all of them."""
    stamp = Stamp(NOON, date(2026, 8, 3))

    def story(store: Store) -> int:
        one, other, _, _ = town(store)
        names = {f"{number:018}": f"Pegawai {number}" for number in range(5050)}
        everybody = staff.hire(store, names).values()
        staff.place(store, dict.fromkeys(everybody, (one, "Staf")), since=MAY)
        seen: list[str] = []

        def see(*given: Any) -> None:
            seen.append(given[2])

        event.listen(store, "before_cursor_execute", see)
        staff.place(store, dict.fromkeys(everybody, (other, "Staf")), since=JULY, stamp=stamp)
        event.remove(store, "before_cursor_execute", see)
        assert len(posts.employees(store, JULY, unit_ids=[other])) == 5050
        return len({*seen}) + sum(not one.startswith("INSERT") for one in seen)

    assert await database.run(story) <= 14
    count = select(func.count()).select_from(schema.trail)
    assert await database.read(lambda store: store.execute(count).scalar_one()) == 5050
