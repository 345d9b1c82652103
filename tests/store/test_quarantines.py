"""Against stuffing: whatever five hundred say in an hour, the figure stays where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

import pytest

from models.calendar import moment
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.office import services
from models.store.ratings import closes, quarantines, ratings, tallies
from models.store.ratings.recount import recounted
from tests.played import empty_store

ZONE = "Asia/Jakarta"
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
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

    def rates(self, day: date, hour: int, answers: Iterable[int], *, of: int = 0) -> None:
        for answer in answers:
            rating = Rating(self.counter, self.services[of], day, DAILY, {"overall": answer})
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
