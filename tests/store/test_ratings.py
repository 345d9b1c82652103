"""Ratings and tallies change together or not at all; a tally is always the sum of its ratings."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select, update

from models.instruments import instrument
from models.quarter import Quarter
from models.ratings import CAUSES, DAILY, Rating
from models.store import Store
from models.store.engine.database import Database
from models.store.office import services
from models.store.ratings import raters, ratings, tallies, unreleased
from models.store.ratings.recount import Recount, recounted
from models.store.schema import day_keys, metadata
from models.store.schema import raters as rater_rows
from models.store.schema import ratings as rows
from models.store.schema import tallies as tally_rows
from models.store.schema import unreleased as waiting_rows
from tests.actors import NINE_O_CLOCK, rated
from tests.played import empty_store
from tests.store.elsewhere import elsewhere

DAY = date(2026, 11, 23)
LATER = NINE_O_CLOCK + timedelta(minutes=15)
MIDNIGHT = NINE_O_CLOCK + timedelta(hours=15, minutes=30)
ELEMENTS = instrument().elements


def place(store: Store) -> tuple[list[int], list[int]]:
    """Two counters that both deliver two services; gives the ids of both."""
    unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id
    delivered = [services.add_service(store, unit, name) for name in ("KTP-el", "Akta")]
    stands = [services.add_counter(store, unit, f"Loket {n}") for n in (1, 2)]
    for counter in stands:
        for service in delivered:
            services.offer(store, counter, service)
    return stands, delivered


def rating(
    store: Store, answers: dict[str, int] | None = None, *, counter: int = 0, **rest: object
) -> Rating:
    stands, delivered = place(store)
    return Rating(stands[counter], delivered[0], DAY, DAILY, answers or {"overall": 3}, **rest)  # type: ignore[arg-type]


def cells(store: Store, day: date = DAY) -> dict[tuple[str, str, int], int]:
    """What waits of a day: (instrument, element, value) -> how often."""
    here = (waiting_rows.c.day == day) & (waiting_rows.c["count"] > 0)
    rows = store.execute(select(waiting_rows).where(here)).mappings()
    return {(row["instrument"], row["element"], row["value"]): row["count"] for row in rows}


async def test_a_rating_waits_in_its_day(database: Database) -> None:
    given_cause = f"waktu.{instrument().causes['waktu'][0].key}"

    def add(store: Store) -> None:
        ratings.add(store, rating(store, {"overall": 2, "waktu": 1}, cause=given_cause))

    await database.run(add)
    counted = {
        (DAILY, "overall", 2): 1,
        (DAILY, "waktu", 1): 1,
        (CAUSES, "waktu", instrument().causes["waktu"][0].number): 1,
    }
    assert await database.run(cells) == counted
    assert await database.run(lambda s: cells(s, DAY - timedelta(days=1))) == {}


async def test_an_amended_rating_leaves_no_trace_of_what_it_was(database: Database) -> None:
    def change(store: Store) -> Recount:
        number = ratings.add(store, rating(store, {"overall": 1, "biaya": 4}, cause="biaya"))
        same = ratings.amend(store, number, rating(store, {"overall": 4}, counter=1))
        assert same == number
        return recounted(store)

    found = await database.run(change)
    assert (found.ratings, found.tallies, found.waiting, found.differences) == (1, 0, 1, ())
    assert await database.run(cells) == {(DAILY, "overall", 4): 1}


async def test_a_removed_rating_counts_nowhere(database: Database) -> None:
    def removed(store: Store) -> Recount:
        number = ratings.add(store, rating(store, {"overall": 1}, cause="waktu"))
        raters.remember(store, "t", number, changeable_until=LATER, forgotten_at=MIDNIGHT)
        ratings.remove(store, number)
        raters.release(store, ["t"])
        return recounted(store)

    found = await database.run(removed)
    assert (found.ratings, found.tallies, found.waiting, found.differences) == (0, 0, 0, ())
    assert await database.run(lambda s: raters.earlier(s, "t")) is None
    assert await database.run(cells) == {}


async def test_verify_finds_a_tally_that_is_wrong_missing_or_of_nothing(
    database: Database,
) -> None:
    def spoil(store: Store) -> Recount:
        given = [rating(store, {"overall": 3, "waktu": 2})] * 5
        rated(store, given)
        ratings.add(store, replace(given[0], day=DAY + timedelta(days=1)))
        for table in (tally_rows, waiting_rows):
            overall = table.c.element == "overall"
            store.execute(update(table).where(overall).values(count=7))
            store.execute(table.delete().where(~overall))
        counter = place(store)
        extra = {"counter_id": counter[0][1], "service_id": counter[1][1], "span": "2026-Q1"}
        rest = {"kind": "open", "instrument": DAILY, "element": "biaya", "value": 4, "count": 2}
        when = {"since": date(2026, 1, 1), "released_on": DAY}
        store.execute(insert(tally_rows).values(**extra, **rest, **when))
        return recounted(store)

    found = await database.run(spoil)
    said = {(d["span"], d["element"], d["kept"], d["counted"]) for d in found.differences}
    assert said == {
        ("2026-Q4", "overall", 7, 5),
        ("2026-Q4", "waktu", 0, 6),
        ("2026-11-24", "overall", 7, 1),
        ("2026-Q1", "biaya", 2, 0),
    }


async def test_a_tally_never_falls_below_nothing(database: Database) -> None:
    def below(store: Store) -> None:
        number = ratings.add(store, rating(store))
        store.execute(update(waiting_rows).values(count=0))
        ratings.remove(store, number)

    with pytest.raises(Exception, match=r"(?i)check"):
        await database.run(below)
    assert (await database.run(recounted)).ratings == 0


# -- whatever people do -----------------------------------------------------------------------

ANSWERS = st.dictionaries(st.sampled_from(["overall", *ELEMENTS]), st.integers(1, 4), min_size=1)
CAUSE = st.none() | st.sampled_from(
    [*ELEMENTS, *(f"{e}.{c.key}" for e in ELEMENTS for c in instrument().causes[e])]
)
DAYS = st.sampled_from([DAY, DAY + timedelta(days=1), date(2026, 12, 31), date(2027, 1, 1)])


@dataclass(frozen=True)
class Step:
    """One thing that happens: `which` earlier rating it concerns, if any."""

    deed: str
    which: int
    counter: int
    service: int
    day: date
    answers: dict[str, int]
    cause: str | None


STEPS = st.lists(
    st.builds(
        Step,
        deed=st.sampled_from(["add", "add", "amend", "remove"]),
        which=st.integers(0, 20),
        counter=st.integers(0, 1),
        service=st.integers(0, 1),
        day=DAYS,
        answers=ANSWERS,
        cause=CAUSE,
    ),
    max_size=25,
)


@given(STEPS)
@settings(max_examples=60)
def test_whatever_is_added_amended_and_removed_the_tallies_equal_a_recount(
    steps: list[Step],
) -> None:
    with empty_store() as store:
        there = played(store, steps)
        found = recounted(store)
        assert found.differences == ()
        assert found.ratings == len(there)
        expected = sum(len(one.answers) + (one.cause is not None) for one in there)
        counts = store.execute(select(func.coalesce(func.sum(waiting_rows.c.count), 0)))
        assert counts.scalar_one() == expected


def played(store: Store, steps: list[Step]) -> list[Rating]:
    """What is there in the end. An amended rating keeps its service and day, as its token does."""
    stands, delivered = place(store)
    there: dict[str, Rating] = {}
    for step in steps:
        known = list(there)
        chosen = known[step.which % len(known)] if known else None
        if step.deed == "remove" and chosen:
            ratings.remove(store, chosen)
            del there[chosen]
            continue
        before = there[chosen] if step.deed == "amend" and chosen else None
        one = Rating(
            counter_id=stands[step.counter],
            service_id=before.service_id if before else delivered[step.service],
            day=before.day if before else step.day,
            instrument=DAILY,
            answers=step.answers,
            cause=step.cause,
        )
        number = ratings.amend(store, chosen, one) if before and chosen else ratings.add(store, one)
        there[number] = one
    return list(there.values())


async def test_two_at_once_at_one_counter_are_both_counted(
    database: Database, databases: str
) -> None:
    await database.run(place)
    every = elsewhere(databases, *[lambda s: ratings.add(s, rating(s)) for _ in range(4)])
    await asyncio.gather(*map(asyncio.wrap_future, every))
    assert await database.run(cells) == {(DAILY, "overall", 3): 4}
    assert (await database.run(recounted)).differences == ()


async def test_two_who_change_their_minds_at_one_counter_never_wait_for_each_other_crosswise(
    database: Database, databases: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One moves from 1 to 4, the other from 4 to 1: both touch the same cells, in one order."""

    def slow(write: Callable[[Store, Any], None]) -> Callable[[Store, Any], None]:
        def slowly(store: Store, given: Any) -> None:
            write(store, given)
            time.sleep(0.1)

        return slowly

    def before(store: Store) -> list[tuple[str, Rating]]:
        low, high = rating(store, {"overall": 1}), rating(store, {"overall": 4})
        return [(ratings.add(store, low), high), (ratings.add(store, high), low)]

    changes = await database.run(before)
    monkeypatch.setattr(unreleased, "count", slow(unreleased.count))
    monkeypatch.setattr(unreleased, "uncount", slow(unreleased.uncount))
    jobs = [partial(ratings.amend, rating_id=number, rating=to) for number, to in changes]
    await asyncio.gather(*map(asyncio.wrap_future, elsewhere(databases, *jobs)))
    assert (await database.run(recounted)).differences == ()
    assert await database.run(cells) == {(DAILY, "overall", 1): 1, (DAILY, "overall", 4): 1}


