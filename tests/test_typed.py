"""Numbers, days and hours as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import catalogue
from handlers.engine.question import NotUnderstood
from handlers.engine.said import Chosen, Located, Typed
from handlers.words.days import Day, Hours, day_words, hours_words
from handlers.words.numbers import Amount, Quantity
from models.letters import Text, Verbatim, Words

MONDAY = date(2026, 11, 23)


def spelled(words: Words) -> str:
    return catalogue().plain("id", words)


AMOUNT = Amount("log-amount", usual=[Quantity(Decimal(12), "berkas")])


@pytest.mark.parametrize(
    ("typed", "number", "measure"),
    [
        ("12", "12", None),
        (" 0 ", "0", None),
        ("12,5", "12.5", None),
        ("12.5", "12.5", None),
        ("1.200", "1200", None),
        ("1.200.000,25 rupiah", "1200000.25", "rupiah"),
        ("3   berkas KK", "3", "berkas KK"),
    ],
)
def test_a_number_is_read_as_indonesians_write_it(
    typed: str, number: str, measure: str | None
) -> None:
    read = AMOUNT.read(Typed(typed), spelled)
    assert (read.number, read.measure) == (Decimal(number), measure)


@pytest.mark.parametrize("typed", ["dua belas", "-3", "1.20.0", "12,3456", "9999999999", "", "1 2"])
def test_what_is_no_number_gets_a_hint(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="hint-amount"):
        AMOUNT.read(Typed(typed), spelled)


def test_a_usual_number_is_one_tap() -> None:
    assert AMOUNT.read(Chosen("n0"), spelled) == Quantity(Decimal(12), "berkas")
    assert AMOUNT.told(Quantity(Decimal("2.5"))) == Verbatim("2,5")
    for key in ("n1", "x"):
        with pytest.raises(NotUnderstood):
            AMOUNT.read(Chosen(key), spelled)
    with pytest.raises(NotUnderstood):
        AMOUNT.fits("12")
    with pytest.raises(NotUnderstood):
        AMOUNT.read(Located(1, 2), spelled)


@given(st.decimals(0, 999_999_999, places=3), st.none() | st.just("berkas"))
def test_what_was_read_is_kept_exactly(number: Decimal, measure: str | None) -> None:
    quantity = Quantity(number, measure)
    assert AMOUNT.fits(AMOUNT.kept(quantity)) == quantity


@given(st.text(max_size=40))
def test_no_words_break_a_number_a_day_or_hours(typed: str) -> None:
    for question in (AMOUNT, day(), Hours("log-hours")):
        with suppress(NotUnderstood):
            assert question.read(Typed(typed), spelled) is not None  # type: ignore[attr-defined]


def day(*, ahead: bool = False) -> Day:
    return Day(
        "log-day",
        today=MONDAY,
        earliest=date(2026, 7, 1),
        latest=date(2027, 12, 31) if ahead else MONDAY,
        offered=[MONDAY, date(2026, 11, 20)],
        too_early=Text("leave-too-early", {"earliest": MONDAY}),
        too_late=Text("leave-too-late"),
        ahead=ahead,
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hari ini", MONDAY),
        ("Kemarin", date(2026, 11, 22)),
        ("senin", MONDAY),
        ("Jumat", date(2026, 11, 20)),
        ("tuesday", date(2026, 11, 17)),
        ("20/11", date(2026, 11, 20)),
        ("20-11-26", date(2026, 11, 20)),
        ("2026-11-20", date(2026, 11, 20)),
        ("20 November 2026", date(2026, 11, 20)),
        ("1 agustus", date(2026, 8, 1)),
        ("1 agt", date(2026, 8, 1)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, read: date) -> None:
    assert day().read(Typed(typed), spelled) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("besok", date(2026, 11, 24)), ("selasa", date(2026, 11, 24)), ("4/1", date(2027, 1, 4))],
)
def test_a_day_to_come_is_the_next_of_its_name(typed: str, read: date) -> None:
    assert day(ahead=True).read(Typed(typed), spelled) == read


@pytest.mark.parametrize("typed", ["besok lusa", "32/11", "2026-13-01", "30 februari", "ja", "1"])
def test_what_is_no_day_gets_a_hint(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="hint-day"):
        day().read(Typed(typed), spelled)
    with pytest.raises(NotUnderstood, match="hint-day"):
        day().read(Located(1, 2), spelled)


def test_a_day_outside_is_told_why() -> None:
    with pytest.raises(NotUnderstood) as early:
        day().read(Typed("30 juni 2026"), spelled)
    assert early.value.hint.facts["day"] == date(2026, 6, 30)
    with pytest.raises(NotUnderstood, match="leave-too-late"):
        day().read(Typed("24/11/2026"), spelled)


def test_a_kept_day_still_fits_or_is_asked_again() -> None:
    assert day().fits(day().kept(MONDAY)) == MONDAY
    assert day().told(MONDAY) == day_words(MONDAY, MONDAY)
    for kept in (None, "x", 3):
        with pytest.raises(NotUnderstood):
            day().fits(kept)


@pytest.mark.parametrize(
    "typed",
    [
        *("08.00-10.30", "8:00 - 10:30", "8 sampai 10.30", "8 s/d 10.30", "8 to 10.30"),
        *("08.00 s.d. 10.30 WIB", "pukul 8 WITA sampai dengan pukul 10.30 WITA"),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str) -> None:
    hours = Hours("log-hours")
    read = hours.read(Typed(typed), spelled)
    assert read == (time(8), time(10, 30))
    assert hours.fits(hours.kept(read)) == read
    assert hours.told(read) == Verbatim(hours_words(read)) == Verbatim("08.00–10.30")
    night = hours.read(Typed("22.00 s.d. 06.00 WIB"), spelled)
    assert night == (time(22), time(6))


@pytest.mark.parametrize("typed", ["8", "25 sampai 26", "8.00-8.00", "8.99-9", "pagi"])
def test_what_are_no_hours_gets_a_hint(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="hint-hours"):
        Hours("log-hours").read(Typed(typed), spelled)


@pytest.mark.parametrize("kept", [None, ["8"], ["a", "b"], 3])
def test_kept_hours_that_do_not_fit_are_asked_again(kept: object) -> None:
    with pytest.raises(NotUnderstood):
        Hours("log-hours").fits(kept)
