"""An entry knows its time, its receipt, and whether it came late; overlaps are only a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendar import decreed
from models.dice import SYSTEM
from models.refused import Refused
from models.services import CODE_LETTERS, as_code
from models.work import (
    Entry,
    State,
    as_receipt,
    check_day,
    is_late,
    last_day_in_time,
    new_receipt,
    overlaps,
)

CALENDAR = decreed()
FRIDAY, MONDAY, TUESDAY = date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 10)
ENTRY = Entry(1, "TLK-ABC234", 7, FRIDAY, FRIDAY, "Verifikasi berkas")
HOURS = st.times().map(lambda t: t.replace(microsecond=0))


def at(number: int, starts: int, ends: int, *, state: State = "sent", person: int = 7) -> Entry:
    return replace(
        ENTRY, id=number, person_id=person, starts=time(starts), ends=time(ends), state=state
    )


def minutes(entry: Entry) -> int:
    assert entry.span is not None
    began, ended = entry.span
    return (ended - began) // timedelta(minutes=1)


def test_minutes_run_from_start_to_end() -> None:
    assert minutes(at(1, 8, 10)) == 120
    assert ENTRY.span is None
    assert replace(ENTRY, starts=time(8)).span is None


def test_work_may_go_past_midnight() -> None:
    assert minutes(at(1, 22, 6)) == 480


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="such a quantity"):
        replace(ENTRY, quantity=Decimal(-1))
    with pytest.raises(ValueError, match="such a quantity"):
        replace(ENTRY, quantity=Decimal("NaN"))
    with pytest.raises(ValueError, match="cannot be written"):
        replace(ENTRY, day=MONDAY)
    with pytest.raises(ValueError, match="some time"):
        at(1, 8, 8)


def test_an_entry_is_in_time_on_its_day_and_the_next_working_day() -> None:
    assert last_day_in_time(FRIDAY, CALENDAR) == MONDAY
    late = {
        day: is_late(replace(ENTRY, entered_on=day), CALENDAR) for day in (FRIDAY, MONDAY, TUESDAY)
    }
    assert late == {FRIDAY: False, MONDAY: False, TUESDAY: True}
    assert replace(ENTRY, entered_on=MONDAY).is_entered_afterwards
    assert not ENTRY.is_entered_afterwards


def test_leave_and_outages_give_more_time() -> None:
    assert last_day_in_time(FRIDAY, CALENDAR, off=frozenset({MONDAY})) == TUESDAY
    assert not is_late(replace(ENTRY, entered_on=TUESDAY), CALENDAR, off=frozenset({MONDAY}))


def test_the_last_working_day_before_a_year_without_a_decree_has_its_time_too() -> None:
    assert last_day_in_time(date(2027, 12, 31), CALENDAR) == date(2028, 1, 3)


def test_nobody_is_late_in_a_year_whose_holidays_are_not_known() -> None:
    """26 January 2028 is Chinese New Year: no decree has said so yet."""
    before = replace(ENTRY, day=date(2028, 1, 25), entered_on=date(2028, 1, 27))
    assert not is_late(before, CALENDAR)


@pytest.mark.parametrize(
    ("day", "why"),
    [(TUESDAY, "entry-day-future"), (date(2025, 12, 31), "entry-day-closed")],
)
def test_days_to_come_and_days_long_gone_are_refused(day: date, why: str) -> None:
    with pytest.raises(Refused) as refused:
        check_day(day, today=MONDAY, earliest=date(2026, 1, 1))
    assert refused.value.why.id == why
    assert refused.value.why.facts["day"] == day


def test_today_and_the_earliest_day_are_open() -> None:
    check_day(MONDAY, today=MONDAY, earliest=FRIDAY)
    check_day(FRIDAY, today=MONDAY, earliest=FRIDAY)


def test_overlapping_times_are_found_in_order() -> None:
    morning, late_morning, all_day = at(1, 8, 10), at(2, 9, 11), at(3, 7, 16)
    pairs = overlaps([morning, late_morning, all_day])
    assert [(a.id, b.id) for a, b in pairs] == [(3, 1), (3, 2), (1, 2)]


def test_what_only_touches_does_not_overlap() -> None:
    assert overlaps([at(1, 8, 10), at(2, 10, 12)]) == []


def test_withdrawn_timeless_and_other_peoples_entries_do_not_overlap() -> None:
    others = [at(2, 9, 11, state="withdrawn"), at(3, 9, 11, person=8), ENTRY]
    assert overlaps([at(1, 8, 10), *others]) == []


def test_a_night_overlaps_with_the_next_morning() -> None:
    morning = replace(at(2, 5, 7), day=MONDAY, entered_on=MONDAY)
    night = replace(at(1, 22, 6), day=date(2026, 3, 8), entered_on=MONDAY)
    assert overlaps([morning, night]) == [(night, morning)]


@given(st.lists(st.tuples(HOURS, HOURS).filter(lambda pair: pair[0] != pair[1]), max_size=6))
def test_overlaps_do_not_depend_on_the_order(times: list[tuple[time, time]]) -> None:
    entries = [replace(ENTRY, id=n, starts=a, ends=b) for n, (a, b) in enumerate(times)]
    assert overlaps(entries) == overlaps(reversed(entries))


def test_a_receipt_is_read_as_people_type_it() -> None:
    receipt = new_receipt(SYSTEM)
    assert receipt.startswith("TLK-")
    assert set(receipt[4:]) <= set(CODE_LETTERS)
    for typed in (receipt, receipt.lower(), receipt[4:], f" {receipt.replace('-', ' ')} "):
        assert as_receipt(typed) == receipt


def test_receipts_do_not_repeat() -> None:
    assert len({new_receipt(SYSTEM) for _ in range(300)}) == 300


@pytest.mark.parametrize("typed", ["", "TLK-", "TLK-ABC23", "TLK-ABC2345", "ABC23O", "halo"])
def test_what_is_no_receipt_is_none(typed: str) -> None:
    assert as_receipt(typed) is None


def test_a_receipt_is_never_taken_for_a_counters_code() -> None:
    assert as_code(new_receipt(SYSTEM)) is None
    assert as_code(new_receipt(SYSTEM)[4:]) is None
