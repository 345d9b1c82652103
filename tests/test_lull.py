"""After trouble: longer waits every time, and then a single try."""

from __future__ import annotations

from datetime import timedelta

from bot.outbound.backoff import LONGEST, Lull
from tests.actors import NINE_O_CLOCK


def test_trouble_during_a_wait_is_the_same_one() -> None:
    lull = Lull()
    assert lull.trouble(NINE_O_CLOCK) == 2
    assert lull.trouble(NINE_O_CLOCK + timedelta(seconds=1)) == 1


def test_each_wait_is_longer_up_to_a_minute() -> None:
    lull, now, waits = Lull(), NINE_O_CLOCK, []
    for _ in range(7):
        waits.append(lull.trouble(now))
        now += timedelta(seconds=waits[-1])
    assert waits == [2, 4, 8, 16, 32, LONGEST, LONGEST]


def test_an_answer_ends_it() -> None:
    lull = Lull()
    wait = lull.trouble(NINE_O_CLOCK)
    assert lull.wary
    lull.over()
    assert not lull.wary
    assert lull.left(NINE_O_CLOCK + timedelta(seconds=wait)) == 0