# -- who has rated today ----------------------------------------------------------------------


def remember(store: Store) -> str:
    number = ratings.add(store, rating(store))
    raters.remember(store, "t", number, changeable_until=LATER, forgotten_at=MIDNIGHT)
    return number


async def test_who_has_rated_is_known_by_a_token_until_the_day_is_over(
    database: Database,
) -> None:
    number = await database.run(remember)
    earlier = await database.run(lambda s: raters.earlier(s, "t"))
    assert earlier is not None
    assert (earlier.rating_id, earlier.changeable_until) == (number, LATER)
    assert earlier.said is not None
    assert earlier.said["answers"] == {"overall": 3}
    await database.run(lambda s: raters.forget(s, LATER - timedelta(seconds=1)))
    assert await database.run(lambda s: raters.earlier(s, "t")) == earlier
    await database.run(lambda s: raters.forget(s, LATER))
    cut = await database.run(lambda s: raters.earlier(s, "t"))
    assert cut == raters.Earlier(None, MIDNIGHT)
    await database.run(lambda s: raters.forget(s, MIDNIGHT))
    assert await database.run(lambda s: raters.earlier(s, "t")) is None
    assert (await database.run(recounted)).ratings == 1


async def test_a_later_answer_makes_the_token_last_as_long_as_the_rating_may_change(
    database: Database,
) -> None:
    def twice(store: Store) -> str:
        number = remember(store)
        raters.remember(
            store,
            "t",
            number,
            changeable_until=MIDNIGHT + timedelta(minutes=15),
            forgotten_at=MIDNIGHT + timedelta(minutes=30),
        )
        raters.forget(store, MIDNIGHT)
        return number

    number = await database.run(twice)
    earlier = await database.run(lambda s: raters.earlier(s, "t"))
    assert earlier is not None
    assert earlier.rating_id == number


