"""Comments that are held: judged when they come, read by nobody before the oversight team."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.engine.database import Database
from models.store.office import services
from models.store.oversight import retention
from models.store.people import people, posts
from models.store.ratings import batches, closes, holds, ratings
from models.store.schema import ratings as rows
from tests.actors import rated

DAY = date(2026, 11, 23)
SINCE = date(2026, 1, 1)
NEXT_MORNING = datetime.fromisoformat("2026-11-24T00:00:00+00:00")
RISKY = "Joko minta uang rokok"
FRIENDLY = [f"Joko ramah {n}" for n in "abcde"]


def office(store: Store, *names: str) -> Rating:
    """A counter at which these people work; gives a rating that could be given there."""
    top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta")
    unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta", parent_id=top.id)
    service = services.add_service(store, unit.id, "KTP-el")
    counter = services.add_counter(store, unit.id, "Loket 1")
    services.offer(store, counter, service)
    for name in names:
        posts.place(store, people.add(store, name), unit.id, "Staf", since=SINCE)
    return Rating(counter, service, DAY, DAILY, {"overall": 3})


def read(store: Store, one: Rating) -> list[str]:
    quarter = Quarter.of(DAY)
    found = ratings.told(store, [one.counter_id], quarter, level="counter", most=99, skip=0)
    return sorted(one.words for one in found)


def left(store: Store, one: Rating) -> tuple[int, ...]:
    """How many wait for the team, were kept back by it, and wait for others."""
    return ratings.withheld(store, [one.counter_id], Quarter.of(DAY), level="counter")


def in_unit(store: Store, *some: Rating) -> list[str]:
    counters, quarter = [one.counter_id for one in some], Quarter.of(DAY)
    found = ratings.told(store, counters, quarter, level="unit", most=99, skip=0)
    return sorted(one.words for one in found)


def waits(store: Store, one: Rating) -> int:
    return ratings.withheld(store, [one.counter_id], Quarter.of(DAY), level="counter").held


def stands(store: Store) -> list[str | None]:
    query = select(rows.c.hold).where(rows.c.reason.is_not(None)).order_by(rows.c.reason)
    return list(store.execute(query).scalars())


async def test_what_accuses_somebody_is_read_by_nobody_and_told_as_a_number(
    database: Database,
) -> None:
    def told(store: Store) -> tuple[Any, ...]:
        one = office(store, "Joko Susilo")
        rated(store, [replace(one, reason=words) for words in (RISKY, *FRIENDLY)])
        return read(store, one), waits(store, one)

    assert await database.run(told) == (FRIENDLY, 1)


async def test_the_number_is_of_released_ratings_alone(database: Database) -> None:
    def told(store: Store) -> int:
        one = office(store, "Joko Susilo")
        ratings.add(store, replace(one, reason=RISKY))
        return waits(store, one)

    assert await database.run(told) == 0


async def test_a_comment_is_judged_by_who_works_there_on_its_day(database: Database) -> None:
    def told(store: Store) -> list[str | None]:
        one = office(store)
        unit = services.unit_of_service(store, one.service_id) or 0
        joko = people.add(store, "Joko Susilo")
        posts.place(store, joko, unit, "Staf", since=DAY)
        for day in (DAY - timedelta(days=1), DAY):
            ratings.add(store, replace(one, day=day, reason=f"{day} {RISKY}"))
        return stands(store)

    assert await database.run(told) == ["open", "held"]


@pytest.mark.parametrize("how", ["station", "head", "elsewhere"])
async def test_who_serves_or_heads_there_is_staff_too(database: Database, how: str) -> None:
    def told(store: Store) -> list[str | None]:
        one = office(store)
        other = services.add_unit(store, "Dinas B", zone="Asia/Jakarta")
        joko = people.add(store, "Joko Susilo")
        posts.place(store, joko, other.id, "Staf", since=SINCE)
        if how == "station":
            posts.assign_counter(store, joko, [one.counter_id], since=SINCE)
        if how == "head":
            top = services.tops(store)[0]
            people.give_duty(store, joko, unit_id=top, duty="head", valid_from=SINCE)
        ratings.add(store, replace(one, reason=RISKY))
        return stands(store)

    assert await database.run(told) == ["open" if how == "elsewhere" else "held"]


async def test_other_words_are_judged_anew_and_the_same_words_keep_what_was_decided(
    database: Database,
) -> None:
    def told(store: Store) -> list[list[str | None]]:
        one = office(store, "Joko Susilo")
        number = ratings.add(store, replace(one, reason=RISKY))
        assert holds.decide(store, number, holds.SHOWN, before=(holds.HELD,))
        found = []
        for words in (RISKY, f"{RISKY} lagi", "Joko ramah", None):
            ratings.amend(store, number, replace(one, answers={"overall": 1}, reason=words))
            found.append(store.execute(select(rows.c.hold)).scalar())
        return found

    assert await database.run(told) == ["shown", "held", "open", None]


async def test_what_nobody_has_judged_is_not_read_and_is_judged_later(database: Database) -> None:
    def told(store: Store) -> list[Any]:
        one = office(store, "Joko Susilo")
        rated(store, [replace(one, reason=words) for words in (RISKY, *FRIENDLY)])
        store.execute(update(rows).values(hold=None))
        before = read(store, one), waits(store, one)
        holds.judge(store)
        closes.close(store, NEXT_MORNING)
        return [before, (read(store, one), waits(store, one))]

    assert await database.run(told) == [([], 0), (FRIENDLY, 1)]


async def test_only_one_of_two_decides_and_it_may_be_taken_back(database: Database) -> None:
    def told(store: Store) -> list[Any]:
        one = office(store, "Joko Susilo")
        ratings.add(store, replace(one, reason=RISKY))
        for _ in range(4):
            ratings.add(store, one)
        closes.close(store, NEXT_MORNING)
        unit = services.unit_of_service(store, one.service_id) or 0
        number = holds.held(store, [unit])[0].id
        found: list[Any] = [holds.decide(store, number, holds.KEPT, before=(holds.HELD,))]
        found.append(holds.decide(store, number, holds.SHOWN, before=(holds.HELD,)))
        found.append(holds.held(store, [unit]))
        holds.decide(store, number, holds.HELD, before=(holds.SHOWN, holds.KEPT))
        found.append(len(holds.held(store, [unit])))
        return [*found, holds.decide(store, number, holds.SHOWN, before=(holds.HELD,))]

    assert await database.run(told) == [True, False, [], 1, True]


async def test_comments_are_told_so_many_of_a_counter_together_and_none_alone(
    database: Database,
) -> None:
    def told(store: Store) -> list[Any]:
        one = office(store, "Joko Susilo")
        unit = services.unit_of_service(store, one.service_id) or 0
        rated(store, [replace(one, reason=words) for words in (RISKY, *FRIENDLY[:4])] + [one] * 5)
        closes.close(store, NEXT_MORNING)
        found: list[Any] = [read(store, one), left(store, one)]
        number = holds.held(store, [unit])[0].id
        holds.decide(store, number, holds.SHOWN, before=(holds.HELD,))
        found += [read(store, one), left(store, one)]
        batches.tell(store, "Asia/Jakarta", DAY)
        found += [sorted(read(store, one)) == sorted((RISKY, *FRIENDLY[:4])), left(store, one)]
        holds.decide(store, number, holds.HELD, before=(holds.AIRED,))
        holds.decide(store, number, holds.KEPT, before=(holds.HELD,))
        rated(store, [replace(one, day=DAY + timedelta(days=1), reason="cepat")] + [one] * 4)
        return [*found, read(store, one), left(store, one)]

    assert await database.run(told) == [
        [], (1, 0, 4),
        [], (0, 0, 5),
        True, (0, 0, 0),
        FRIENDLY[:4], (0, 1, 1),
    ]


async def test_the_rest_of_a_quarter_is_read_in_the_list_of_the_whole_unit_alone(
    database: Database,
) -> None:
    def told(store: Store) -> list[Any]:
        one = office(store)
        unit = services.unit_of_service(store, one.service_id) or 0
        other = services.add_counter(store, unit, "Loket 2")
        services.offer(store, other, one.service_id)
        two = replace(one, counter_id=other)
        said = [replace(one, reason=f"kata {n}") for n in range(3)]
        rated(store, [*said, *(replace(two, reason=f"kata {n}") for n in (3, 4))] + [one, two] * 5)
        found: list[Any] = [in_unit(store, one, two)]
        closes.release(store, "Asia/Jakarta", Quarter.of(DAY).last_day)
        return [*found, in_unit(store, one, two), read(store, one), read(store, two)]

    assert await database.run(told) == [[], [f"kata {n}" for n in range(5)], [], []]


async def test_the_team_reads_nothing_of_a_day_that_is_not_closed(database: Database) -> None:
    def told(store: Store) -> list[int]:
        one = office(store, "Joko Susilo")
        unit = services.unit_of_service(store, one.service_id) or 0
        ratings.add(store, replace(one, reason=RISKY))
        found = [len(holds.held(store, [unit]))]
        closes.close(store, NEXT_MORNING)
        return [*found, len(holds.held(store, [unit])), len(holds.held(store, []))]

    assert await database.run(told) == [0, 1, 0]


async def test_held_words_go_with_all_others_in_their_time(database: Database) -> None:
    def told(store: Store) -> list[Any]:
        one = office(store, "Joko Susilo")
        ratings.add(store, replace(one, reason=RISKY))
        later = datetime.fromisoformat("2027-12-01T03:00:00+00:00")
        retention.forget(store, later)
        return list(store.execute(select(rows.c.reason, rows.c.hold)).one())

    assert await database.run(told) == [None, None]
