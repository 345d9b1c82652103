"""Units, services and counters: a tree that is read up and down."""

from __future__ import annotations

import pytest

from models.services import Counter, as_code
from models.store import Store
from models.store.engine.database import Database
from models.store.office import services


def tree(store: Store) -> dict[str, int]:
    """Regency > agency > (section, other section), and a regency beside it."""
    ids: dict[str, int] = {}
    above = {"kabupaten": None, "dinas": "kabupaten", "seksi": "dinas", "lain": "dinas"}
    for name, parent in above.items():
        parent_id = ids[parent] if parent else None
        ids[name] = services.add_unit(store, name, zone="Asia/Jakarta", parent_id=parent_id).id
    ids["tetangga"] = services.add_unit(store, "tetangga", zone="Asia/Makassar").id
    return ids


async def test_a_unit_and_all_below_it_are_its_subtree(database: Database) -> None:
    ids = await database.run(tree)
    assert set(await database.run(lambda s: services.subtree(s, ids["kabupaten"]))) == {
        ids["kabupaten"],
        ids["dinas"],
        ids["seksi"],
        ids["lain"],
    }
    assert await database.run(lambda s: services.subtree(s, ids["seksi"])) == [ids["seksi"]]
    assert await database.run(lambda s: services.subtree(s, 999)) == []


async def test_the_lineage_of_a_unit_goes_up_nearest_first(database: Database) -> None:
    ids = await database.run(tree)
    lineage = await database.run(lambda s: services.lineage(s, ids["seksi"]))
    assert [unit.name for unit in lineage] == ["seksi", "dinas", "kabupaten"]
    assert await database.run(lambda s: services.lineage(s, 999)) == ()


async def test_a_unit_that_is_added_again_is_the_same_unit(database: Database) -> None:
    ids = await database.run(tree)
    again = await database.run(lambda s: services.add_unit(s, "dinas", zone="Asia/Jayapura"))
    assert (again.id, again.zone, again.parent_id) == (
        ids["dinas"],
        "Asia/Jakarta",
        ids["kabupaten"],
    )
    assert len(await database.run(services.every_unit)) == 5
    assert await database.run(lambda s: services.unit(s, 999)) is None


async def test_a_service_that_is_added_again_takes_the_new_population(database: Database) -> None:
    def twice(store: Store) -> tuple[bool, list[int | None]]:
        unit = services.add_unit(store, "dinas", zone="Asia/Jakarta").id
        first = services.add_service(store, unit, "KTP-el", population=100)
        services.offer(store, services.add_counter(store, unit, "Loket 1"), first)
        seen = []
        for population in (200, None):
            same = services.add_service(store, unit, "KTP-el", population=population) == first
            seen.append(services.all_counters(store)[0].services[0].population)
        return same, seen

    assert await database.run(twice) == (True, [200, 200])


async def test_the_same_name_in_another_unit_is_another_service(database: Database) -> None:
    def two(store: Store) -> tuple[int, int]:
        ids = tree(store)
        return (
            services.add_service(store, ids["seksi"], "KTP-el"),
            services.add_service(store, ids["lain"], "KTP-el"),
        )

    first, second = await database.run(two)
    assert first != second


def counter(store: Store, *names: str) -> Counter:
    unit = services.add_unit(store, "dinas", zone="Asia/Jakarta").id
    number = services.add_counter(store, unit, "Loket 1")
    for name in names:
        services.offer(store, number, services.add_service(store, unit, name))
    return services.counters_by_id(store, number)[0]


async def test_a_counter_is_found_by_its_code_with_its_services(database: Database) -> None:
    made = await database.run(lambda s: counter(s, "KTP-el", "Akta"))
    found = await database.run(lambda s: services.counter_by_code(s, made.code))
    assert found == made
    assert [service.name for service in made.services] == ["KTP-el", "Akta"]
    assert as_code(f" {made.code.lower()} ") == made.code
    assert await database.run(lambda s: services.counter_by_code(s, "ZZZZZ")) is None


async def test_a_closed_service_is_not_rated_but_its_past_is_still_counted(
    database: Database,
) -> None:
    made = await database.run(lambda s: counter(s, "KTP-el"))
    service = made.services[0]
    await database.run(lambda s: services.offer(s, made.id, service.id, is_open=False))
    assert await database.run(lambda s: services.counter_by_code(s, made.code)) is None
    assert await database.run(services.all_counters) == []
    assert await database.run(lambda s: services.counters_of(s, [made.unit.id])) == [made]
    assert await database.run(lambda s: services.unit_of_service(s, service.id)) == made.unit.id
    await database.run(lambda s: services.offer(s, made.id, service.id))
    assert await database.run(services.all_counters) == [made]


async def test_a_counter_that_is_added_again_keeps_its_code(database: Database) -> None:
    made = await database.run(lambda s: counter(s, "KTP-el"))
    assert await database.run(lambda s: counter(s, "KTP-el")) == made


async def test_two_counters_never_get_the_same_code(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter(["AAAAA", "AAAAA", "BBBBB"])
    monkeypatch.setattr(services, "new_code", lambda _: next(codes))

    def two(store: Store) -> list[str]:
        unit = services.add_unit(store, "dinas", zone="Asia/Jakarta").id
        ktp = services.add_service(store, unit, "KTP-el")
        for name in ("Loket 1", "Loket 2"):
            services.offer(store, services.add_counter(store, unit, name), ktp)
        return [one.code for one in services.all_counters(store)]

    assert await database.run(two) == ["AAAAA", "BBBBB"]
