"""Free words find their way: where, which element, which kind; and they say how sure that is."""

from __future__ import annotations

from functools import cache

import pytest

from models.triage.places import KnownPlaces, Offered, office
from models.triage.proposal import MOST_CHOICES, Proposal, proposed
from tests.wayfinding import turns
from tests.wayfinding.labelled import HERE, labelled, office_of
from tests.wayfinding.measure import Measure, measured


@cache
def town() -> KnownPlaces:
    return office_of(HERE / "office.csv")


def of(file: str) -> Measure:
    return measured(labelled(HERE / file), town())


def read(text: str) -> Proposal:
    return proposed(town(), text)


def test_what_the_rules_were_built_on_finds_its_way() -> None:
    found = of("building.csv") + of("once_unseen.csv")
    assert (found.first, found.after_one_tap) >= (found.count * 0.97, found.count * 0.99)
    assert found.weighty_found == found.weighty
    assert found.sure_and_wrong == 0


def test_each_part_of_it_is_found_by_what_was_learned_from_the_others() -> None:
    rates = turns.last()
    assert rates["of"] == turns.fingerprint(), "changed: run tests.wayfinding.learn, then with 6"
    assert rates["first"] >= 0.86
    assert rates["after_one_tap"] >= 0.97
    assert rates["sure_and_wrong"] <= 0.008
    assert rates["weighty_silent"] <= 0.0025


@pytest.mark.parametrize(
    ("text", "unit", "element", "kind"),
    [
        (
            "saya mau bikin KTP tapi disuruh balik terus",
            "Dinas Kependudukan dan Pencatatan Sipil",
            "prosedur",
            "plain",
        ),
        ("wc puskesmas mampet", "Puskesmas Melati", "sarpras", "plain"),
        ("antrean puskesmas lama sekali", "Puskesmas Melati", "waktu", "plain"),
        ("brp biaya kir truk?", "Dinas Perhubungan", "biaya", "ask"),
        ("tolong kelurahan kasih kursi dong", "Kelurahan Mekarsari", "sarpras", "wish"),
        ("petugas igd minta uang rokok 50rb", "RSUD Tirta Husada", "perilaku", "weighty"),
    ],
)
def test_it_is_proposed_where_of_which_element_and_kind(
    text: str, unit: str, element: str, kind: str
) -> None:
    found = read(text)
    assert (found.unit.value, found.element.value, found.kind.value) == (unit, element, kind)


@pytest.mark.parametrize("text", ["tes", "halo", "asdf qwer", "👍", "?", ""])
def test_words_that_tell_nothing_are_asked_about(text: str) -> None:
    found = read(text)
    assert (found.unit.value, found.unit.sure) == (None, "asked")
    assert found.kind.sure != "sure"


def test_what_is_unsure_offers_at_most_three_others_each_once() -> None:
    for one in labelled(HERE / "building.csv"):
        found = read(one.text)
        for guess in (found.unit, found.service, found.element, found.kind):
            every = [guess.value, *guess.others]
            assert len(guess.others) <= MOST_CHOICES
            assert len({*every}) == len(every)
            assert guess.value is not None or guess.sure == "asked"


def test_an_office_that_is_in_no_list_is_known_by_its_own_names() -> None:
    at = office(
        (Offered("7", "7", "Balai Benih Wonotirto"), Offered("8", "8", "Museum Kota")),
        (Offered("71", "7", "Bibit Durian"),),
        (Offered("711", "7", "Gudang Utara", ("71",)),),
    )
    assert proposed(at, "bibit duriannya mati semua").unit.value == "7"
    assert proposed(at, "di museum kota gelap banget").unit.value == "8"
    assert proposed(at, "gudang utara antri lama").service.value == "71"


def test_a_slip_of_a_letter_is_overlooked() -> None:
    assert read("antri di puksesmas lama").unit.value == "Puskesmas Melati"


def test_where_no_word_names_a_unit_those_of_its_field_are_offered_and_none_is_shown() -> None:
    found = read("datang jam 6 pagi baru dipanggil dokter jam 11").unit
    assert (found.value, found.sure) == (None, "asked")
    assert {"Puskesmas Melati", "RSUD Tirta Husada"} <= {*found.others}
    assert read("asdf qwer").unit.others == []