async def test_a_rating_itself_names_nobody_and_no_time_of_day(database: Database) -> None:
    await database.run(remember)
    names = set(rater_rows.c.keys()) | {"sender", "address_id", "token", "at"}
    assert names & set(metadata.tables["ratings"].c.keys()) == set()


async def test_a_days_key_is_made_once_and_dropped_after_the_day(database: Database) -> None:
    first = await database.run(lambda s: raters.key_of(s, DAY))
    assert len(first) == 32
    assert await database.run(lambda s: raters.key_of(s, DAY)) == first
    other = await database.run(lambda s: raters.key_of(s, DAY + timedelta(days=1)))
    assert other != first
    await database.run(lambda s: raters.forget(s, NINE_O_CLOCK + timedelta(days=3)))
    left = await database.run(lambda s: [row.day for row in s.execute(select(day_keys))])
    assert left == [DAY + timedelta(days=1)]
    assert await database.run(lambda s: raters.key_of(s, DAY)) != first


async def test_two_at_once_make_one_key(databases: str) -> None:
    keys = elsewhere(databases, *[lambda s: raters.key_of(s, DAY) for _ in range(4)])
    assert len(set(await asyncio.gather(*map(asyncio.wrap_future, keys)))) == 1


# -- reading ----------------------------------------------------------------------------------


