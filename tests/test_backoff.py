"""After trouble: longer waits every time, and then a single try."""

from __future__ import annotations

from bot.outbound.prompts import WAITS
from models.backoff import KNOWN, Backoff, due_after, wait_after
from tests.actors import NINE_O_CLOCK

NINE = NINE_O_CLOCK.timestamp()


def test_trouble_during_a_wait_is_the_same_one() -> None:
    backoff = Backoff(WAITS)
    assert backoff.trouble(NINE) == 2
    assert backoff.trouble(NINE + 1) == 1


def test_each_wait_is_longer_up_to_a_minute() -> None:
    backoff, now, waits = Backoff(WAITS), NINE, []
    for _ in range(7):
        waits.append(backoff.trouble(now))
        now += waits[-1]
    assert waits == [2, 4, 8, 16, 32, 60, 60]


def test_an_answer_ends_it() -> None:
    backoff = Backoff(WAITS)
    wait = backoff.trouble(NINE)
    assert backoff.failures()
    backoff.over()
    assert not backoff.failures()
    assert backoff.left(NINE + wait) == 0


def test_an_answer_during_a_wait_does_not_end_it_unless_it_counts() -> None:
    backoff = Backoff(WAITS)
    backoff.trouble(NINE)
    backoff.over(now=NINE + 1)
    assert backoff.failures() == 1
    backoff.over()
    assert (backoff.failures(), backoff.left(NINE + 1)) == (0, 1)


def test_the_last_wait_is_for_all_that_follow_or_is_the_last() -> None:
    assert [wait_after(failures, (1, 5)) for failures in (1, 2, 3, 9)] == [1, 5, 5, 5]
    due = [due_after(failures, (1, 5), NINE_O_CLOCK) for failures in (1, 2, 3)]
    assert [None if at is None else (at - NINE_O_CLOCK).seconds for at in due] == [1, 5, None]


def test_no_more_keys_are_known_than_may_be_and_the_newest_are() -> None:
    backoff = Backoff(WAITS)
    for key in range(KNOWN + 5):
        backoff.trouble(NINE, key)
    assert [backoff.left(NINE, key) for key in (0, 4, 5, KNOWN + 4)] == [0, 0, 2, 2]
