"""A nip is read as people write it, refused with its reason, and shown without its secrets."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.nip import CONTRACT_CODES, Nip, NotNip, masked, normalised, parse

EXAMPLES = Path(__file__).parent / "published" / "nip_examples.csv"
PNS = "198103142008011003"


def examples(verdict: str) -> list[dict[str, str]]:
    with EXAMPLES.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["verdict"].startswith(verdict)]


def why(written: str) -> str:
    with pytest.raises(NotNip) as refused:
        parse(written)
    return refused.value.why.id


@pytest.mark.parametrize("row", examples("valid"), ids=lambda row: row["nip"])
def test_every_valid_example_is_read(row: dict[str, str]) -> None:
    found = parse(row["nip"])
    assert found.digits == "".join(c for c in row["nip"] if c.isdigit())
    assert (found.contract is not None) == row["verdict"].startswith("valid PPPK")


REASONS = {
    "199602302022041001": "nip-no-such-date",
    "199608182022043001": "nip-sex",
    "199608182022001001": "nip-month",
    "199608182022131001": "nip-month",
    "201508182022041001": "nip-age",
    "19960818202204100": "nip-too-short",
    "150307928": "nip-old-nine-digits",
}


@pytest.mark.parametrize("row", examples("invalid"), ids=lambda row: row["nip"])
def test_every_invalid_example_is_refused_with_its_reason(row: dict[str, str]) -> None:
    assert why(row["nip"]) == REASONS[row["nip"]]


def test_a_nip_tells_birth_appointment_sex_and_sequence() -> None:
    assert parse(PNS) == Nip(PNS, date(1981, 3, 14), 2008, 1, None, "male", 3)
    pppk = parse("199506052023211012")
    assert (pppk.year, pppk.month, pppk.contract, pppk.sex) == (2023, None, 21, "male")
    assert parse("199211302019022007").sex == "female"


@pytest.mark.parametrize(
    "written",
    ["19810314 200801 1 003", "19810314.200801.1.003", "19810314-200801–1—003", f"\t{PNS}\u00a0\n"],
)
def test_spaces_dots_and_dashes_do_not_matter(written: str) -> None:
    assert normalised(written) == PNS
    assert parse(written).digits == PNS


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "nip-empty"),
        (" - ", "nip-empty"),
        ("budi", "nip-not-digits"),
        ("19810314200801100O", "nip-not-digits"),
        ("١٩٨١٠٣١٤٢٠٠٨٠١١٠٠٣", "nip-not-digits"),
        ("1981031420080110030", "nip-too-long"),
        ("198103142008011000", "nip-sequence"),
        ("1.98103142008011E+17", "nip-spreadsheet"),
        ("1,98103E+17", "nip-spreadsheet"),
        ("198103142008191003", "nip-month"),
        ("198103142008401003", "nip-month"),
        ("198103142008010003", "nip-sex"),
        ("000003142008011003", "nip-no-such-date"),
        ("198103141980011003", "nip-age"),  # appointed before birth
        ("190003142008011003", "nip-age"),
    ],
)
def test_each_slip_has_a_reason_of_its_own(written: str, reason: str) -> None:
    assert why(written) == reason


def test_the_age_counts_whole_years_in_the_month_of_appointment() -> None:
    assert parse("200003142016031001").year == 2016
    assert why("200003142016021001") == "nip-age"


def test_every_contract_code_is_accepted() -> None:
    assert {parse(f"198103142008{code}1003").contract for code in range(20, 40)} == set(
        CONTRACT_CODES
    )


def test_a_masked_nip_tells_neither_birth_date_nor_sex() -> None:
    assert masked(PNS) == "1981***********003"
    assert masked("150307928") == "*" * 9
    assert masked("") == ""


def test_a_nip_in_a_log_is_masked() -> None:
    for shown in (str(parse(PNS)), repr(parse(PNS)), f"{[parse(PNS)]}"):
        assert "1981***********003" in shown
        assert "0314" not in shown


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{18}", fullmatch=True))
def test_whatever_is_written_is_a_nip_or_has_a_reason(written: str) -> None:
    try:
        found = parse(written)
    except NotNip as refused:
        assert refused.why.id.startswith("nip-")  # noqa: PT017
    else:
        assert found.digits == normalised(written)
        assert len(found.digits) == 18
