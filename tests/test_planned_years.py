"""The planner through 2026 and 2027 in three zones, with a clock that goes from tick to tick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from models.awake import Awake
from models.calendar import days, decreed, local, moment
from models.campaigns import Due
from models.letters import Letter
from models.people import Person
from models.store import Store
from models.store.people import leaves, posts
from scheduler.planner import plan
from tests.near import Remembered
from tests.planned import WIB, WIT, WITA, Prompted, hired, prompted, said, saying, unit_in

FIRST, LAST = date(2026, 1, 1), date(2028, 1, 14)
TICKS = (0, 2, 7, 9, 12, 18)
"""Hours of UTC: from before eight to after twenty in each zone, and the dead of night."""
ORDINARY, OFF = (0, 7, 9), (9,)
"""In short: those of a day on which neither a quarter is opened nor anybody comes or goes, and of
one on which nobody works."""
AWAY = date(2026, 2, 9), date(2026, 6, 5)
CAME, MOVED = date(2026, 8, 10), date(2026, 11, 16)
OPENINGS = {
    "2025-Q4": date(2026, 1, 2),
    "2026-Q1": date(2026, 4, 1),
    "2026-Q2": date(2026, 7, 1),
    "2026-Q3": date(2026, 10, 1),
    "2026-Q4": date(2027, 1, 4),
    "2027-Q1": date(2027, 4, 1),
    "2027-Q2": date(2027, 7, 1),
    "2027-Q3": date(2027, 10, 1),
    "2027-Q4": date(2028, 1, 3),
}
EVENTS = (*OPENINGS.values(), *AWAY, CAME, MOVED)


@dataclass(frozen=True)
class Told:
    """What came of the two years."""

    names: dict[int, str]
    prompts: tuple[Prompted, ...]
    presumed: frozenset[str]

    def of(self, name: str) -> list[Prompted]:
        return [one for one in self.prompts if self.names[one.person_id] == name]

    def openings(self, name: str) -> dict[str, date]:
        opened = [one for one in self.of(name) if one.kind == "open"]
        assert len({one.campaign for one in opened}) == len(opened)
        return {one.campaign.removeprefix("evaluation."): one.day for one in opened}


def office(store: Store) -> dict[int, str]:
    """Six people in three zones; one is away long, one comes later, one moves to another zone."""
    made = {
        name: hired(store, name, zone)
        for name, zone in (("Ani", WIB), ("Bayu", WITA), ("Cici", WIT), ("Desi", WIB))
    }
    made["Eko"] = hired(store, "Eko", WITA, since=CAME)
    made["Fitri"] = hired(store, "Fitri", WIT)
    leaves.add(store, made["Desi"], *AWAY)
    posts.place(store, made["Fitri"], unit_in(store, WIB), "Staf", since=MOVED)
    posts.report_to(store, made["Desi"], made["Ani"], since=FIRST)
    return {person: name for name, person in made.items()}


def ticks(*, whole: bool) -> Iterator[datetime]:
    worked = frozenset(decreed().presuming().working_days(FIRST, LAST))
    for day in days(FIRST, LAST):
        start = moment(day, datetime.min.time(), "UTC")
        eventful = any(abs((day - other).days) < 4 for other in EVENTS)
        hours = TICKS if whole or eventful else ORDINARY if day in worked else OFF
        yield from (start + timedelta(hours=hour) for hour in hours)


@pytest.fixture(scope="module")
async def told(
    _memory: Remembered, tmp_path_factory: pytest.TempPathFactory, whole: bool
) -> Told:
    presumed = set()

    def composed(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
        if due.without_decree:
            presumed.add(due.campaign)
        return said(store, person, due, now)

    database, kinds = _memory.memory, saying(composed)
    with _memory.taken(tmp_path_factory.mktemp("years")):
        names = await database.run(office)
        for now in ticks(whole=whole):
            await plan(database, now, kinds)
        found = await database.read(prompted)
    return Told(names, tuple(found), frozenset(presumed))


@pytest.mark.parametrize("name", ["Ani", "Bayu", "Cici", "Fitri"])
def test_each_is_asked_four_times_a_year_on_the_right_day(told: Told, name: str) -> None:
    assert told.openings(name) == OPENINGS
    assert Counter(day.year for day in told.openings(name).values()) == {2026: 4, 2027: 4, 2028: 1}


def test_who_is_away_long_is_asked_on_coming_back_and_still_four_times(told: Told) -> None:
    assert told.openings("Desi") == {**OPENINGS, "2026-Q1": date(2026, 6, 8)}


def test_who_came_in_august_is_first_asked_in_october(told: Told) -> None:
    early = ("2025-Q4", "2026-Q1", "2026-Q2")
    later = {quarter: day for quarter, day in OPENINGS.items() if quarter not in early}
    assert told.openings("Eko") == later
    assert min(one.day for one in told.of("Eko")) == CAME


def test_who_moves_is_prompted_by_the_clock_of_each_days_unit(told: Told) -> None:
    logs = {one.day: one.planned_at for one in told.of("Fitri") if one.kind == "log"}
    hours = {day: at.hour for day, at in logs.items()}
    assert {hour for day, hour in hours.items() if day < MOVED} == {7}  # 16.00 WIT
    assert {hour for day, hour in hours.items() if day >= MOVED} == {9}  # 16.00 WIB


def test_nobody_is_prompted_at_night_on_a_day_off_or_on_leave(told: Told) -> None:
    zones = {"Ani": WIB, "Bayu": WITA, "Cici": WIT, "Desi": WIB, "Eko": WITA}
    calendar = decreed().presuming()
    for one in told.prompts:
        name = told.names[one.person_id]
        zone = zones.get(name) or (WIT if one.day < MOVED else WIB)
        assert not Awake().is_quiet(one.planned_at, zone), one
        assert local(one.planned_at, zone).date() == one.day, one
        assert calendar.is_working_day(one.day), one
        assert name != "Desi" or not AWAY[0] <= one.day <= AWAY[1], one


def test_nobody_is_reminded_more_than_twice_nor_prompted_twice_a_day(told: Told) -> None:
    reminders = Counter(
        (one.person_id, one.campaign) for one in told.prompts if one.kind in ("half", "last")
    )
    assert set(reminders.values()) == {2}
    assert max(Counter((p.person_id, p.lane, p.day) for p in told.prompts).values()) == 1


def test_every_working_day_has_its_prompt_about_work_and_the_superiors_about_the_team(
    told: Told,
) -> None:
    worked = decreed().presuming().working_days(FIRST, LAST)
    for lane in ("own", "team"):
        assert tuple(p.day for p in told.of("Ani") if p.lane == lane) == worked
    assert {p.person_id for p in told.prompts if p.lane == "team"} == {
        person for person, name in told.names.items() if name == "Ani"
    }
    summaries = Counter(p.kind for p in told.of("Ani") if p.lane == "team" and p.day.year < 2028)
    assert summaries["quarter"] == 8


def test_what_falls_in_a_year_without_a_decree_is_flagged(told: Told) -> None:
    years = {campaign for campaign in told.presumed if not campaign.startswith("evaluation.")}
    assert years
    assert all(".2028-" in campaign for campaign in years)
    assert {c for c in told.presumed if c.startswith("evaluation.")} == {"evaluation.2027-Q4"}
