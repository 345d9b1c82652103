"""`tilik office calendar`: days off by year and unit, whole years, and Ramadan."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from typer.testing import CliRunner, Result

from bot.__main__ import app
from models.decrees import FIXED
from models.store.office import services

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
HEAD = ("tanggal", "hari", "jenis", "nama")
WHOLE = [(f"2028-{month:02}-{day:02}", "", "libur_nasional", "Libur") for month, day in FIXED]


@pytest.fixture(autouse=True)
def at_home(sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_DATABASE_URL", sqlite)
    monkeypatch.setenv("COLUMNS", "200")


def calendar(*words: str) -> Result:
    return CliRunner().invoke(app, ["office", "calendar", *words], obj=lambda: NOW)


def said(*words: str) -> str:
    done = calendar(*words)
    assert done.exit_code == 0, done.output
    return done.output


def refused(*words: str) -> str:
    done = calendar(*words)
    assert done.exit_code == 1, done.output
    return done.output


def table(tmp_path: Path, rows: Sequence[tuple[str, ...]], head: tuple[str, ...] = HEAD) -> str:
    file = tmp_path / "kalender.csv"
    with file.open("w", newline="", encoding="utf-8") as sheet:
        csv.writer(sheet).writerows([head, *rows])
    return str(file)


def test_a_year_is_shown_with_its_decree_and_its_working_days() -> None:
    shown = said("show")
    assert "Kamis, 24 Desember 2026: Cuti bersama Natal (cuti bersama; semua unit) – SKB" in shown
    assert "Nomor 1497 Tahun 2025" in shown
    assert shown.endswith("Tahun 2026: 240 hari kerja, 5 hari seminggu.\n")
    assert "Tahun 2027: 242 hari kerja" in said("show", "2027")
    unknown = said("show", "2028")
    assert "tahun 2028 belum ditetapkan" in unknown
    assert "tilik office calendar add-year" in unknown
    assert "bukan tanggal" in refused("show", "1492")


def test_days_are_added_withdrawn_and_taken_back(tmp_path: Path) -> None:
    said("show")
    engine = create_engine(f"sqlite:///{next(tmp_path.glob('*.db'))}")
    with engine.begin() as store:
        services.add_unit(store, "Dinas Kesehatan", zone="Asia/Jakarta")
    engine.dispose()
    unit = ("--unit", "dinas  kesehatan")
    added = said("add", "1 Desember 2026", "Hari jadi", "--decree", "Kep. 4/2026", *unit)
    assert "1 Desember 2026 libur (dinas  kesehatan): Hari jadi. Nomor 1" in added
    worked = said("withdraw", "2026-12-24", "--decree", "SE 1/2026")
    assert "24 Desember 2026 (Cuti bersama Natal) tetap hari kerja (semua unit). Nomor 2" in worked
    there = said("show", "2026", *unit)
    assert "Hari jadi (libur daerah; Dinas Kesehatan) [1] – Kep. 4/2026" in there
    assert "240 hari kerja" in there, "a day more and a day fewer"
    assert "Hari jadi" in said("take-back", "1")
    assert "Hari jadi" not in said("show", "2026")
    history = said("show", "2026", "--history")
    assert "Hari jadi (libur daerah; Dinas Kesehatan) (ditarik kembali) – Kep. 4/2026" in history
    assert "Cuti bersama Natal" not in said("show", "--history", *unit)
    assert said("show", "2027", "--history") == "Tidak ada yang ditambahkan untuk tahun itu.\n"


def test_what_cannot_be_is_refused_in_a_sentence() -> None:
    decree = ("--decree", "x")
    for words, sentence in (
        (("add", "besok", "Hari jadi", *decree), "“besok” bukan tanggal"),
        (("add", "2026-12-01", " ", *decree), "kosong atau lebih panjang"),
        (("add", "2026-12-01", "x", "--decree", "y" * 201), "kosong atau lebih panjang"),
        (("add", "2026-12-01", "x", *decree, "--unit", "Mars"), "Tidak ada unit bernama “Mars”"),
        (("add", "2026-12-25", "x", *decree), "sudah hari libur"),
        (("withdraw", "2026-12-01", *decree), "bukan cuti bersama"),
        (("withdraw", "2026-03-20", *decree), "sudah lewat"),
        (("take-back", "9"), "tidak ada, atau sudah ditarik kembali"),
        (("number", "2028", "1"), "add-year"),
        (("ramadan", "2027-02-09", "2027-03-09", "--until", "sore"), "antara pukul 12.00"),
        (("ramadan", "2027-02-09", "2027-02-12", "--until", "15.00"), "29 atau 30 hari"),
    ):
        assert sentence in refused(*words)


def test_the_number_of_a_decree_is_filled_in_once_it_is_known() -> None:
    assert "(nomor belum kami catat)" in said("show", "2027")
    assert "Nomor keputusan 2027: 12 Tahun 2026" in said("number", "2027", "12 Tahun 2026")
    shown = said("show", "2027")
    assert "Tahun 2027, Nomor 12 Tahun 2026" in shown
    assert "belum diisi" not in shown


def test_a_year_comes_out_of_a_table_in_any_order_of_columns(tmp_path: Path) -> None:
    eve = ("24/12/2028", "", "cuti_bersama", "Cuti bersama Natal")
    file = table(tmp_path, [eve, *WHOLE])
    assert "Kalender 2028 disimpan: 6 hari." in said("add-year", file, "--decree", "SKB 9/2027")
    shown = said("show", "2028")
    assert "Senin, 1 Mei 2028: Libur (libur nasional; semua unit) – SKB 9/2027" in shown
    assert "hari kerja" in shown
    first = shown.split("[")[0]
    assert first == shown, "what came with its year has no number to take it back by"
    assert "kalender tahunan" in refused("take-back", "1")


def test_a_ramadan_has_its_hours(tmp_path: Path) -> None:
    month = ("ramadan", "2027-02-09", "2027-03-09", "--until", "15:00")
    assert "Ramadan 9 Feb 2027 – 9 Mar 2027: jam kerja sampai pukul 15.00." in said(*month)


def test_a_table_with_a_mistake_changes_nothing(tmp_path: Path) -> None:
    for rows, head, sentence in (
        (WHOLE, ("tanggal", "hari", "kind", "nama"), "Kolom ini tidak ada di berkas: jenis"),
        ([("31/2/2028", "", "libur_nasional", "x")], HEAD, "Baris 2, kolom tanggal"),
        ([*WHOLE, ("2028-12-24", "", "libur", "x")], HEAD, "Baris 7, kolom jenis"),
        ([*WHOLE, ("2028-12-24", "", "cuti_bersama", "")], HEAD, "Baris 7, kolom nama"),
        (WHOLE[1:], HEAD, "padahal hari itu libur setiap tahun"),
        ([*WHOLE, WHOLE[0]], HEAD, "tertulis dua kali"),
        ([*WHOLE, ("2029-01-01", *WHOLE[0][1:])], HEAD, "di sini ada 2 tahun"),
    ):
        assert sentence in refused("add-year", table(tmp_path, rows, head), "--decree", "x")
    assert "tidak ditemukan" in refused("add-year", "nothing.csv", "--decree", "x")
    assert "belum ditetapkan" in said("show", "2028")
