"""`tilik export survey`: a quarter's sheets leave the house, and tell no more than its figures."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.cli.exports.survey import export_survey
from bot.cli.skm import skm
from bot.publishing.results import results_of
from models.instruments import instrument
from models.quarter import Quarter
from models.scores import Ikm
from models.store import Store, schema
from models.store.office import groups, services
from models.store.rules.measures import survey_of
from tests.postgresql import apart
from tests.test_export import Exporter
from tests.test_office_settings import changed
from tests.test_own_survey import NAMED
from tests.test_publishing import Publisher

AUTUMN = Quarter(2026, 4)
DAY = date(2026, 11, 2)
LATER = datetime(2027, 1, 20, 3, tzinfo=UTC)
SHEETS = {0: 40, 1: 31, 2: 10}
"""How many sheets each of the three units below the Dinas has, where nothing else is said."""
WORDS = [f"Antreannya panjang, tolong tambah kursi {n}" for n in "abcdef"]


class Handing(Exporter):
    """Someone who hands on the survey at the terminal."""

    def hears(self, sheets: dict[int, int], *, closes: date = AUTUMN.last_day) -> Handing:
        def job(store: Store) -> None:
            office = Publisher(store).opens("UPTD Utara", "UPTD Selatan", "UPTD Timur")
            for place, times in sheets.items():
                office.surveys(place, times, DAY)
            office.taps(0, 40, DAY)
            for said in WORDS:
                sheet = dict.fromkeys(instrument().elements, 2)
                office.rates(0, sheet, DAY, instrument=instrument().key, reason=said)
            office.closes(closes)

        self.asks(job)
        return self

    def hands(self, unit: str, quarter: str = AUTUMN.key, **options: Any) -> int:
        return self._does(export_survey, unit, quarter, now=LATER, **options)

    def scored(self, name: str) -> dict[str, Any]:
        said: list[str] = []
        options: dict[str, Any] = {"say": self.say, "as_json": True}
        file = self.folder / "out" / name
        code = apart(lambda: skm(file, echo=lambda line, **_: said.append(line), **options))
        assert code == 0, said
        found: dict[str, Any] = json.loads("".join(said))
        return found

    def figure(self, unit: str) -> Ikm:
        found = self.asks(lambda store: results_of(store, LATER))
        figure = next(one.figures.official for one in found if one.unit.name == unit)
        assert isinstance(figure, Ikm)
        return figure


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Handing:
    return Handing(sqlite, tmp_path)


def test_what_leaves_gives_the_very_figure_that_is_shown(databases: str, tmp_path: Path) -> None:
    office = Handing(databases, tmp_path).hears(SHEETS)
    assert office.hands("UPTD Utara") == 0, office.err
    shown = office.figure("UPTD Utara")
    for ending in ("csv", "xlsx"):
        found = office.scored(f"survei-uptd-utara-2026-q4.{ending}")
        assert (found["n"], str(found["ikm"]), found["band"]) == (
            46, str(float(shown.ikm)), shown.band.letter,
        )  # fmt: skip
        assert [(one["key"], one["n"], one["score"]) for one in found["elements"]] == [
            (one.key, one.n, float(one.score)) for one in shown.elements
        ]
        assert (found["excluded"], found["skipped"]) == ([], [])
    elements = office.text("survei-uptd-utara-2026-q4-unsur")
    assert elements[-1] == [
        "Nilai survei", "46", "", str(shown.ikm).replace(".", ","), shown.band.letter,
    ]  # fmt: skip
    said = office.text("survei-uptd-utara-2026-q4-saran")
    assert sorted(row[0] for row in said[2:]) == WORDS
    deeds = office.asks(lambda store: list(store.execute(schema.trail.select())))
    assert [row.deed for row in deeds].count("export.survey") == 1


def test_a_row_is_a_sheet_whose_answers_were_dealt_anew_and_nothing_else(office: Handing) -> None:
    office.hears(SHEETS)
    assert office.hands("Dinas Dukcapil") == 0
    title, header, *rows = office.text("survei-dinas-dukcapil-2026-q4")
    assert title == ["Survei Kepuasan Masyarakat, Dinas Dukcapil, Triwulan IV 2026"]
    assert header[:2] == ["No", "U1 (Persyaratan)"]
    assert len(header) == 10
    assert [row[0] for row in rows] == [str(n) for n in range(1, 88)]
    assert {cell for row in rows for cell in row[1:]} == set("1234")
    file = office.folder / "out" / "survei-dinas-dukcapil-2026-q4.xlsx"
    assert CalamineWorkbook.from_path(file).sheet_names == ["Lembar jawaban"]
    before = [row[1:] for row in rows]
    assert office.hands("Dinas Dukcapil", force=True) == 0
    again = [row[1:] for row in office.text("survei-dinas-dukcapil-2026-q4")[2:]]
    assert before != again, "no order of any two exports is the same"
    for one, other in zip(zip(*before, strict=True), zip(*again, strict=True), strict=True):
        assert Counter(one) == Counter(other), "but each element has its answers"


def test_groups_leave_as_counts_of_their_own_and_none_below_five(office: Handing) -> None:
    def job(store: Store) -> None:
        units = {unit.name: unit.id for unit in services.every_unit(store)}
        for counter in services.all_counters(store):
            times = 7 if counter.unit.id == units["UPTD Utara"] else 3
            for _ in range(times):
                groups.hear(store, counter.services[0].id, AUTUMN, {"sex": "female"})

    office.hears(SHEETS).asks(job)
    for unit, name in (("Dinas Dukcapil", "dinas-dukcapil"), ("UPTD Utara", "uptd-utara")):
        assert office.hands(unit) == 0, office.err
        rows = office.text(f"survei-{name}-2026-q4-kelompok")
        assert rows[1:] == [
            ["kelompok", "nilai", "jumlah"],
            ["Jenis kelamin", "Perempuan", "7"],
            ["Jenis kelamin", "Laki-laki", "kurang dari 5"],
        ]


def test_too_few_are_refused_with_how_many_there_are_and_where_there_are_enough(
    office: Handing,
) -> None:
    office.hears(SHEETS)
    assert office.hands("UPTD Timur") == 1
    assert office.err.startswith("UPTD Timur baru punya 10 lembar jawaban, dan perlu paling")
    assert "30. Ekspor unit di atasnya: Dinas Dukcapil." in office.err
    assert office.files == []


def test_rows_that_would_tell_of_too_few_by_subtraction_are_refused(office: Handing) -> None:
    """The Dinas less Utara and Selatan would be the ten of Timur."""
    office.hears(SHEETS)
    assert office.hands("UPTD Selatan") == 1
    assert "selisihnya dengan unit lain kurang dari 30" in office.err
    assert "Ekspor unit di atasnya: Dinas Dukcapil." in office.err
    assert [office.hands(unit) for unit in ("UPTD Utara", "Dinas Dukcapil")] == [0, 0]
    whole, part = (
        [row[1:] for row in office.text(f"survei-{name}-2026-q4")[2:]]
        for name in ("dinas-dukcapil", "uptd-utara")
    )
    for one, other in zip(zip(*whole, strict=True), zip(*part, strict=True), strict=True):
        assert not Counter(other) - Counter(one)
    assert len(whole) - len(part) >= 30


def test_where_nobody_has_enough_it_says_so(office: Handing) -> None:
    office.hears({1: 4, 2: 3})
    assert office.hands("UPTD Selatan") == 1
    assert "Unit di atasnya juga belum punya cukup." in office.err
    assert office.hands("UPTD Selatan", "triwulan berapa") == 1


def test_what_waits_at_the_end_of_the_quarter_is_in_no_row(office: Handing) -> None:
    """Three sheets of a unit with no others are never released; nor does their number count."""
    office.hears({0: 40, 1: 40, 2: 3})
    assert office.hands("Dinas Dukcapil") == 0
    assert len(office.text("survei-dinas-dukcapil-2026-q4")) == 2 + 86


def test_before_the_close_of_the_last_night_nothing_leaves(office: Handing) -> None:
    office.hears(SHEETS, closes=AUTUMN.last_day - timedelta(days=1))
    assert office.hands("UPTD Utara") == 1
    assert "2026-Q4 belum ditutup. Lembar jawaban dapat diekspor setelah malam" in office.err


def test_the_offices_own_survey_leaves_by_its_key(office: Handing) -> None:
    def job(store: Store) -> None:
        changed(store, "instrument", survey_of(store, NAMED))
        there = Publisher(store).opens("UPTD Utara")
        sheet = {"waktu": 3, "kompetensi": 3, "perilaku": 3, "keamanan": 2}
        for n in range(34):
            there.rates(0, {**sheet, "waktu": n % 4 + 1}, date(2027, 2, 1), instrument="skm-contoh")
        there.closes(date(2027, 3, 31))

    office.asks(job)
    assert office.hands("UPTD Utara", "2027-Q1", instrument="lain") == 1
    assert "skm-2017, skm-contoh" in office.err
    assert office.hands("UPTD Utara", "2027-Q1", instrument="skm-contoh") == 0, office.err
    title, header, *rows = office.text("survei-skm-contoh-uptd-utara-2027-q1")
    assert title == ["Survei Antikorupsi, UPTD Utara, Triwulan I 2027"]
    assert len(header) == 5
    assert len(rows) == 34
