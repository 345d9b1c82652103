"""Spans: what a list says is laid over what is known, and changes no other day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.store.people.date_ranges import DateRange, cut, laid

START = date(2026, 1, 1)
DAYS = [START + timedelta(days=n) for n in range(40)]
LAST = st.one_of(st.none(), st.integers(0, 12))


@st.composite
def spans(draw: st.DrawFn) -> DateRange:
    first = draw(st.sampled_from(DAYS[:30]))
    length = draw(LAST)
    last = None if length is None else first + timedelta(days=length)
    return DateRange(first, last, (draw(st.sampled_from("abc")),))


def on(several: Sequence[DateRange], day: date) -> list[str]:
    return [span.what[0] for span in several if span.first <= day <= span.ends]


@given(st.lists(spans(), max_size=8))
def test_of_each_day_the_last_word_counts_and_there_is_one(several: list[DateRange]) -> None:
    known: list[DateRange] = []
    for span in several:
        known = laid(known, span)
    for day in DAYS:
        said = [span.what[0] for span in several if span.first <= day <= span.ends]
        assert on(known, day) == said[-1:]
    assert known == sorted(known, key=lambda span: span.first)


@given(st.lists(spans(), max_size=6), spans())
def test_what_is_cut_out_is_gone_and_nothing_else(
    several: list[DateRange], hole: DateRange
) -> None:
    known: list[DateRange] = []
    for span in several:
        known = laid(known, span)
    left = cut(known, hole.first, hole.last)
    for day in DAYS:
        gone = hole.first <= day <= hole.ends
        assert on(left, day) == ([] if gone else on(known, day))


def test_what_goes_on_is_one_span() -> None:
    first = DateRange(START, START + timedelta(days=4), ("a",))
    rest = DateRange(START + timedelta(days=5), None, ("a",))
    assert laid([first], rest) == [DateRange(START, None, ("a",))]