async def test_answers_are_counted_for_each_element(database: Database) -> None:
    def answers(store: Store) -> dict[str, int]:
        one = rating(store, {"overall": 3, "waktu": 4})
        rated(store, [one] * 6)
        ratings.add(store, replace(one, day=DAY + timedelta(days=1)))
        return unreleased.answers_per_element(
            store, counter_id=one.counter_id, quarter=Quarter.of(DAY), instrument=DAILY
        )

    assert await database.run(answers) == {"overall": 7, "waktu": 7}


async def test_earlier_quarters_with_answers_come_newest_first(database: Database) -> None:
    def quarters(store: Store) -> list[str]:
        stands, delivered = place(store)
        one = Rating(stands[0], delivered[0], DAY, DAILY, {"overall": 3})
        days = [date(2025, 12, 31), date(2026, 2, 1), DAY]
        few = [replace(one, day=date(2026, 8, 1))] * 4
        rated(store, [replace(one, day=day) for day in days for _ in range(5)] + few)
        found = tallies.last_quarters(store, stands, before=Quarter.of(DAY), level="unit")
        return [quarter.key for quarter in found]

    assert await database.run(quarters) == ["2026-Q1", "2025-Q4"]


async def test_what_people_wrote_is_read_in_pages_in_no_order_of_time(database: Database) -> None:
    def read(store: Store) -> list[list[str]]:
        stands, delivered = place(store)
        for number in range(1, 7):
            day = DAY + timedelta(days=number)
            words = f"hari {number}"
            service = delivered[number % 2]
            one = Rating(stands[0], service, day, DAILY, {"overall": 3}, reason=words)
            mute = [replace(one, day=DAY, reason=None)] * 4
            rated(store, [*mute, one]) if number < 6 else ratings.add(store, one)
        told = partial(ratings.told, store, stands, Quarter.of(DAY), level="counter")

        def seen(**page: Any) -> list[str]:
            return [one.words for one in told(**page)]

        pages = [*seen(most=2, skip=0), *seen(most=9, skip=2)], seen(most=9, skip=0)
        at_one = sorted(seen(most=9, skip=0, service_id=delivered[0]))
        kept = store.execute(select(rows.c.reason).order_by(rows.c.id)).scalars()
        shuffled = [words for words in kept if words not in (None, "hari 6")]
        return [*pages, sorted(pages[1]), at_one, shuffled]

    first, whole, each, at_one, shuffled = await database.run(read)
    assert first == whole == shuffled
    assert each == [f"hari {n}" for n in range(1, 6)]
    assert at_one == ["hari 2", "hari 4"]
