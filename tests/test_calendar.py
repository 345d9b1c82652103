"""Working days are those of the decrees, and nobody is prompted at night."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.awake import Awake
from models.calendar import Calendar, NoDecree, days, decreed, drawn, local, moment
from models.schedule import Schedule

CALENDAR = decreed()
DAYS = st.dates(date(2026, 1, 1), date(2027, 11, 30))
SIX = drawn(frozenset(), week=6)
SATURDAY = 5
WEEKS = st.text("01", min_size=7, max_size=7).filter(lambda week: "1" in week)
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


def test_the_five_day_week_has_240_working_days_in_2026_and_242_in_2027() -> None:
    counts = {y: len(CALENDAR.working_days(date(y, 1, 1), date(y, 12, 31))) for y in (2026, 2027)}
    assert counts == {2026: 240, 2027: 242}


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),  # a national holiday
        (date(2026, 1, 2), True),  # a Friday
        (date(2026, 1, 3), False),  # a Saturday
        (date(2026, 1, 4), False),  # a Sunday
        (date(2026, 12, 24), False),  # cuti bersama
        (date(2027, 3, 8), False),
        (date(2027, 3, 16), True),
    ],
)
def test_holidays_joint_leave_and_weekends_are_days_off(day: date, works: bool) -> None:
    assert CALENDAR.is_working_day(day) is works


def adjusted(*, extra: Iterable[date] = (), withdrawn: Iterable[date] = ()) -> Calendar:
    """The calendar with more days off of the unit, and with joint leave that is worked."""
    return replace(
        CALENDAR, extra_holidays=frozenset(extra), withdrawn=frozenset(withdrawn)
    )


def test_a_local_holiday_is_a_day_off_there_and_nowhere_else() -> None:
    day = date(2026, 3, 2)
    assert not adjusted(extra=[day]).is_working_day(day)
    assert CALENDAR.is_working_day(day)


def test_joint_leave_can_be_withdrawn_and_a_national_holiday_cannot() -> None:
    joint, national = date(2026, 12, 24), date(2026, 12, 25)
    assert adjusted(withdrawn=[joint]).is_working_day(joint)
    assert not adjusted(withdrawn=[national]).is_working_day(national)


def test_a_local_holiday_outweighs_a_withdrawn_day() -> None:
    joint = date(2026, 12, 24)
    assert not adjusted(extra=[joint], withdrawn=[joint]).is_working_day(joint)


def test_adjustments_add_up() -> None:
    one, other = date(2026, 3, 2), date(2026, 3, 3)
    calendar = adjusted(extra=[one, other])
    assert calendar.working_days(one, other) == ()


def test_a_deadline_steps_over_idulfitri() -> None:
    assert CALENDAR.next_working_day(date(2026, 3, 17)) == date(2026, 3, 25)
    assert CALENDAR.nth_working_day_after(date(2026, 3, 16), 3) == date(2026, 3, 26)


@pytest.mark.parametrize("n", [0, -1])
def test_working_days_after_a_day_are_counted_from_one(n: int) -> None:
    with pytest.raises(ValueError, match="from 1"):
        CALENDAR.nth_working_day_after(date(2026, 3, 16), n)


def test_no_deadline_is_computed_in_a_year_without_a_decree() -> None:
    with pytest.raises(NoDecree) as refused:
        CALENDAR.nth_working_day_after(date(2027, 12, 30), 2)
    assert (refused.value.year, refused.value.why.id) == (2028, "calendar-no-decree")
    assert refused.value.why.facts == {"year": "2028"}
    for year in (2025, 2028):
        assert not CALENDAR.has_decree(year)
        with pytest.raises(NoDecree, match="no-decree"):
            CALENDAR.is_working_day(date(year, 6, 3))
        with pytest.raises(NoDecree, match="no-decree"):
            CALENDAR.working_days(date(year, 6, 1), date(year, 6, 30))


def test_a_deadline_within_the_last_decreed_year_is_still_computed() -> None:
    assert CALENDAR.next_working_day(date(2027, 12, 30)) == date(2027, 12, 31)


def test_who_presumes_takes_weekdays_and_the_holidays_of_fixed_date() -> None:
    presumed = CALENDAR.presuming()
    assert presumed.next_working_day(date(2027, 12, 31)) == date(2028, 1, 3)
    assert not presumed.is_working_day(date(2028, 8, 17))  # a Thursday
    assert presumed.is_working_day(date(2028, 8, 18))


@given(DAYS)
def test_presuming_changes_nothing_where_there_is_a_decree(day: date) -> None:
    assert CALENDAR.presuming().is_working_day(day) == CALENDAR.is_working_day(day)


@given(DAYS, st.integers(1, 12))
def test_the_nth_working_day_has_n_working_days_up_to_it(day: date, n: int) -> None:
    found = CALENDAR.nth_working_day_after(day, n)
    counted = CALENDAR.working_days(day + timedelta(days=1), found)
    assert len(counted) == n
    assert counted[-1] == found


@given(DAYS, st.integers(-3, 90))
def test_days_are_counted_with_both_ends(first: date, more: int) -> None:
    assert len(list(days(first, first + timedelta(days=more)))) == max(more + 1, 0)


def test_a_calendar_is_a_value() -> None:
    assert isinstance(decreed(), Calendar)
    assert adjusted() == decreed()
    assert decreed() is drawn(frozenset(), week=5, office=decreed().office)
    assert decreed().by(()) is decreed().after(()) is decreed()


# -- six days a week


@given(DAYS)
def test_six_days_a_week_add_the_saturdays_that_are_no_holidays(day: date) -> None:
    saturday = day.weekday() == SATURDAY and not SIX.is_holiday(day)
    assert SIX.is_working_day(day) == (CALENDAR.is_working_day(day) or saturday)


@pytest.mark.parametrize(("year", "saturdays"), [(2026, 51), (2027, 49)])
def test_a_year_of_six_day_weeks(year: int, saturdays: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    more = len(SIX.working_days(first, last)) - len(CALENDAR.working_days(first, last))
    assert more == saturdays


@given(DAYS, st.integers(1, 12))
def test_a_deadline_comes_no_later_where_six_days_are_worked(day: date, n: int) -> None:
    assert SIX.nth_working_day_after(day, n) <= CALENDAR.nth_working_day_after(day, n)


def test_a_week_has_five_days_or_six() -> None:
    with pytest.raises(ValueError, match="5 or 6"):
        replace(CALENDAR, week=7)


# -- days more, days fewer


@given(DAYS, st.integers(1, 12), st.sets(DAYS, max_size=20))
def test_days_off_only_ever_put_a_deadline_off(day: date, n: int, off: set[date]) -> None:
    later = adjusted(extra=off)
    found = later.nth_working_day_after(day, n)
    assert found >= CALENDAR.nth_working_day_after(day, n)
    assert not off & set(later.working_days(day, found))


@given(DAYS, st.sets(st.sampled_from(sorted(CALENDAR.joint_leave))))
def test_only_joint_leave_that_is_withdrawn_becomes_a_working_day(
    day: date, withdrawn: set[date]
) -> None:
    found = adjusted(withdrawn=[*withdrawn, day])
    becomes = found.is_working_day(day) and not CALENDAR.is_working_day(day)
    assert becomes == (day in CALENDAR.joint_leave)


@given(DAYS, st.sets(DAYS, max_size=20))
def test_leave_is_a_day_off_whatever_the_schedule(day: date, away: set[date]) -> None:
    every = Schedule("shift", "1111111", on_holidays=True, first=date(2026, 1, 1))
    assert CALENDAR.by([every]).without(away).is_working_day(day) == (day not in away)


# -- one's own days of the week


@given(DAYS, WEEKS, st.booleans())
def test_a_schedule_says_which_days_are_worked_while_it_holds(
    day: date, week: str, on_holidays: bool
) -> None:
    first, last = date(2026, 6, 1), date(2027, 6, 30)
    own = CALENDAR.by([Schedule("shift", week, on_holidays, first, last)])
    if not first <= day <= last:
        assert own.is_working_day(day) == CALENDAR.is_working_day(day)
        return
    free = CALENDAR.is_holiday(day) and not on_holidays
    assert own.is_working_day(day) == (week[day.weekday()] == "1" and not free)


@pytest.mark.parametrize("week", ["", "0000000", "111110", "11111000", "1111x00"])
def test_a_week_without_a_working_day_is_no_schedule(week: str) -> None:
    with pytest.raises(ValueError, match="seven figures"):
        Schedule("part", week, on_holidays=False, first=date(2026, 1, 1))


def test_a_schedule_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Schedule("part", "1000000", False, date(2026, 1, 2), date(2026, 1, 1))


# -- one calendar after another


@given(DAYS, DAYS)
def test_past_days_are_those_of_the_unit_one_was_in(day: date, moved: date) -> None:
    own = CALENDAR.after([(moved, SIX)])
    there = SIX if day <= moved else CALENDAR
    assert own.is_working_day(day) == there.is_working_day(day)


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Jakarta", 8), ("Asia/Makassar", 9), ("Asia/Jayapura", 10)]
)
def test_a_moment_is_told_by_the_clock_of_the_unit(zone: str, hour: int) -> None:
    now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    assert local(now, zone).time() == time(hour)
    assert moment(date(2026, 3, 2), time(hour), zone) == now


@pytest.mark.parametrize(
    ("hour", "quiet"),
    [
        (time(0), True),
        (time(7, 59, 59), True),
        (time(8), False),
        (time(16), False),
        (time(19, 59, 59), False),
        (time(20), True),
    ],
)
def test_people_are_prompted_from_eight_to_twenty_by_their_own_clock(
    hour: time, quiet: bool
) -> None:
    moments = [(moment(date(2026, 3, 2), hour, zone), zone) for zone in ZONES]
    assert [Awake().is_quiet(at, zone) for at, zone in moments] == [quiet] * 3


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        local(datetime(2026, 3, 2, 8), "Asia/Jakarta")  # noqa: DTZ001
