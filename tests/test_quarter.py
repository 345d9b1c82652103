"""A quarter is three whole calendar months, and the year has no gap and no overlap."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quarter import Quarter

QUARTERS = st.builds(Quarter, st.integers(2, 9998), st.integers(1, 4))


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 6, 30), "2026-Q2"),
        (date(2026, 7, 1), "2026-Q3"),
        (date(2026, 9, 30), "2026-Q3"),
        (date(2026, 10, 1), "2026-Q4"),
        (date(2026, 12, 31), "2026-Q4"),
    ],
)
def test_a_day_belongs_to_its_quarter(day: date, key: str) -> None:
    assert Quarter.of(day).key == key


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2027, 1, 1), date(2027, 3, 31)),
        (2, date(2027, 4, 1), date(2027, 6, 30)),
        (3, date(2027, 7, 1), date(2027, 9, 30)),
        (4, date(2027, 10, 1), date(2027, 12, 31)),
    ],
)
def test_a_quarter_runs_from_its_first_to_its_last_day(
    number: int, first: date, last: date
) -> None:
    quarter = Quarter(2027, number)
    assert (quarter.first_day, quarter.last_day) == (first, last)


@given(st.dates())
def test_every_day_lies_within_its_own_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first_day <= day <= quarter.last_day


@given(QUARTERS)
def test_quarters_follow_each_other_without_a_gap(quarter: Quarter) -> None:
    assert quarter.next.first_day == quarter.last_day + timedelta(days=1)
    assert quarter.next.previous == quarter
    assert quarter.previous < quarter < quarter.next


@given(QUARTERS)
def test_a_written_quarter_is_read_back(quarter: Quarter) -> None:
    assert Quarter.parse(quarter.key) == quarter


@pytest.mark.parametrize("key", ["", "2026", "2026-Q5", "2026-Q0", "26-Q1", "2026-q1", "0000-Q1"])
def test_what_is_no_quarter_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="quarter"):
        Quarter.parse(key)


@pytest.mark.parametrize(("year", "number"), [(2026, 0), (2026, 5), (0, 1), (10_000, 1)])
def test_a_quarter_that_cannot_be_is_not_made(year: int, number: int) -> None:
    with pytest.raises(ValueError, match="no such quarter"):
        Quarter(year, number)


def test_a_moment_has_no_quarter_until_a_zone_makes_it_a_day() -> None:
    with pytest.raises(TypeError, match="zone"):
        Quarter.of(datetime(2026, 12, 31, 20, 0, tzinfo=UTC))
