"""What citizens say on the days that the demo's clock jumps over: the sample office lives on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random

from bot.sandbox.demo.office import SLOW, about_time, made
from bot.sandbox.demo.staff import ZONE
from models.calendar import decreed, local
from models.disclosure import Place
from models.ratings import Rating
from models.services import Counter
from models.store import Store
from models.store.complaints import reviews
from models.store.office import services
from models.store.ratings import ratings

SLOW_A_DAY, ELSEWHERE_A_DAY = 12, 4
MOST = timedelta(days=15)
"""So far back at most: a quarter that is jumped over need not be full."""
_DAY = timedelta(days=1)


def live_on(store: Store, *, since: datetime, now: datetime, seed: int) -> None:
    """The ratings of the working days between both, from the seed; the day on which somebody plays
    is theirs alone."""
    counters = services.all_counters(store)
    for day in _between(local(since, ZONE).date(), local(now, ZONE).date()):
        chance = Random(seed ^ day.toordinal())  # noqa: S311  (sample data, not a secret)
        for rating in _of_day(store, counters, day, chance):
            ratings.add(store, rating)


def _between(first: date, last: date) -> Sequence[date]:
    begin = max(first + _DAY, last - MOST)
    return decreed().presuming().working_days(begin, last - _DAY)


def _of_day(
    store: Store, counters: Sequence[Counter], day: date, chance: Random
) -> Iterator[Rating]:
    """At the slow counter people wait for as long as nothing is planned against it."""
    days, slow = (day, day), counters[0]
    review = reviews.of_place(store, Place("c", slow.id), SLOW)
    waits = review is None or (review.action is None and not review.training)
    yield from about_time(slow, SLOW_A_DAY, days, chance, waits=waits)
    yield from made(counters, ELSEWHERE_A_DAY, days, chance)
