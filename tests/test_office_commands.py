"""`tilik office`: the settings from the command line, in sentences."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from models.settings import SETTINGS
from tests.test_office_rules import OWN

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_home(sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_DATABASE_URL", sqlite)


def office(*words: str) -> Result:
    return CliRunner().invoke(app, ["office", *words], obj=lambda: NOW)


def test_everything_is_shown_with_its_value_and_a_change_with_who_and_when() -> None:
    first = office("show")
    assert first.exit_code == 0
    assert "quiet – Jam tenang (mulai-selesai): 20-8\n" in first.output
    assert "tilik office calendar" in first.output
    assert "Belum diatur: line-complaints, line-hours," in first.output
    assert "berlaku mulai 23 November 2026" in office("set", "office", "Kab. Contoh").output
    assert "berlaku mulai 1 Januari 2027" in office("set", "minimum", "20").output
    shown = office("show").output
    assert "Kab. Contoh, sejak 23 Nov 2026, diatur operator pada 23 Nov 2026" in shown
    assert "satu nilai: 30\nmulai 1 Jan 2027: 20" in shown
    every = {row["name"]: row for row in json.loads(office("show", "--json").output)}
    assert every.keys() == SETTINGS.keys()
    assert every["minimum"]["coming"] == [{"value": 20, "from": "2027-01-01"}]
    assert every["office"] == {
        "name": "office",
        "value": "Kab. Contoh",
        "from": "2026-11-23",
        "set_at": "2026-11-23T03:00:00+00:00",
        "set_by": None,
        "coming": [],
    }


def test_who_changed_it_is_told_with_the_day_of_the_offices_own_clock() -> None:
    at_one_in_the_morning = datetime(2026, 11, 23, 18, tzinfo=UTC)
    done = ["office", "set", "office", "Kab. Contoh"]
    CliRunner().invoke(app, done, obj=lambda: at_one_in_the_morning)
    told = office("history", "office").output
    assert "mulai 24 Nov 2026: Kab. Contoh, diatur operator pada 24 Nov 2026" in told


def test_a_change_may_begin_on_a_later_day_or_quarter() -> None:
    assert "1 Desember 2026" in office("set", "quiet", "21-6", "--from", "2026-12-01").output
    assert "1 April 2027" in office("set", "minimum", "10", "--from", "2027-q2").output
    assert "1 Oktober 2026" in office("set", "weights", "50 20 20 10").output
    weights = CliRunner().invoke(app, ["weights", "--quarter", "2026-Q4"])
    assert "kuantitas 50" in weights.output, "the shortcut shows the same"


def test_the_history_of_a_setting_is_told() -> None:
    assert "Belum pernah diubah" in office("history", "quiet").output
    office("set", "quiet", "21-6")
    office("set", "quiet", "22-5")
    told = office("history", "quiet").output
    assert told.index("22-5") < told.index("21-6")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("set", "minimum", "4"), "dari 5 sampai 1.000"),
        (("set", "jam", "4"), "Tidak ada pengaturan dengan nama itu"),
        (("set", "minimum", "20", "--from", "2026-Q4"), "paling cepat berlaku mulai 1 Januari"),
        (("set", "minimum", "20", "--from", "besok"), "bukan hari atau triwulan"),
        (("set", "numbering", "acak"), "Pilih salah satu: "),
        (("set", "instrument", "x"), "tilik office instrument use"),
        (("history", "jam"), "Tidak ada pengaturan dengan nama itu"),
        (("instrument", "check", "hantu.toml"), "tidak dapat dibaca"),
        (("instrument", "use", "hantu.toml"), "tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    done = office(*words)
    assert done.exit_code == 1
    assert sentence in done.output


def test_a_database_that_is_away_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no database")
    monkeypatch.setenv("TILIK_DATABASE_URL", f"sqlite:///{tmp_path / 'file'}")
    done = office("show")
    assert done.exit_code == 1
    assert "tidak dapat dibuka" in done.output


def test_a_file_of_a_survey_is_told_what_is_wrong_with_it(tmp_path: Path) -> None:
    file = tmp_path / "survei.toml"
    for written, by, sentence in (
        ("key =", "kunci", "bukan TOML yang dapat dibaca"),
        ("[parts]", "[bagian]", "Bagian bagian tidak dikenal"),
        ("skm-contoh", "SKM", "Isi key dengan"),
        ("version = 1", 'version = 1\nname = ""', "Isi name dengan"),
        ("version = 1", "version = 0", "Isi version dengan"),
        ("waktu = 2", "waktu = 0", "Isi parts dengan"),
        ("[numberings]", "[numberings]\nsatu = ['waktu']", "Isi numberings dengan"),
        ("[words.keamanan]", "[words.lain]", "Bagian words hanya untuk unsur"),
        ('short = "Keamanan"', "", "Unsur keamanan perlu words"),
    ):
        file.write_text(OWN.replace(written, by), "utf-8")
        for deed in ("check", "use"):
            done = office("instrument", deed, str(file))
            assert done.exit_code == 1
            assert sentence in done.output


def test_a_survey_of_ones_own_is_checked_and_used_from_the_next_quarter(tmp_path: Path) -> None:
    file = tmp_path / "survei.toml"
    file.write_text(OWN, "utf-8")
    checked = office("instrument", "check", str(file))
    assert checked.exit_code == 0
    assert "skm-contoh, versi 1, 4 unsur" in checked.output
    assert "1. waktu (2/5): Waktu penyelesaian" in checked.output
    assert "A 90  B 80.5" in checked.output
    assert "skm-2017 1\n" in office("instrument", "show").output
    nothing = office("instrument", "end")
    assert (nothing.exit_code, "Tidak ada survei kantor sendiri" in nothing.output) == (0, True)
    used = office("instrument", "use", str(file))
    assert "selain SKM: skm-contoh, berlaku mulai 1 Januari 2027" in used.output
    assert "skm-contoh" not in office("instrument", "show").output, "this quarter stays as it is"
    later = datetime(2027, 1, 2, tzinfo=UTC)
    shown = CliRunner().invoke(app, ["office", "instrument", "show"], obj=lambda: later)
    assert "skm-2017 1\n" in shown.output, "the official survey is always there"
    assert "4. keamanan (1/5): Keamanan <b>lokasi</b>" in shown.output
    assert office("instrument", "use", str(file), "--from", "2026-Q4").exit_code == 1
    ended = office("instrument", "end", "--from", "2027-Q2")
    assert "selain SKM: belum diisi, berlaku mulai 1 April 2027" in ended.output
    spring = datetime(2027, 4, 2, tzinfo=UTC)
    shown = CliRunner().invoke(app, ["office", "instrument", "show"], obj=lambda: spring)
    assert "skm-contoh" not in shown.output
    again = office("instrument", "use", str(file), "--from", "2027-Q3")
    assert again.exit_code == 0, "the same survey may come back"


def test_up_to_three_surveys_of_ones_own_run_beside_each_other(tmp_path: Path) -> None:
    files = []
    for key in ("satu", "dua", "tiga", "empat"):
        files.append(tmp_path / f"{key}.toml")
        files[-1].write_text(OWN.replace("skm-contoh", key), "utf-8")
    for file in files[:3]:
        assert office("instrument", "use", str(file)).exit_code == 0
    full = office("instrument", "use", str(files[3]))
    assert (full.exit_code, "terisi: dua, satu, tiga" in full.output) == (1, True)
    assert office("instrument", "use", str(files[1])).exit_code == 0, "it stays in its place"
    which = office("instrument", "end")
    assert (which.exit_code, "dimaksud: dua, satu, tiga" in which.output) == (1, True)
    assert office("instrument", "end", "hantu").exit_code == 1
    assert office("instrument", "end", "dua").exit_code == 0
    later = datetime(2027, 1, 2, tzinfo=UTC)
    shown = CliRunner().invoke(app, ["office", "instrument", "show"], obj=lambda: later).output
    assert [f"{key} 1" in shown for key in ("skm-2017", "satu", "dua", "tiga")] == [
        True,
        True,
        False,
        True,
    ]
    assert office("instrument", "use", str(files[3])).exit_code == 0, "a place is free"


def test_a_file_that_is_wrong_says_what_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "survei.toml"
    file.write_text(OWN.replace("floor = 90", "floor = 80"), "utf-8")
    done = office("instrument", "check", str(file))
    assert done.exit_code == 1
    assert "floor yang menurun sampai 0" in done.output


def skm(*words: str) -> Result:
    return CliRunner().invoke(app, ["skm", *words])


def test_a_sheet_of_the_offices_own_survey_is_scored_by_it_and_never_as_the_skm(
    tmp_path: Path,
) -> None:
    survey, sheet, mixed = (tmp_path / name for name in ("s.toml", "own.csv", "mixed.csv"))
    survey.write_text(OWN, "utf-8")
    head = "No,U1,Keamanan,Kompetensi,Perilaku petugas"
    sheet.write_text(f"{head}\n1,4,Aman,2,2\n2,4,Sangat aman,2,2\nJumlah,8,7,4,4\n", "utf-8")
    nine = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarpras"
    mixed.write_text(f"{nine},Keamanan\n{'3,' * 9}1\n", "utf-8")
    assert "atau pilih survei yang dipakai dengan --instrument" in skm(str(sheet)).output
    assert "IKM 75,00" in skm(str(mixed)).output, "without a survey of its own nobody can tell"
    by_file = skm(str(sheet), "--instrument", str(survey))
    assert office("instrument", "use", str(survey)).exit_code == 0
    by_key = skm(str(sheet), "--instrument", "skm-contoh")
    assert by_key.output == by_file.output
    for line in ("(bukan IKM): ", "\nNilai ", "Keamanan <b>lokasi</b>  ", "Responden: 2"):
        assert line in by_key.output
    assert json.loads(skm(str(sheet), "--instrument", "skm-contoh", "--json").output)["ikm"] == 77.5
    for one in (sheet, mixed):
        refused = skm(str(one))
        assert refused.exit_code == 1
        assert "memuat unsur survei kantor sendiri (Keamanan)" in refused.output
    assert "IKM 75,00" in skm(str(mixed), "--instrument", "skm-2017").output
    unknown = skm(str(sheet), "--instrument", "lain").output
    assert "Pilih salah satu: skm-2017, skm-contoh, atau berkas survei (.toml)" in unknown
    order = skm(str(sheet), "--instrument", "skm-contoh", "--numbering", "sarpras-last")
    assert "Urutan nomor unsur tidak dikenal" in order.output
    sheet.write_text(f"{head},U5\n1,4,3,2,2,1\n", "utf-8")
    more = skm(str(sheet), "--instrument", "skm-contoh").output
    assert "lebih dari 4 unsur (U5)" in more
