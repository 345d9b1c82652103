"""Whoever is moved between zones is prompted once, by the clock of the day's unit, never twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from models.calendar import local
from models.store import Store
from models.store.engine.database import Database, opened
from models.store.people import leaving, posts
from scheduler.planner import plan
from tests.office import acts
from tests.planned import OWN, WIB, WIT, WITA, hired, prompted, unit_in

OPENING = date(2026, 4, 1)
"""The evaluation opens on this day of the transfer; the days beside it have their log."""
FIRST = datetime(2026, 3, 30, 15, tzinfo=UTC)
HOURS = 72
SAID = (-33, -20, -12, -9, -6, -4, -1, 0, 3, 9, 14, 23, 26, 31)
"""When the office says it: hours after midnight (UTC) of the day itself."""


@pytest.fixture
async def database(databases: str) -> AsyncIterator[Database]:
    store = opened(databases)
    yield store
    await store.close()


async def test_a_transfer_on_the_very_day_loses_and_doubles_no_prompt(sqlite: str) -> None:
    """Somebody for each way between zones and each hour of saying so; Tilik plans every hour."""
    database = opened(sqlite)
    start = datetime(2026, 4, 1, tzinfo=UTC)
    moves: dict[datetime, list[tuple[int, str]]] = {}
    zones: dict[int, tuple[str, str]] = {}

    def people(store: Store) -> None:
        for before, after in permutations((WIB, WITA, WIT), 2):
            for hours in SAID:
                person = hired(store, f"{before} {after} {hours}", before)
                zones[person] = before, after
                moves.setdefault(start + timedelta(hours=hours), []).append((person, after))

    def moved(store: Store, now: datetime) -> None:
        for person, zone in moves.get(now, ()):
            posts.place(store, person, unit_in(store, zone), "Staf", since=OPENING)

    await database.run(people)
    for hour in range(HOURS):
        now = FIRST + timedelta(hours=hour)
        await database.run(lambda store, now=now: moved(store, now))  # type: ignore[misc]
        await plan(database, now, OWN)
    found: dict[int, list[tuple[str, str]]] = {person: [] for person in zones}
    for one in await database.read(prompted):
        found[one.person_id].append((f"{one.day}", one.kind))
        assert any(8 <= local(one.planned_at, zone).hour < 20 for zone in zones[one.person_id])
    wanted = [("2026-03-31", "log"), ("2026-04-01", "open"), ("2026-04-02", "log")]
    assert set(map(tuple, found.values())) == {tuple(wanted)}
    await database.close()


@pytest.mark.parametrize(
    ("before", "after", "at"),
    [
        (WIB, WIT, datetime(2026, 4, 1, 0, tzinfo=UTC)),
        (WIT, WIB, datetime(2026, 4, 1, 2, tzinfo=UTC)),
    ],
)
async def test_the_first_day_is_one_of_the_new_units_clock(
    database: Database, before: str, after: str, at: datetime
) -> None:
    def known(store: Store) -> None:
        person = hired(store, "Dewi", before)
        posts.place(store, person, unit_in(store, after), "Staf", since=OPENING)

    await database.run(known)
    await plan(database, at - timedelta(minutes=1), OWN)
    assert await database.read(prompted) == []
    await plan(database, at, OWN)
    assert [one.kind for one in await database.read(prompted)] == ["open"]


async def test_an_acting_post_in_another_zone_prompts_nobody_a_second_time(
    database: Database,
) -> None:
    def beside(store: Store) -> int:
        dewi, ratna = hired(store, "Dewi", WIB), hired(store, "Ratna", WIB)
        acts(store, dewi, unit_in(store, WIT), "Plt. Kepala", since=date(2026, 1, 1))
        posts.report_to(store, ratna, dewi, since=date(2026, 1, 1))
        return dewi

    dewi = await database.run(beside)
    await plan(database, datetime(2026, 4, 1, 0, tzinfo=UTC), OWN)
    assert await database.read(prompted) == []
    await plan(database, datetime(2026, 4, 1, 2, tzinfo=UTC), OWN)
    assert [one.person_id for one in await database.read(prompted)].count(dewi) == 1


async def test_who_has_left_is_planned_for_no_more(database: Database) -> None:
    """Also in the hour before the chat is closed."""

    def left(store: Store) -> None:
        person = hired(store, "Dewi", WIB)
        now = datetime(2026, 3, 31, 5, tzinfo=UTC)
        leaving.leave_service(store, person, last_day=date(2026, 3, 31), now=now)

    await database.run(left)
    await plan(database, datetime(2026, 3, 31, 9, tzinfo=UTC), OWN)
    await plan(database, datetime(2026, 4, 1, 3, tzinfo=UTC), OWN)
    assert [(one.day, one.kind) for one in await database.read(prompted)] == [
        (date(2026, 3, 31), "log")
    ]
