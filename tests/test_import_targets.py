"""`tilik import targets`: what is expected of people, quarter by quarter, all of it or nothing."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.imports.template import write_template
from bot.imports.kinds.targets import number_of
from bot.imports.reading.tables import rows
from models.quarter import Quarter, quarter_of
from models.store import Store
from models.store.people import people
from models.store.work import targets
from models.work import Target
from tests.test_import_people import DEWI, JOKO, RATNA, SITI, STAFF, Office
from tests.test_skm_command import workbook

Q4 = Quarter(2026, 4)
HEADER = "NIP;triwulan;hasil;indikator;target;satuan"
AIMS = f"""{HEADER}
{DEWI};2026-Q4;Akta terbit tepat waktu;Jumlah akta;1.200;berkas
{DEWI};IV 2026;Aduan terjawab;Laporan;;
{JOKO};triwulan 4 2026;Akta terbit tepat waktu;Jumlah akta;12,5;berkas
"""


class Aims(Office):
    """Someone who enters targets."""

    kind = "targets"

    def staffed(self) -> Aims:
        assert self.brings("people", STAFF) == 0
        return self

    def of(self, nip: str, quarter: Quarter = Q4) -> dict[str, Target]:
        def job(store: Store) -> tuple[Target, ...]:
            return targets.of_person(store, people.by_nip(store)[nip][0], quarter)

        return {target.result: target for target in self.asks(job)}

    def is_refused(self, content: str | bytes, **options: Any) -> list[str]:
        before = self.of(DEWI)
        assert self.imports(content, **options) == 1
        assert self.out == ""
        assert self.of(DEWI) == before
        *sentences, last = self.err.splitlines()
        assert last.startswith("Tidak ada yang ditulis")
        return sentences


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Aims:
    return Aims(sqlite, tmp_path).staffed()


def test_targets_go_in(databases: str, tmp_path: Path) -> None:
    office = Aims(databases, tmp_path).staffed()
    made = office.made(AIMS)
    assert [(row["name"], row["quarter"]) for row in made["new"]] == [
        *[("Dewi Lestari", "2026-Q4")] * 2,
        ("Joko Santoso", "2026-Q4"),
    ]
    found = office.of(DEWI)
    first = found["Akta terbit tepat waktu"]
    assert (first.indicator, first.quantity, first.measure) == (
        "Jumlah akta",
        Decimal(1200),
        "berkas",
    )
    second = found["Aduan terjawab"]
    assert (second.indicator, second.quantity, second.measure) == ("Laporan", None, None)
    assert office.of(JOKO)["Akta terbit tepat waktu"].quantity == Decimal("12.5")


def test_a_second_import_changes_nothing(databases: str, tmp_path: Path) -> None:
    office = Aims(databases, tmp_path).staffed()
    office.made(AIMS)
    before = office.of(DEWI)
    again = office.made(AIMS.replace("1.200", "1200,0"))
    assert (again["new"], again["changed"], again["unchanged"]) == ([], [], 3)
    assert office.of(DEWI) == before


def test_what_is_known_is_changed_and_keeps_its_number(office: Aims) -> None:
    office.made(AIMS)
    before = office.of(DEWI)["Akta terbit tepat waktu"]
    made = office.made(f"{HEADER}\n{DEWI};2026-Q4;AKTA terbit tepat waktu;Persentase;95;%\n")
    (row,) = made["changed"]
    assert row["changes"] == [
        {"column": "indikator", "before": "Jumlah akta", "after": "Persentase"},
        {"column": "target", "before": "1200", "after": "95"},
        {"column": "satuan", "before": "berkas", "after": "%"},
    ]
    after = office.of(DEWI)["Akta terbit tepat waktu"]
    assert (after.id, after.quantity) == (before.id, Decimal(95))
    assert len(office.of(DEWI)) == 2


def test_quarters_lie_apart(office: Aims) -> None:
    office.made(AIMS)
    office.made(AIMS.replace("2026-Q4", "2027-Q1").replace("IV 2026", "I/2027"))
    assert len(office.of(DEWI, Quarter(2027, 1))) == 2
    assert len(office.of(DEWI)) == 2


def test_a_dry_run_says_what_it_would_do_and_does_nothing(office: Aims) -> None:
    assert office.imports(AIMS, dry_run=True) == 0
    assert office.out.startswith("Target: akan ada 3 baru, 0 berubah, 0 tetap.")
    assert "+ Dewi Lestari (1990***********001), 2026-Q4: Aduan terjawab" in office.out
    assert "hanya percobaan" in office.out
    assert office.of(DEWI) == {}
    assert office.imports(AIMS) == 0
    assert office.out.startswith("Target: 3 baru, 0 berubah, 0 tetap.\nKolom yang dibaca: ")
    assert office.imports(AIMS.replace("1.200;berkas", ";"), dry_run=True) == 0
    told = "Akta terbit tepat waktu: target 1200 → (tidak ada); satuan berkas → (tidak ada)"
    assert told in office.out
    page = office.made(AIMS, dry_run=True)
    assert (page["dry_run"], page["unchanged"]) == (True, 3)
    assert json.loads(office.out) == page


def test_every_wrong_row_and_column_has_its_sentence(office: Aims) -> None:
    found = office.is_refused(
        f"{HEADER}\n"
        f"19;V 2026;;Jumlah;banyak;berkas\n"
        f"{SITI};2026-Q4;Akta;Jumlah;12;berkas\n"
        f"{DEWI};2026-Q4;Akta;Jumlah;12;\n"
        f"{DEWI};2026-Q4;Kartu;;1,200;lembar\n"
        f"{RATNA};2026-Q4;Akta;Jumlah;;\n"
        f"{RATNA};Q4/2026;AKTA;Jumlah;5;berkas\n"
        f"{JOKO};2026-Q4;{'x' * 501};Jumlah;5;{'y' * 61}\n"
    )
    assert [sentence.split(":")[0].split(".")[0] for sentence in found[:4]] == [
        "Baris 2, kolom NIP",
        "Baris 2, kolom triwulan",
        "Baris 2, kolom hasil",
        "Baris 2, kolom target",
    ]
    assert [sentence.split(":")[0] for sentence in found[4:]] == [
        "Baris 3, kolom NIP",
        "Baris 4, kolom satuan",
        "Baris 5, kolom indikator",
        "Baris 5, kolom target",
        "Baris 7, kolom hasil",
        "Baris 8, kolom hasil",
        "Baris 8, kolom satuan",
    ]
    assert "Tulis 1200" in found[7]
    assert "baris 6" in found[8]


@pytest.mark.parametrize("content", ["", HEADER])
def test_a_table_without_targets_is_refused(office: Aims, content: str) -> None:
    assert "belum berisi target" in office.is_refused(content)[0]


def test_a_workbook_keeps_its_numbers(office: Aims, tmp_path: Path) -> None:
    header = HEADER.split(";")
    numbers = [12.5, 1.125, 1200, 0.1 + 0.2]
    cells: list[list[Any]] = [
        [DEWI, "2026-Q4", f"Hasil {n}", "Jumlah", number, "berkas"]
        for n, number in enumerate(numbers)
    ]
    office.made(workbook(tmp_path / "target.xlsx", [header, *cells]))
    found = [target.quantity for target in office.of(DEWI).values()]
    assert found == [Decimal("12.5"), Decimal("1.125"), Decimal(1200), Decimal("0.3")]


@pytest.mark.parametrize("name", ["target.csv", "target.xlsx"])
def test_the_template_has_the_columns_that_are_read(
    office: Aims, tmp_path: Path, name: str
) -> None:
    assert write_template("targets", tmp_path / name, say=office.say, echo=office.echo) == 0
    header, _ = rows(tmp_path / name)
    assert ";".join(header.cells) == HEADER


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-Q4", "2026Q4", "q4 2026", "Q4/2026", "IV 2026", "iv/2026", "2026 IV"),
        *("triwulan 4 2026", "Triwulan IV Tahun 2026", "TW IV 2026", "TW4-2026", "4/2026"),
    ],
)
def test_quarters_as_people_type_them(typed: str) -> None:
    assert quarter_of(typed) == Q4


@pytest.mark.parametrize(
    "typed", ["", "2026", "IV", "V 2026", "5/2026", "2026-Q0", "4 4", "Q4 26", "1 2 2026", "1926 I"]
)
def test_what_is_no_quarter_is_none(typed: str) -> None:
    assert quarter_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *(("0", "0"), ("0,0", "0")),
        *(("7", "7"), ("1200", "1200"), ("1.200", "1200"), ("1 200", "1200")),
        *(("1.200.000", "1200000"), ("1,200,000", "1200000"), ("1.200,5", "1200.5")),
        *(("1,200.5", "1200.5"), ("12,5", "12.5"), ("12.5", "12.5"), ("0,125", "0.125")),
        *(("0.125", "0.125"), ("1.1250", "1.125"), ("1,2000", "1.2"), ("1234,567", "1234.567")),
        *(("1234.567", "1234.567"), ("100,00", "100"), ("999999999999", "999999999999")),
    ],
)
def test_numbers_as_people_type_them(typed: str, number: str) -> None:
    assert number_of(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "-5", "+5", "banyak", "12%", "1e3", "1,200", "12,345", "1..2", "1.2.3"),
        *(
            "1.200.5",
            "1.200,",
            ",5",
            "12 berkas",
            "１２",
            "1.20.000",
            "1,2,3",
            "1.2345678",
            "9" * 13,
        ),
    ],
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number_of(typed) is None


@given(st.integers(1, 10**12 - 1), st.integers(0, 999999))
def test_a_number_written_as_in_indonesia_is_read_as_it_is(whole: int, millionths: int) -> None:
    decimals = f"{millionths:06}"
    written = f"{whole:,}".replace(",", ".") + f",{decimals}"
    assert number_of(written) == Decimal(f"{whole}.{decimals}")
