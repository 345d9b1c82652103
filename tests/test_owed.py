"""A superior who is late, and who sees it: past quarters, and who is not rated yet by whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from models.evaluations import Appraisal, Evaluation
from models.quarter import Quarter
from models.store.people import posts
from models.store.work import evaluations
from tests.played import labels, tap_of, words
from tests.superiors import Leaders, leaders

Q2, Q3, Q4 = Quarter(2026, 2), Quarter(2026, 3), Quarter(2026, 4)
JANUARY = datetime(2027, 1, 12, 2, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Leaders]:
    with leaders(JANUARY) as made:
        yield made


def evaluates(office: Leaders, name: str, quarter: Quarter) -> None:
    own = Evaluation(office.ids[name], quarter, (), "sesuai", "sesuai", office.today)
    evaluations.put(office.store, own)


def rates(office: Leaders, superior: str, name: str, quarter: Quarter) -> None:
    ids = office.ids
    one = Appraisal(
        ids[name], quarter, ids[superior], "sesuai", "sesuai", "Teliti", "baik", office.today
    )
    evaluations.rate(office.store, one)


def test_a_superior_pages_back_to_every_quarter_that_tilik_knows(office: Leaders) -> None:
    for quarter in (Q3, Q4):
        evaluates(office, "Dewi", quarter)
    office.logs("Budi", day=date(2026, 8, 3))
    rates(office, "Ratna", "Budi", Q3)
    newest = office.opens("Ratna", "o.evaluasi.")
    assert "Evaluasi diri tim Anda, Triwulan IV 2026" in words(newest)
    assert "‹ Triwulan III 2026 (1 belum dinilai)" in labels(newest)
    assert not any("Triwulan I 2027" in label for label in labels(newest))
    third = office.opens("Ratna", tap_of(newest, "‹ Triwulan III 2026 (1 belum dinilai)"))
    assert "◐ Dewi: menunggu penilaian" in words(third)
    assert "Triwulan IV 2026 ›" in labels(third)
    assert not any("Triwulan II 2026" in label for label in labels(third)), "nothing is kept of it"
    dewi = office.opens("Ratna", tap_of(third, "Dewi"))
    assert "Beri penilaian" in labels(dewi)
    rates(office, "Ratna", "Dewi", Q3)
    shown = labels(office.opens("Ratna", "o.evaluasi."))
    assert "‹ Triwulan III 2026 (semua sudah dinilai)" in shown


def test_the_team_and_the_person_open_the_quarter_that_is_being_rated(office: Leaders) -> None:
    dewi = f"o.tim.p{office.ids['Dewi']}"
    office.now = datetime(2027, 2, 15, 2, tzinfo=UTC)
    assert tap_of(office.opens("Ratna", dewi), "Nilai Triwulan I 2027").startswith("o.saya.2027-Q1")
    evaluates(office, "Dewi", Q3)
    team = office.opens("Ratna", "o.tim.")
    assert tap_of(team, "Nilai evaluasi (1)") == "o.evaluasi.2026-Q3"
    person = office.opens("Ratna", dewi)
    assert tap_of(person, "Nilai evaluasi diri") == f"o.evaluasi.{office.ids['Dewi']}@2026-Q3"
    assert tap_of(person, "Nilai Triwulan III 2026").startswith("o.saya.2026-Q3")
    evaluates(office, "Dewi", Q4)
    person = office.opens("Ratna", dewi)
    assert tap_of(person, "Nilai Triwulan IV 2026").startswith("o.saya.2026-Q4")


def test_head_and_hr_see_in_one_tap_who_is_not_rated_and_by_whom(office: Leaders) -> None:
    for name in ("Ratna", "Budi", "Dewi", "Joko", "Siti", "Hani"):
        evaluates(office, name, Q4)
    rates(office, "Budi", "Siti", Q4)
    for name in ("Kepala", "Hani"):
        assert "Belum dinilai" in labels(office.opens(name, "o.sapa."))
        seen = office.opens(name, "o.tertunda.")
        assert "5 orang, menunggu penilaian dari 3 atasan" in words(seen)
        assert words(seen).splitlines()[2:] == [
            "Ratna – 2: Budi, Dewi",
            "Tanpa atasan – 1: Hani",
            "Budi – 1: Joko",
            "Kepala – 1: Ratna",
        ]
    assert "• Dewi" in words(office.opens("Hani", tap_of(seen, "Ratna (2)")))
    assert "Tanpa atasan – 1" in words(office.opens("Hani", tap_of(seen, "Tanpa atasan (1)")))
    branch = office.opens("Budi", "o.tertunda.")
    assert "2 orang, menunggu penilaian dari 2 atasan" in words(branch), "of one's unit alone"
    rates(office, "Budi", "Joko", Q4)
    rates(office, "Ratna", "Budi", Q4)
    assert "tidak ada yang masih menunggu penilaian" in words(
        office.opens("Budi", "o.tertunda.")
    )
    assert "Tidak ada lagi" in words(office.opens("Hani", tap_of(seen, "Budi (1)")))


def test_the_missing_ratings_go_back_by_quarters_too(office: Leaders) -> None:
    evaluates(office, "Joko", Q3)
    newest = office.opens("Budi", "o.tertunda.2027-Q1")
    assert "Triwulan IV 2026" in words(newest), "the running quarter is nobody's to rate"
    third = office.opens("Budi", tap_of(newest, "‹ Triwulan III 2026 (1 belum dinilai)"))
    assert "Budi – 1: Joko" in words(third)
    assert "Triwulan IV 2026 ›" in labels(third)
    posts.report_to(office.store, office.ids["Joko"], None, since=office.today)
    assert "1 orang." in words(office.opens("Budi", "o.tertunda.2026-Q3"))


@pytest.mark.parametrize("name", ["Dewi", "Ratna"])
def test_who_heads_nothing_is_told_for_whom_the_list_is(office: Leaders, name: str) -> None:
    for tap in ("o.tertunda.", f"o.tertunda.2026-Q4@{office.ids['Budi']}"):
        assert office.refuses(name, tap) == "tertunda-not-yours"
