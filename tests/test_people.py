"""People and places: the small rules that need no store."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dice import SYSTEM
from models.figures import CAUSES_ENOUGH, Figures, Product, cells_of, figures
from models.instruments import instrument
from models.masking import masked
from models.people import Address
from models.quarter import Quarter
from models.ratings import DAILY, numbered, rater_token
from models.scores import OVERALL, DailyIndex
from models.services import CODE_LENGTH, CODE_LETTERS, as_code, new_code

QUARTER = Quarter(2026, 4)


@pytest.mark.parametrize(
    ("chosen", "phone", "spoken"),
    [
        (None, None, "id"),
        (None, "id", "id"),
        (None, "en", "en"),
        ("id", "en", "id"),
        ("en", "id", "en"),
        (None, "jv", "id"),
        (None, "ms", "id"),
        (None, "de", "en"),
        ("xx", "de", "en"),
    ],
)
def test_people_are_spoken_to_in_what_they_chose_else_in_what_their_phone_speaks(
    chosen: str | None, phone: str | None, spoken: str
) -> None:
    assert Address(1, "telegram", "1", chosen, phone).tongue == spoken


def test_a_fresh_code_can_be_typed_back() -> None:
    for code in (new_code(SYSTEM) for _ in range(50)):
        assert len(code) == CODE_LENGTH
        assert as_code(code) == as_code(f" {code[:2].lower()}-{code[2:]} ") == code


@pytest.mark.parametrize("text", ["", "ABCD", "ABCDEF", "ABCDO", "AB1DE", "Äbcde", "nilai", "🙂"])
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert as_code(text) is None


@given(st.text(max_size=20))
def test_whatever_is_typed_a_code_is_made_of_its_letters_only(text: str) -> None:
    code = as_code(text)
    assert code is None or (len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS))


@pytest.mark.parametrize(
    "number",
    [
        "081234567890",
        "+62 812-3456-7890",
        "3303012345678901",
        "3303.0123.4567.8901",
        "021 5551 2345",
    ],
)
def test_long_numbers_are_hidden_before_a_text_is_stored(number: str) -> None:
    hidden = masked(f"Hubungi {number} ya")
    assert not any(c.isdigit() for c in hidden)
    assert len(hidden) == len(f"Hubungi {number} ya")


@pytest.mark.parametrize("text", ["Antre 2 jam", "pukul 08.30", "12.000", "Loket 3", "2026-11-23"])
def test_short_numbers_stay(text: str) -> None:
    assert masked(text) == text


def test_a_raters_token_is_another_one_for_every_day_service_and_survey() -> None:
    def token(key: bytes = b"k", **other: object) -> str:
        whose = {"rater": "chat 1", "service_id": 3, "instrument": DAILY}
        return rater_token(key, **{**whose, **other})  # type: ignore[arg-type]

    others = [
        token(b"l"),
        token(rater="person 1"),
        token(rater="chat 2"),
        token(service_id=4),
        token(instrument="skm-2017"),
    ]
    assert token() == token()
    assert len({token(), *others}) == 6
    assert len(token()) == 64


def test_a_cause_is_counted_by_its_number_and_a_bare_element_by_nought() -> None:
    first = instrument().causes["waktu"][0]
    assert numbered(f"waktu.{first.key}") == ("waktu", first.number)
    assert numbered("waktu") == ("waktu", 0)
    assert numbered("waktu.sudah-tidak-ada") == ("waktu", 0)


def test_equal_cells_add_up() -> None:
    rows = [(DAILY, "waktu", 3, 2), (DAILY, "waktu", 3, 5), (DAILY, "biaya", 1, 1)]
    assert cells_of(rows) == {DAILY: {"waktu": {3: 7}, "biaya": {1: 1}}}


def test_a_cause_is_named_only_when_enough_have_named_one() -> None:
    def cause(*named: tuple[int, int]) -> tuple[int, int, int] | None:
        rows = [("causes", "waktu", number, count) for number, count in named]
        return figures(cells_of(rows), instrument(), QUARTER).cause_of("waktu", "daily")

    assert cause((1, CAUSES_ENOUGH - 1)) is None
    assert cause((0, 50), (1, CAUSES_ENOUGH - 1)) is None
    assert cause((1, CAUSES_ENOUGH)) == (1, CAUSES_ENOUGH, CAUSES_ENOUGH)
    assert cause((1, 3), (2, 4)) == (2, 4, 7)
    assert cause((2, 3), (1, 3)) == (1, 3, 6)


def test_without_any_answers_there_are_no_elements() -> None:
    empty = figures({}, instrument(), QUARTER)
    for product in get_args(Product):
        assert empty.elements(product) == ()
        assert empty.lowest(product) == ()
        assert empty.cause_of("waktu", product) is None


def test_verified_and_open_ratings_are_never_one_figure_and_what_leads_has_enough() -> None:
    def of(verified: int) -> Figures:
        rows = [("daily", OVERALL, 2, 40), ("verified", OVERALL, 4, verified)]
        rows += [("causes", "waktu", 1, 9), ("causes.verified", "waktu", 2, 6)]
        return figures(cells_of(rows), instrument(), QUARTER)

    few, enough = of(29), of(30)
    assert (few.leads, few.beside) == ("daily", ("verified",))
    assert few.whole("daily") == enough.whole("daily"), "codes move no open figure"
    assert (enough.leads, enough.beside) == ("verified", ("daily",))
    index = enough.whole("verified")
    assert isinstance(index, DailyIndex)
    assert (index.index, index.n) == (Decimal("100.00"), 30)
    assert enough.cause_of("waktu", "daily") == (1, 9, 9)
    assert enough.cause_of("waktu", "verified") == (2, 6, 6)
