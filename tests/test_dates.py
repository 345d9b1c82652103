"""A day is read in one way, whether it stands in a file or is typed in chat."""

from __future__ import annotations

from datetime import date

import pytest

from models.dates import day_near, day_of

MONDAY = date(2026, 11, 23)
BOTH = {
    "2026-11-02": date(2026, 11, 2),
    "2026/11/02": date(2026, 11, 2),
    "2026.11.2": date(2026, 11, 2),
    "2026-11-02 00:00:00": date(2026, 11, 2),
    "2026-11-02 08:00": date(2026, 11, 2),
    "2026-11-02T08:00:00.000": date(2026, 11, 2),
    "2/11/2026": date(2026, 11, 2),
    "02-11-2026": date(2026, 11, 2),
    "2.11.2026": date(2026, 11, 2),
    "2 11 2026": date(2026, 11, 2),
    " 2 / 11 / 2026 ": date(2026, 11, 2),
    "2-11-26": date(2026, 11, 2),
    "2/11/26": date(2026, 11, 2),
    "2 November 2026": date(2026, 11, 2),
    "2-nov-2026": date(2026, 11, 2),
    "2nov2026": date(2026, 11, 2),
    "2 Nopember 2026": date(2026, 11, 2),
    "17 Agt 2026": date(2026, 8, 17),
    "17 agu 2026": date(2026, 8, 17),
    "1 Pebruari 2026": date(2026, 2, 1),
    "3 des 2026": date(2026, 12, 3),
    "3 Dec 2026": date(2026, 12, 3),
    "4 mar 2026": date(2026, 3, 4),
    "4 March 2026": date(2026, 3, 4),
    "5 mei 2026": date(2026, 5, 5),
    "29/2/2024": date(2024, 2, 29),
}
NEITHER = (
    *("", "besok", "besok lusa", "2026", "1", "31/2/2026", "11/22/2026", "2 Foo 2026", "2 ma 2026"),
    *("29/2/2026", "2026-13-01", "2026-11-02 8", "2/11/202", "0/1/2026", "1/0/2026"),
)


@pytest.mark.parametrize(("written", "day"), BOTH.items())
def test_a_whole_day_is_read_alike_in_a_file_and_in_chat(written: str, day: date) -> None:
    for spelt in (written, written.upper()):
        assert day_of(spelt) == day_near(spelt, MONDAY, ahead=False) == day


@pytest.mark.parametrize("written", NEITHER)
def test_what_is_no_day_is_none_in_either(written: str) -> None:
    assert day_of(written) is day_near(written, MONDAY, ahead=False) is None


@pytest.mark.parametrize(
    ("written", "over", "ahead"),
    [
        ("3 des", date(2025, 12, 3), date(2026, 12, 3)),
        ("23/11", MONDAY, MONDAY),
        ("4-1", date(2026, 1, 4), date(2027, 1, 4)),
        ("20 November", date(2026, 11, 20), date(2026, 11, 20)),
        ("senin", MONDAY, MONDAY),
        ("Jum'at", date(2026, 11, 20), date(2026, 11, 27)),
        ("tuesday", date(2026, 11, 17), date(2026, 11, 24)),
    ],
)
def test_only_chat_knows_which_day_is_meant_without_its_year(
    written: str, over: date, ahead: date
) -> None:
    assert day_near(written, MONDAY, ahead=False) == over
    assert day_near(written, MONDAY, ahead=True) == ahead
    assert day_of(written) is None


@pytest.mark.parametrize(
    ("written", "read"), [("2-11-49", 2049), ("2-11-50", None), ("2-1-98", None)]
)
def test_a_year_that_may_be_of_either_century_is_not_guessed_in_a_file(
    written: str, read: int | None
) -> None:
    day = day_of(written)
    assert (day and day.year) == read
