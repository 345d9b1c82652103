"""Units move in the tree and are closed; every past day keeps the tree as it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from models.refused import Refused
from models.store import Store
from models.store.engine.database import Database
from models.store.office import services, unit_tree
from models.store.oversight.stamps import Stamp
from models.store.people import people, posts
from models.store.schema import trail
from tests.office import acts
from tests.store.test_services import tree

NOON = datetime(2026, 8, 3, 5, tzinfo=UTC)
TODAY = date(2026, 8, 3)
JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
A_DAY = timedelta(days=1)


def below(store: Store, ids: dict[str, int], name: str, day: date | None = None) -> set[str]:
    names = {number: name for name, number in ids.items()}
    return {names[number] for number in services.subtree(store, ids[name], day)}


def above(store: Store, ids: dict[str, int], name: str, day: date | None = None) -> list[str]:
    return [unit.name for unit in services.lineage(store, ids[name], day)]


async def test_a_past_day_keeps_the_tree_as_it_was(database: Database) -> None:
    def story(store: Store) -> None:
        ids = tree(store)
        assert unit_tree.move(store, ids["seksi"], ids["tetangga"], since=JULY)
        for day in (None, JULY, TODAY):
            assert above(store, ids, "seksi", day) == ["seksi", "tetangga"]
            assert below(store, ids, "tetangga", day) == {"tetangga", "seksi"}
            assert below(store, ids, "dinas", day) == {"dinas", "lain"}
        for day in (JULY - A_DAY, date(2020, 1, 1)):
            assert above(store, ids, "seksi", day) == ["seksi", "dinas", "kabupaten"]
            assert below(store, ids, "tetangga", day) == {"tetangga"}
            assert below(store, ids, "kabupaten", day) == {"kabupaten", "dinas", "seksi", "lain"}

    await database.run(story)


async def test_a_unit_may_move_often_to_the_top_and_back(database: Database) -> None:
    def story(store: Store) -> list[list[str]]:
        ids = tree(store)
        for parent, since in (("tetangga", JUNE), (None, JULY), ("dinas", AUGUST)):
            number = ids[parent] if parent else None
            assert unit_tree.move(store, ids["seksi"], number, since=since)
        assert not unit_tree.move(store, ids["seksi"], ids["dinas"], since=TODAY)
        days = (JUNE - A_DAY, JUNE, JULY, AUGUST, None)
        return [above(store, ids, "seksi", day)[1:2] for day in days]

    assert await database.run(story) == [["dinas"], ["tetangga"], [], ["dinas"], ["dinas"]]


async def test_what_is_said_of_an_earlier_day_replaces_what_was_said_since(
    database: Database,
) -> None:
    def story(store: Store) -> list[list[str]]:
        ids = tree(store)
        unit_tree.move(store, ids["seksi"], ids["tetangga"], since=JULY)
        unit_tree.move(store, ids["seksi"], None, since=AUGUST)
        unit_tree.move(store, ids["seksi"], ids["lain"], since=JUNE)
        days = (JUNE - A_DAY, JUNE, JULY, AUGUST, None)
        seen = [above(store, ids, "seksi", day)[1:2] for day in days]
        unit_tree.move(store, ids["seksi"], ids["dinas"], since=JUNE)
        return [*seen, *(above(store, ids, "seksi", day)[1:2] for day in days)]

    assert await database.run(story) == [["dinas"], *[["lain"]] * 4, *[["dinas"]] * 5]


@pytest.mark.parametrize(
    ("unit", "parent"), [("dinas", "dinas"), ("dinas", "seksi"), ("kabupaten", "lain")]
)
async def test_nothing_stands_below_itself(database: Database, unit: str, parent: str) -> None:
    def story(store: Store) -> str:
        ids = tree(store)
        with pytest.raises(Refused) as refused:
            unit_tree.move(store, ids[unit], ids[parent], since=JULY)
        return refused.value.why.id

    assert await database.run(story) == "unit-circle"


async def test_a_circle_on_any_later_day_is_refused_and_one_that_is_over_is_none(
    database: Database,
) -> None:
    def story(store: Store) -> str:
        ids = tree(store)
        unit_tree.move(store, ids["tetangga"], ids["dinas"], since=AUGUST)
        with pytest.raises(Refused) as refused:
            unit_tree.move(store, ids["dinas"], ids["tetangga"], since=JULY)
        unit_tree.move(store, ids["seksi"], None, since=JULY)
        unit_tree.move(store, ids["dinas"], ids["seksi"], since=JULY)
        assert above(store, ids, "dinas", JULY) == ["dinas", "seksi"]
        return refused.value.why.id

    assert await database.run(story) == "unit-circle"


async def test_a_closed_unit_offers_nothing_after_its_last_day_and_keeps_its_past(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        unit = services.add_unit(store, "Kelurahan", zone="Asia/Jayapura").id
        counter = services.add_counter(store, unit, "Loket 1")
        services.offer(store, counter, services.add_service(store, unit, "KTP-el"))
        unit_tree.close_unit(store, unit, last_day=TODAY, now=NOON)
        assert len(services.all_counters(store)) == 1
        unit_tree.shut(store, datetime(2026, 8, 3, 14, 59, tzinfo=UTC))
        assert len(services.all_counters(store)) == 1
        unit_tree.shut(store, datetime(2026, 8, 3, 15, 0, tzinfo=UTC))
        assert services.all_counters(store) == []
        assert [one.id for one in services.counters_of(store, [unit])] == [counter]
        closed = services.unit(store, unit)
        assert closed is not None
        assert closed.closed_on == TODAY
        with pytest.raises(Refused, match="unit-closed"):
            unit_tree.move(store, tree(store)["dinas"], unit, since=TODAY)

    await database.run(story)


async def test_what_is_said_of_a_day_that_is_over_closes_at_once(database: Database) -> None:
    def story(store: Store) -> None:
        unit = services.add_unit(store, "Kelurahan", zone="Asia/Jakarta").id
        counter = services.add_counter(store, unit, "Loket 1")
        services.offer(store, counter, services.add_service(store, unit, "KTP-el"))
        unit_tree.close_unit(store, unit, last_day=TODAY - A_DAY, now=NOON)
        assert services.all_counters(store) == []

    await database.run(story)


async def test_a_unit_with_open_units_or_people_is_not_closed(database: Database) -> None:
    def story(store: Store) -> list[str]:
        ids, dewi = tree(store), people.add(store, "Dewi")
        posts.place(store, dewi, ids["lain"], "Staf", since=JUNE)
        acts(store, dewi, ids["seksi"], "Plt. Kepala", since=JUNE)
        whys = []
        for name in ("dinas", "lain"):
            with pytest.raises(Refused) as refused:
                unit_tree.close_unit(store, ids[name], last_day=JULY, now=NOON)
            whys.append(refused.value.why.id)
        posts.place(store, dewi, ids["kabupaten"], "Staf", since=JULY + A_DAY)
        for name in ("lain", "seksi", "dinas"):
            unit_tree.close_unit(store, ids[name], last_day=JULY, now=NOON)
        return whys

    assert await database.run(story) == ["unit-has-units", "unit-has-people"]


async def test_who_moves_or_closes_a_unit_is_in_the_trail(database: Database) -> None:
    def story(store: Store) -> None:
        ids, stamp = tree(store), Stamp(NOON, TODAY, by=7)
        unit_tree.move(store, ids["seksi"], ids["tetangga"], since=JULY, stamp=stamp)
        unit_tree.close_unit(store, ids["seksi"], last_day=TODAY, now=NOON, stamp=stamp)

    await database.run(story)
    rows = await database.read(lambda s: s.execute(select(trail).order_by(trail.c.number)).all())
    assert [(row.deed, row.by_id, row.about_id, row.actor) for row in rows] == [
        ("unit", 7, None, "person")
    ] * 2
    assert '"since":"2026-07-01"' in rows[0].what
    assert '"closed":"2026-08-03"' in rows[1].what
