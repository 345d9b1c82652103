"""Against stuffing: whatever five hundred say in an hour, the figure stays where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from models.calendar import moment
from models.instruments import instrument
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import Store, schema
from models.store.engine.database import Database
from models.store.office import services, standards
from models.store.oversight.audit import audited
from models.store.oversight.day_seals import seal_ratings
from models.store.oversight.stamps import Stamp
from models.store.ratings import closes, quarantines, ratings, tallies
from models.store.ratings.quarantines import COUNTED, WAITING, Batch
from models.store.ratings.recount import recounted
from models.store.rules import settings
from models.store.rules.settings import Version
from tests.played import empty_store

ZONE = "Asia/Jakarta"
MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, 23) + timedelta(days=n) for n in range(3))
NOW = moment(MONDAY, time(8), ZONE)
HONEST = (1, 2, 2, 3)
"""Of mean 2.0."""


class Desk:
    """A counter with two services, where citizens rate without a code."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.unit = services.add_unit(store, "Disdukcapil", zone=ZONE).id
        self.counter = services.add_counter(store, self.unit, "Loket 1")
        self.services = [services.add_service(store, self.unit, name) for name in ("KTP", "KK")]
        for one in self.services:
            services.offer(store, self.counter, one)

    def beside(self, name: str) -> Desk:
        """Another counter of the unit."""
        other = copy(self)
        other.counter = services.add_counter(self.store, self.unit, name)
        for one in self.services:
            services.offer(self.store, other.counter, one)
        return other

    def rates(self, day: date, hour: int, answers: Iterable[int], *, of: int = 0) -> None:
        for answer in answers:
            rating = Rating(self.counter, self.services[of], day, DAILY, {"overall": answer})
            ratings.add(self.store, rating, hour=hour)

    def sheets(self, day: date, hour: int, answers: Iterable[int]) -> None:
        """Whole sheets of the official survey, each of one answer throughout."""
        survey = instrument()
        for answer in answers:
            said = dict.fromkeys(survey.elements, answer)
            rating = Rating(self.counter, self.services[0], day, survey.key, said)
            ratings.add(self.store, rating, hour=hour)

    def honest(self, n: int, day: date = MONDAY) -> None:
        """So many, over the hours of a day (or of several, where they are many)."""
        for nth in range(n):
            self.rates(day - timedelta(days=7 * (nth // 160)), 8 + nth // 4 % 8, [HONEST[nth % 4]])

    def closes(self, day: date) -> None:
        """The night after the day is over."""
        morning = moment(day + timedelta(days=1), time(6), ZONE)
        closes.close(self.store, morning)
        assert recounted(self.store).differences == ()

    def mean(self) -> float:
        cells = tallies.tallied(self.store, [self.counter], [Quarter.of(MONDAY)], level="counter")
        said = [(cell.value, cell.times) for cell in cells if cell.element == "overall"]
        return sum(value * n for value, n in said) / sum(n for _, n in said)

    def counts(self, batch: Batch, day: date) -> bool:
        return quarantines.decide(self.store, batch, COUNTED, before=(WAITING,), day=day)

    def held(self) -> list[tuple[str, int]]:
        found = quarantines.waiting(self.store, [self.unit])
        return [(one.why, one.n) for one in found]


@pytest.fixture
def desk() -> Iterator[Desk]:
    with empty_store() as store:
        yield Desk(store)


@pytest.mark.parametrize("honest", [40, 400])
@pytest.mark.parametrize("answer", [1, 4])
@pytest.mark.parametrize("share", [500, 381, 250])
def test_five_hundred_in_an_hour_move_nothing(
    desk: Desk, honest: int, answer: int, share: int
) -> None:
    """Whatever they say, over several services, and astride two hours of the clock."""
    desk.honest(honest)
    desk.closes(MONDAY)
    before = desk.mean()
    assert before == 2.0
    desk.honest(20, TUESDAY)
    for nth in range(500):
        desk.rates(TUESDAY, 10 if nth < share else 11, [answer], of=nth % 2)
    desk.closes(TUESDAY)
    assert abs(desk.mean() - before) <= 0.1
    assert recounted(desk.store).held >= 500


@pytest.mark.parametrize(
    ("day", "hour", "why"),
    [(TUESDAY, 23, "night"), (TUESDAY, 4, "night"), (date(2026, 11, 28), 10, "closed")],
)
def test_at_night_and_on_closed_days_one_is_held(
    desk: Desk, day: date, hour: int, why: str
) -> None:
    desk.rates(day, hour, [3])
    desk.closes(day)
    assert desk.held() == [(why, 1)]


@pytest.mark.parametrize("says", ["Senin–Minggu, 24 jam", "Open 24 hours."])
def test_who_publishes_that_they_serve_round_the_clock_has_no_nights(desk: Desk, says: str) -> None:
    standards.put(desk.store, desk.services[1], {"hours": says}, stamp=Stamp(NOW, MONDAY))
    desk.rates(TUESDAY, 23, [3])
    desk.rates(date(2026, 11, 28), 10, [3])
    desk.closes(date(2026, 11, 28))
    assert desk.held() == []


@pytest.mark.parametrize(
    ("says", "days"),
    [
        ("Senin–Sabtu 08.00–14.00; Minggu tutup", [28]),
        ("Senin-Jumat 08.00-15.00, Sabtu 08.00-12.00", [28]),
        ("Setiap hari 07.00-20.00", [28, 29]),
        ("Senin s.d. Jumat 08.00-15.00. Sabtu dan Minggu libur", []),
        ("08.00-15.00, selesai dalam 2x24 jam", []),
    ],
)
def test_days_on_which_published_hours_say_that_they_serve_are_not_closed(
    desk: Desk, says: str, days: list[int]
) -> None:
    """Of the unit as of a service; a holiday is closed whatever they say."""
    line = {str(desk.unit): {"unit": "Disdukcapil", "words": says}}
    settings.put(desk.store, Version("line-hours", line, MONDAY, NOW), day=MONDAY)
    christmas = date(2026, 12, 25)
    for day in (28, 29):
        desk.rates(date(2026, 11, day), 10, [3])
    desk.rates(christmas, 10, [3])
    desk.closes(christmas)
    held = {one.day for one in quarantines.waiting(desk.store, [desk.unit])}
    assert {date(2026, 11, day) for day in (28, 29)} - held == {date(2026, 11, d) for d in days}
    assert christmas in held


def test_nights_that_the_team_has_counted_thrice_are_nights_of_service(desk: Desk) -> None:
    for nth in range(4):
        day = MONDAY + timedelta(days=nth)
        desk.rates(day, 23, [3])
        desk.closes(day)
        for batch in quarantines.waiting(desk.store, [desk.unit]):
            assert nth < 3, "the fourth is not held"
            assert desk.counts(batch, day + timedelta(days=1))


def test_one_answer_is_held_where_it_comes_too_often_in_a_row(desk: Desk) -> None:
    desk.honest(80)
    desk.closes(MONDAY)
    desk.rates(TUESDAY, 9, [4] * 12)
    desk.rates(TUESDAY, 10, [2] * 20 + [1, 3])
    desk.rates(TUESDAY, 13, [4] * 20 + [1])
    desk.closes(TUESDAY)
    assert desk.held() == [("run", 21)], "twelve in a row, and twenty of a usual answer, may be"


def test_a_burst_is_held_where_it_is_unlike_what_is_usual(desk: Desk) -> None:
    """Two hundred in three hours of a vaccination day are not: they say what is usual there."""
    desk.honest(80)
    desk.closes(MONDAY)
    for hour in (8, 9, 10):
        desk.rates(TUESDAY, hour, HONEST * 17)
    desk.closes(TUESDAY)
    assert desk.held() == []
    for hour in (8, 9):
        desk.rates(WEDNESDAY, hour, (4, 2) * 34)
    desk.rates(WEDNESDAY, 13, [1, 2])
    desk.closes(WEDNESDAY)
    assert desk.held() == [("burst", 136)], "and not the two of the afternoon"


def test_sheets_of_a_survey_are_judged_by_those_that_came_before(desk: Desk) -> None:
    for hour in range(8, 16):
        desk.sheets(MONDAY, hour, (1, 2, 3, 2, 2))
    desk.closes(MONDAY)
    desk.sheets(TUESDAY, 9, (1, 2, 3) * 3)
    desk.sheets(TUESDAY, 13, [4, 3] * 24)
    desk.closes(TUESDAY)
    assert desk.held() == [("burst", 48)], "nine answers are one sheet"


def test_an_attack_that_is_spread_over_the_counters_of_a_unit_is_held(desk: Desk) -> None:
    """Forty-one at each of twelve, where each alone is no crowd."""
    desks = [desk, *(desk.beside(f"Loket {n}") for n in range(2, 13))]
    for one in desks:
        one.honest(40)
    desk.closes(MONDAY)
    for one in desks:
        one.rates(TUESDAY, 10, [4] * 41)
        one.rates(TUESDAY, 14, [2])
    desk.closes(TUESDAY)
    assert desk.held() == [("burst", 41)] * 12, "and not who came in the afternoon"
    assert {one.mean() for one in desks} == {2.0}
    for one in desks:
        one.rates(WEDNESDAY, 10, HONEST * 10)
    desk.closes(WEDNESDAY)
    assert recounted(desk.store).held == 12 * 41, "a rush of the whole unit that is like it passes"


def test_an_attack_astride_midnight_is_held_on_both_days(desk: Desk) -> None:
    standards.put(desk.store, desk.services[0], {"hours": "24 jam"}, stamp=Stamp(NOW, MONDAY))
    desk.honest(40)
    desk.rates(MONDAY, 23, [4] * 300)
    desk.rates(TUESDAY, 0, [4] * 9)
    desk.closes(MONDAY)
    assert [n for _, n in desk.held()] == [300, 9]
    desk.closes(TUESDAY)
    assert desk.mean() == 2.0


def test_what_is_let_go_counts_as_of_that_day_and_changes_no_quarter_that_is_over(
    desk: Desk,
) -> None:
    """Nor is it an alteration to `tilik verify`."""
    last, after = date(2026, 12, 31), date(2027, 1, 4)
    desk.rates(last, 10, HONEST * 40)
    desk.rates(last, 14, HONEST * 2)
    desk.closes(last)
    (batch,) = quarantines.waiting(desk.store, [desk.unit])
    assert (batch.why, batch.n, batch.day) == ("full", 160, last)
    before = tallies.tallied(desk.store, [desk.counter], [Quarter.of(last)], level="unit")
    assert sum(cell.times for cell in before) == 8
    assert desk.counts(batch, after)
    assert not desk.counts(batch, after), "somebody was quicker"
    desk.closes(after)
    assert tallies.tallied(desk.store, [desk.counter], [Quarter.of(last)], level="unit") == before
    new = tallies.tallied(desk.store, [desk.counter], [Quarter.of(after)], level="counter")
    assert sum(cell.times for cell in new) == 160


def test_no_rating_tells_its_hour_once_its_day_is_judged(desk: Desk) -> None:
    desk.rates(MONDAY, 10, [3] * 200)
    desk.rates(MONDAY, 14, [2])
    desk.closes(MONDAY)
    hours = select(func.count()).where(schema.ratings.c.hour.is_not(None))
    assert desk.store.execute(hours).scalar() == 0
    assert desk.store.execute(select(func.count()).select_from(schema.runs)).scalar() == 0


def test_what_is_changed_or_taken_back_while_it_is_held_is_counted_as_it_stands(
    desk: Desk,
) -> None:
    desk.rates(MONDAY, 23, [1, 1, 4])
    desk.closes(MONDAY)
    first, second, _ = desk.store.execute(select(schema.ratings.c.id)).scalars()
    one = ratings.by_id(desk.store, first)
    ratings.amend(desk.store, first, replace(one, answers={"overall": 3}))
    ratings.remove(desk.store, second)
    assert recounted(desk.store).differences == ()
    (batch,) = quarantines.waiting(desk.store, [desk.unit])
    assert desk.counts(batch, TUESDAY)
    waits = select(schema.unreleased.c.day, func.sum(schema.unreleased.c.count))
    there = desk.store.execute(waits.where(schema.unreleased.c.count > 0).group_by("day")).all()
    assert [tuple(row) for row in there] == [(TUESDAY, 2)]


async def test_a_day_that_was_told_in_the_trail_stays_whole_when_what_was_held_counts(
    database: Database,
) -> None:
    """On either engine: what is moved is of the day on which it came."""

    def attacked(store: Store) -> Desk:
        desk = Desk(store)
        desk.rates(MONDAY, 10, [4] * 150)
        desk.honest(8)
        desk.closes(MONDAY)
        assert seal_ratings(store, moment(TUESDAY, time(7), ZONE)) == 1
        return desk

    def counted(store: Store) -> None:
        (batch,) = quarantines.waiting(store, [desk.unit])
        assert quarantines.decide(store, batch, "counted", before=("waiting",), day=TUESDAY)
        assert recounted(store).differences == ()

    desk = await database.run(attacked)
    await database.run(counted)
    assert not (await database.read(lambda store: audited(store, None))).count
