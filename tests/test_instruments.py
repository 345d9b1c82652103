"""The survey is data, and what is stored by number stays what it was."""

from decimal import Decimal

import pytest

from models.instruments import instrument, numberings

SKM = instrument()
NINE = {
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarpras",
}


def test_the_official_survey_has_nine_elements() -> None:
    assert SKM.key == "skm-2017"
    assert len(SKM.elements) == 9
    assert set(SKM.elements) == NINE


def test_the_printed_number_of_the_last_two_elements_is_a_setting() -> None:
    other = instrument(numbering="pengaduan-last")
    assert numberings() == ("sarpras-last", "pengaduan-last")
    assert (SKM.number("pengaduan"), SKM.number("sarpras")) == (8, 9)
    assert (other.number("pengaduan"), other.number("sarpras")) == (9, 8)
    assert SKM.elements[:7] == other.elements[:7]
    assert set(other.elements) == NINE


def test_an_unknown_numbering_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="sarpras-last, pengaduan-last"):
        instrument(numbering="alphabetical")


@pytest.mark.parametrize(
    ("score", "letter"),
    [
        ("100.00", "A"),
        ("88.31", "A"),
        ("88.30", "B"),
        ("76.61", "B"),
        ("76.60", "C"),
        ("65.00", "C"),
        ("64.99", "D"),
        ("25.00", "D"),
        ("24.75", "D"),
    ],
)
def test_a_score_has_the_letter_of_the_rule(score: str, letter: str) -> None:
    band = SKM.band(Decimal(score))
    assert band.letter == letter
    assert band.key == letter.lower()


def test_every_element_has_a_few_causes_each_with_a_number_of_its_own() -> None:
    assert set(SKM.causes) == NINE
    for causes in SKM.causes.values():
        assert 4 <= len(causes) <= 5
        assert len({cause.number for cause in causes}) == len(causes)
        assert len({cause.key for cause in causes}) == len(causes)
        assert all(cause.key.isascii() for cause in causes)


def test_the_number_of_a_cause_never_changes_since_tallies_are_kept_by_it() -> None:
    kept = {key: [(cause.number, cause.key) for cause in SKM.causes[key]] for key in SKM.elements}
    others = {key: kept[key][-1] for key in kept}
    assert kept["waktu"] == [
        (1, "antrean"),
        (2, "petugas"),
        (3, "sistem"),
        (4, "bolak-balik"),
        (5, "lainnya"),
    ]
    assert set(others.values()) == {(5, "lainnya")}


def test_a_survey_is_read_once() -> None:
    assert instrument() is instrument()
    assert hash(instrument()) != hash(instrument(numbering="pengaduan-last"))
