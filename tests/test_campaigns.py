"""Everyone is asked four times a year for an evaluation, by day, on working days, once a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.awake import Awake
from models.calendar import Calendar, days, decreed, local, moment
from models.campaigns import (
    Due,
    Kind,
    daily_prompt_at,
    evaluation_prompts,
    may_go,
    superior_summary_at,
)
from models.quarter import Quarter
from models.schedule import WINDOW_DAYS
from models.window import earliest_day, evaluation_window
from tests.planned import OWN

CALENDAR = decreed()
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
WIB = "Asia/Jakarta"
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
LEAVES = st.lists(st.tuples(st.dates(FIRST, date(2027, 7, 1)), st.integers(1, 100)), max_size=3)
NIGHT = datetime(2026, 3, 2, 14, tzinfo=UTC)  # 21:00 in Jakarta


def absent(leaves: list[tuple[date, int]]) -> frozenset[date]:
    return frozenset(
        day for first, length in leaves for day in days(first, first + timedelta(days=length - 1))
    )


def openings(dues: tuple[Due, ...]) -> Counter[int]:
    return Counter(due.day.year for due in dues if due.kind == "open")


def check_peace(
    dues: tuple[Due, ...], zone: str, calendar: Calendar, away: frozenset[date]
) -> None:
    """No night, no day off, no leave; the local day is the day of the key; one a day."""
    for due in dues:
        assert due.at.tzinfo is UTC
        assert not Awake().is_quiet(due.at, zone), due
        assert local(due.at, zone).date() == due.day, due
        assert calendar.is_working_day(due.day), due
        assert due.day not in away, due
        assert due.day <= due.until, due
    assert len({due.day for due in dues}) == len(dues)
    assert len({(due.campaign, due.kind) for due in dues}) == len(dues)


# -- two simulated years


@pytest.mark.parametrize("zone", ZONES)
def test_two_years_have_exactly_four_evaluations_each(zone: str) -> None:
    dues = OWN.falling(FIRST, LAST, CALENDAR, zone)
    assert openings(dues) == {2026: 4, 2027: 4}
    assert [due.day for due in dues if due.kind == "open"] == [
        date(2026, 1, 2),
        date(2026, 4, 1),
        date(2026, 7, 1),
        date(2026, 10, 1),
        date(2027, 1, 4),
        date(2027, 4, 1),
        date(2027, 7, 1),
        date(2027, 10, 1),
    ]
    check_peace(dues, zone, CALENDAR, frozenset())
    assert not any(due.without_decree for due in dues)


@pytest.mark.parametrize("zone", ZONES)
def test_every_working_day_has_one_prompt_and_other_days_none(zone: str) -> None:
    dues = OWN.falling(FIRST, LAST, CALENDAR, zone)
    assert tuple(due.day for due in dues) == CALENDAR.working_days(FIRST, LAST)
    kinds = Counter(due.kind for due in dues)
    assert kinds == {"open": 8, "half": 8, "last": 8, "log": 240 + 242 - 24}


@settings(max_examples=25, deadline=None)
@given(LEAVES, st.sampled_from(ZONES))
@example([(date(2026, 3, 12), 100), (date(2026, 6, 22), 100)], "Asia/Jakarta")
def test_whatever_the_leave_four_evaluations_open_and_peace_is_kept(
    leaves: list[tuple[date, int]], zone: str
) -> None:
    away = absent(leaves)
    dues = OWN.falling(FIRST, LAST, CALENDAR, zone, away=away)
    opened = [due.campaign for due in dues if due.kind == "open"]
    assert opened == [
        f"evaluation.{key}"
        for key in (
            "2025-Q4",
            *(f"2026-Q{n}" for n in (1, 2, 3, 4)),
            *(f"2027-Q{n}" for n in (1, 2, 3)),
        )
    ]
    check_peace(dues, zone, CALENDAR, away)
    reminders = Counter(due.campaign for due in dues if due.kind in ("half", "last"))
    assert max(reminders.values()) <= 2


@settings(max_examples=25, deadline=None)
@given(st.dates(FIRST, date(2027, 11, 1)), st.integers(0, 60), LEAVES)
def test_a_plan_of_part_of_the_time_is_that_part_of_the_plan(
    first: date, more: int, leaves: list[tuple[date, int]]
) -> None:
    last, away = first + timedelta(days=more), absent(leaves)
    whole = OWN.falling(FIRST, LAST, CALENDAR, WIB, away=away)
    part = OWN.falling(first, last, CALENDAR, WIB, away=away)
    assert part == tuple(due for due in whole if first <= due.day <= last)


@pytest.mark.parametrize("zone", ZONES)
def test_a_superior_hears_once_each_working_day_of_two_years(zone: str) -> None:
    found = [superior_summary_at(day, CALENDAR, zone) for day in days(FIRST, LAST)]
    dues = tuple(due for due in found if due)
    assert tuple(due.day for due in dues) == CALENDAR.working_days(FIRST, LAST)
    check_peace(dues, zone, CALENDAR, frozenset())


# -- the evaluation's window


def test_the_window_has_ten_working_days_from_the_first_one_after_the_quarter() -> None:
    window = evaluation_window(Quarter(2026, 1), CALENDAR)
    assert (window.first, window.last) == (date(2026, 4, 1), date(2026, 4, 15))
    assert len(window.days) == WINDOW_DAYS == 10
    assert not window.without_decree


def test_one_is_reminded_at_half_time_and_on_the_last_day_but_one() -> None:
    dues = evaluation_prompts(Quarter(2026, 1), CALENDAR, WIB)
    assert [(due.kind, due.day) for due in dues] == [
        ("open", date(2026, 4, 1)),
        ("half", date(2026, 4, 9)),
        ("last", date(2026, 4, 14)),
    ]
    assert {due.campaign for due in dues} == {"evaluation.2026-Q1"}
    assert {due.quarter for due in dues} == {Quarter(2026, 1)}
    assert dues[0].at == datetime(2026, 4, 1, 2, tzinfo=UTC)


def test_leave_does_not_use_the_window_up() -> None:
    away = frozenset(days(date(2026, 4, 1), date(2026, 4, 30)))
    window = evaluation_window(Quarter(2026, 1), CALENDAR, away=away)
    assert window.first == date(2026, 5, 4)
    assert len(window.days) == WINDOW_DAYS


def test_after_a_leave_of_a_whole_quarter_two_evaluations_open_one_after_the_other() -> None:
    away = frozenset(days(date(2026, 1, 1), date(2026, 6, 30)))
    first_days = [
        evaluation_window(quarter, CALENDAR, away=away).first
        for quarter in (Quarter(2025, 4), Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3))
    ]
    assert first_days == [
        date(2026, 7, 1),
        date(2026, 7, 2),
        date(2026, 7, 3),
        date(2026, 10, 1),
    ]


def test_the_window_in_a_year_without_a_decree_opens_and_says_so() -> None:
    window = evaluation_window(Quarter(2027, 4), CALENDAR)
    assert (window.first, window.last) == (date(2028, 1, 3), date(2028, 1, 14))
    assert window.without_decree
    assert all(due.without_decree for due in evaluation_prompts(Quarter(2027, 4), CALENDAR, WIB))
    daily = daily_prompt_at(date(2028, 1, 18), CALENDAR, WIB)
    assert daily is not None
    assert daily.without_decree
    assert daily_prompt_at(date(2028, 8, 17), CALENDAR, WIB) is None


def test_the_last_quarter_can_be_logged_until_its_window_is_over() -> None:
    assert earliest_day(date(2026, 4, 15), CALENDAR) == date(2026, 1, 1)
    assert earliest_day(date(2026, 4, 16), CALENDAR) == date(2026, 4, 1)
    assert earliest_day(date(2026, 6, 30), CALENDAR) == date(2026, 4, 1)
    assert earliest_day(date(2028, 1, 3), CALENDAR) == date(2027, 10, 1)


def test_who_comes_back_from_a_long_leave_may_still_log_what_was_before_it() -> None:
    away = frozenset(days(date(2025, 12, 20), date(2026, 3, 31)))
    assert earliest_day(date(2026, 4, 1), CALENDAR, away=away) == date(2025, 10, 1)


# -- the day


@pytest.mark.parametrize(("zone", "hour"), [(ZONES[0], 9), (ZONES[1], 8), (ZONES[2], 7)])
def test_the_prompt_to_log_comes_at_four_by_the_clock_of_the_unit(zone: str, hour: int) -> None:
    due = daily_prompt_at(date(2026, 3, 2), CALENDAR, zone)
    assert due == Due(
        "daily.2026-03-02",
        "log",
        date(2026, 3, 2),
        datetime(2026, 3, 2, hour, tzinfo=UTC),
        date(2026, 3, 2),
    )


@pytest.mark.parametrize("day", [date(2026, 3, 7), date(2026, 3, 19), date(2026, 3, 20)])
def test_weekends_holidays_and_joint_leave_are_left_in_peace(day: date) -> None:
    for campaign in (daily_prompt_at, superior_summary_at):
        assert campaign(day, CALENDAR, WIB) is None
        local_holiday = replace(CALENDAR, extra_holidays=frozenset({date(2026, 3, 2)}))
        assert campaign(date(2026, 3, 2), local_holiday, WIB) is None
        assert campaign(date(2026, 3, 2), CALENDAR, WIB, away=frozenset({date(2026, 3, 2)})) is None


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 3, 2), "long"),  # a Monday
        (date(2026, 3, 3), "short"),
        (date(2026, 2, 18), "long"),  # Monday and Tuesday were off
        (date(2026, 2, 19), "short"),
        (date(2026, 4, 16), "quarter"),  # the evaluation closed the day before
        (date(2026, 4, 17), "short"),
        (date(2026, 1, 2), "short"),  # its week began in 2025
    ],
)
def test_the_superiors_message_is_longer_once_a_week_and_once_a_quarter(
    day: date, kind: Kind
) -> None:
    due = superior_summary_at(day, CALENDAR, WIB)
    assert due is not None
    assert (due.kind, due.campaign) == (kind, f"summary.{day}")


def test_a_superior_who_was_away_on_monday_gets_the_long_message_on_tuesday() -> None:
    due = superior_summary_at(date(2026, 3, 3), CALENDAR, WIB, away=frozenset({date(2026, 3, 2)}))
    assert due is not None
    assert due.kind == "long"


def test_two_years_have_eight_quarterly_messages() -> None:
    found = [superior_summary_at(day, CALENDAR, WIB) for day in days(FIRST, LAST)]
    assert Counter(due.kind for due in found if due)["quarter"] == 8


def test_an_evaluation_goes_before_the_log_and_the_opening_before_a_reminder() -> None:
    log = daily_prompt_at(date(2026, 3, 2), CALENDAR, WIB)
    assert log is not None
    same_day = [replace(log, kind=kind) for kind in ("log", "half", "last", "open")]
    assert [due.kind for due in OWN.one_a_day(same_day)] == ["open"]
    assert [due.kind for due in sorted(same_day, key=OWN.order)] == ["open", "last", "half", "log"]


# -- a late planner


def test_a_prompt_goes_out_when_due_and_not_before_nor_at_night_nor_the_day_after() -> None:
    due = daily_prompt_at(date(2026, 3, 2), CALENDAR, WIB)
    assert due is not None
    going = {
        now: may_go(due, now, CALENDAR, WIB)
        for now in (
            due.at - timedelta(seconds=1),
            due.at,
            due.at + timedelta(hours=3, minutes=59),
            NIGHT,
            due.at + timedelta(days=1),
        )
    }
    assert list(going.values()) == [False, True, True, False, False]


def test_a_missed_opening_goes_out_on_any_later_working_day_of_the_window() -> None:
    opening, half, _ = evaluation_prompts(Quarter(2026, 1), CALENDAR, WIB)

    def goes(due: Due, day: date, *, away: frozenset[date] = frozenset()) -> bool:
        return may_go(due, moment(day, time(10), WIB), CALENDAR, WIB, away=away)

    assert goes(opening, date(2026, 4, 15))
    assert not goes(opening, date(2026, 4, 16))
    assert not goes(opening, date(2026, 4, 3))  # a holiday
    assert not goes(opening, date(2026, 4, 6), away=frozenset({date(2026, 4, 6)}))
    assert goes(half, date(2026, 4, 13))
    assert not goes(half, date(2026, 4, 14))  # the last reminder's day
