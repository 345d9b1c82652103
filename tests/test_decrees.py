"""The packaged decrees carry their number where it is known, and a new year is checked whole."""

from __future__ import annotations

from datetime import date

import pytest

from models.decrees import (
    FIXED,
    JOINT,
    NATIONAL,
    YEARS,
    DecreedDay,
    checked_year,
    packaged,
    packaged_decrees,
)
from models.refused import Refused

WHOLE = [DecreedDay(date(2028, *fixed), NATIONAL, "Libur") for fixed in sorted(FIXED)]


def test_every_packaged_year_has_its_decree_and_its_days() -> None:
    assert set(packaged_decrees()) == set(YEARS)
    for year in YEARS:
        assert checked_year(packaged(year))[0] == year
    assert packaged(2025) == ()


def test_a_number_that_is_not_known_for_sure_is_not_printed() -> None:
    known, unknown = (packaged_decrees()[year] for year in YEARS)
    assert known.number == "1497 Tahun 2025, 2 Tahun 2025, dan 5 Tahun 2025"
    assert (known.told.id, unknown.told.id) == ("decree-numbered", "decree-without-number")
    assert unknown.number is None


def test_a_whole_year_comes_in_its_order() -> None:
    eve = DecreedDay(date(2028, 12, 24), JOINT, "Cuti bersama Natal")
    year, days = checked_year([eve, *WHOLE])
    assert year == 2028
    assert [one.day for one in days] == sorted(one.day for one in days)


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ([], "decree-years"),
        ([*WHOLE, DecreedDay(date(2029, 1, 2), JOINT, "x")], "decree-years"),
        ([*WHOLE, DecreedDay(date(2028, 1, 1), JOINT, "x")], "decree-twice"),
        (WHOLE[1:], "decree-lacks"),
        ([DecreedDay(WHOLE[0].day, JOINT, "x"), *WHOLE[1:]], "decree-lacks"),
    ],
)
def test_what_is_no_whole_year_is_refused(days: list[DecreedDay], why: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_year(days)
    assert refused.value.why.id == why
