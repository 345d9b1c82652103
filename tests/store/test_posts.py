"""Who works where, under whom, at which counters: links that begin and end."""

from __future__ import annotations

from datetime import UTC, date, datetime

from models.people import Post
from models.quarter import Quarter
from models.store import Store, people, posts, records, services
from models.store.database import Database
from models.store.zones import zones_of

NOON = datetime(2026, 8, 3, 5, tzinfo=UTC)
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def town(store: Store) -> tuple[int, int, int, int]:
    """Two units and two people."""
    first = services.add_unit(store, "Dinas A", zone="Asia/Jakarta")
    second = services.add_unit(store, "Dinas B", zone="Asia/Jayapura")
    return first.id, second.id, people.add(store, "Dewi"), people.add(store, "Ratna")


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
        assert [m.name for m in posts.team_of(store, ratna, JUNE)] == ["Dewi"]
        assert posts.report_to(store, dewi, None, since=JULY)
        assert not posts.report_to(store, dewi, None, since=JULY)
        assert posts.superior_of(store, dewi, JUNE) == ratna
        assert posts.superior_of(store, dewi, JULY) is None
        assert posts.team_of(store, ratna, JULY) == ()

    await database.run(story)


async def test_who_leaves_works_nowhere_and_is_nobodys_superior(database: Database) -> None:
    def story(store: Store) -> None:
        one, _, dewi, ratna = town(store)
        for person in (dewi, ratna):
            posts.place(store, person, one, "Staf", since=MAY)
        posts.report_to(store, dewi, ratna, since=MAY)
        posts.leave_post(store, ratna, since=JULY)
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
        assert posts.man(store, dewi, [first], since=MAY)
        assert not posts.man(store, dewi, [first], since=JUNE)
        assert posts.man(store, dewi, [second], since=JULY)
        assert posts.man(store, dewi, [], since=date(2026, 8, 1))
        served = [
            records.record(store, dewi, Quarter(2026, number), today=JULY).counters
            for number in (2, 3, 4)
        ]
        assert served == [(first,), (second,), ()]

    await database.run(story)
