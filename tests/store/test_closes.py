"""The close of a night: zone by zone, when nothing of the day can change, and once only."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from functools import partial

from models.calendar import moment
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.engine.database import Database
from models.store.office import services
from models.store.ratings import closes, raters, ratings, tallies
from models.store.ratings.recount import recounted
from tests.store.elsewhere import elsewhere

DAY = date(2026, 11, 23)
JAKARTA, JAYAPURA = "Asia/Jakarta", "Asia/Jayapura"


def opened(store: Store, zone: str, *, count: int = 5) -> int:
    """A counter in the zone, with so many ratings of the day; gives its number."""
    unit = services.add_unit(store, f"Dinas {zone}", zone=zone).id
    counter = services.add_counter(store, unit, "Loket 1")
    service = services.add_service(store, unit, "KTP-el")
    services.offer(store, counter, service)
    for _ in range(count):
        ratings.add(store, Rating(counter, service, DAY, DAILY, {"overall": 3}))
    return counter


def released(store: Store, counter: int) -> int:
    """How many answers may be read at the counter."""
    rows = tallies.tallied(store, [counter], [Quarter.of(DAY)], level="counter")
    return sum(row.times for row in rows)


def six(zone: str, *, minutes: int = 0) -> datetime:
    """Six in the morning after, by the zone's clock."""
    midnight = datetime.min.time()
    return moment(DAY + timedelta(days=1), midnight, zone) + timedelta(hours=6, minutes=minutes)


async def test_a_night_is_closed_by_its_own_zones_clock(database: Database) -> None:
    west, east = [await database.run(partial(opened, zone=z)) for z in (JAKARTA, JAYAPURA)]
    await database.run(lambda s: closes.close(s, six(JAYAPURA, minutes=-1)))
    assert await database.run(lambda s: (released(s, west), released(s, east))) == (0, 0)
    await database.run(lambda s: closes.close(s, six(JAYAPURA)))
    assert await database.run(lambda s: (released(s, west), released(s, east))) == (0, 5)
    assert await database.run(lambda s: closes.closed_on(s, JAYAPURA)) == DAY
    assert await database.run(closes.first_closed) == DAY - timedelta(days=1)
    await database.run(lambda s: closes.close(s, six(JAKARTA)))
    assert await database.run(lambda s: released(s, west)) == 5
    assert (await database.run(recounted)).differences == ()


async def test_nothing_is_closed_while_a_rating_of_the_day_may_still_change(
    database: Database,
) -> None:
    def tied(store: Store) -> int:
        counter = opened(store, JAKARTA, count=4)
        service = services.all_counters(store)[0].services[0].id
        last = ratings.add(store, Rating(counter, service, DAY, DAILY, {"overall": 1}))
        until = six(JAKARTA, minutes=1)
        raters.remember(store, "t", last, changeable_until=until, forgotten_at=until)
        return counter

    counter = await database.run(tied)
    await database.run(lambda s: closes.close(s, six(JAKARTA)))
    assert await database.run(lambda s: released(s, counter)) == 0
    await database.run(lambda s: closes.close(s, six(JAKARTA, minutes=1)))
    assert await database.run(lambda s: released(s, counter)) == 5


async def test_closing_twice_or_at_once_releases_once(database: Database, databases: str) -> None:
    counter = await database.run(partial(opened, zone=JAKARTA, count=7))
    every = elsewhere(databases, *[lambda s: closes.close(s, six(JAKARTA)) for _ in range(3)])
    await asyncio.gather(*map(asyncio.wrap_future, every))
    await database.run(lambda s: closes.close(s, six(JAKARTA)))
    assert await database.run(lambda s: released(s, counter)) == 7
    found = await database.run(recounted)
    assert (found.ratings, found.tallies, found.waiting, found.differences) == (7, 1, 0, ())


async def test_what_waits_is_told_of_closed_days_alone(database: Database) -> None:
    counter = await database.run(partial(opened, zone=JAKARTA, count=4))
    asked = partial(closes.waiting, counter_ids=[counter], quarter=Quarter.of(DAY))
    assert await database.run(partial(asked, until=None)) == {}
    assert await database.run(partial(asked, until=DAY - timedelta(days=1))) == {}
    assert await database.run(partial(asked, until=DAY)) == {(DAILY, "overall"): 4}


async def test_a_clock_that_was_ahead_has_closed_no_day_that_is_to_come(
    database: Database,
) -> None:
    counter = await database.run(partial(opened, zone=JAKARTA))
    await database.run(lambda s: closes.close(s, datetime(2027, 3, 1, tzinfo=UTC)))
    await database.run(lambda s: closes.set_back(s, six(JAKARTA)))
    assert await database.run(lambda s: closes.closed_on(s, JAKARTA)) == DAY
    await database.run(lambda s: closes.close(s, six(JAKARTA) + timedelta(days=1)))
    assert await database.run(lambda s: closes.closed_on(s, JAKARTA)) == DAY + timedelta(days=1)
    assert await database.run(lambda s: released(s, counter)) == 5
