"""`tilik incident`: what a breach has touched, and both notices as drafts with their hour."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from sqlalchemy import insert, select
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.trail.incident.moments import moment_of
from bot.imports.reading.tables import UnusableError
from models.evaluations import Appraisal
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.chat import addresses
from models.store.office import services
from models.store.oversight.trail import Note, note
from models.store.people import people, posts
from models.store.ratings import ratings
from models.store.rules import settings
from models.store.rules.settings import Version
from models.store.schema import files, trail
from models.store.work import entries, evaluations
from models.work import Entry
from tests.store.elsewhere import elsewhere

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
DAY, SINCE = date(2026, 11, 23), date(2026, 1, 1)
NIP = {"Eko": "199001012015011001", "Sinta": "198001012005012001", "Fajar": "199501012020011001"}
FROM_TO = ["--from", "2026-11-23 08:00", "--to", "2026-11-23"]
FILES = {
    *("laporan.md", "laporan.json", "orang-terdampak.csv"),
    *("draf-untuk-yang-terdampak.md", "draf-untuk-lembaga.md"),
}


def breached(store: Store) -> None:
    """Two units; Sinta leads Eko in the first, Fajar works in the second."""
    here = [services.add_unit(store, name, zone="Asia/Jakarta").id for name in ("Dinas", "Badan")]
    for number, unit in enumerate(here, 1):
        service = services.add_service(store, unit, "KTP-el")
        services.offer(store, services.add_counter(store, unit, "Loket 1"), service)
        ratings.add(store, Rating(number, service, DAY, DAILY, {"overall": 1}, reason="Lama"))
        earlier = DAY - timedelta(days=9)
        ratings.add(store, Rating(number, service, earlier, DAILY, {"overall": 4}))
    for name, nip in NIP.items():
        number = people.add(store, name, nip=nip)
        posts.place(store, number, here[name == "Fajar"], "Staf", since=SINCE)
        for day in (DAY, DAY - timedelta(days=5)):
            entries.add(store, Entry(0, "", number, day, day, "Surat", sent_at=NOW))
    posts.report_to(store, 1, 2, since=SINCE)
    rated = Appraisal(1, Quarter(2026, 3), 2, "sesuai", "sesuai", "Baik", "baik", DAY)
    evaluations.rate(store, rated)
    chats: list[tuple[int | None, str]] = [(1, "whatsapp"), (2, "telegram"), (None, "telegram")]
    for whose, channel in chats:
        met = addresses.meet(store, channel, f"70{whose}")
        addresses.change(store, met.address.id, person_id=whose)
    one = {"kind": "photo", "state": "kept", "due_at": NOW, "given_at": NOW, "address_id": 1}
    store.execute(insert(files).values(channel="whatsapp", file="f1", attempts=0, used=True, **one))
    at = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
    note(store, *[Note("look.tim", at, DAY, by=2, about=1)] * 3)
    note(store, Note("export.log", at, DAY, about=1, actor="operator"))
    note(store, Note("look.tim", at - timedelta(days=1), DAY, by=2, about=1))
    for name, value in (("dpo", "dpd@contoh.go.id"), ("office", "Pemkab Contoh")):
        settings.put(store, Version(name, value, SINCE, NOW), day=DAY)


Command: TypeAlias = Callable[..., tuple[int, str]]


def on(url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command on an office that was breached; the exit code and what was said."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TILIK_HOME", str(folder))
    monkeypatch.setenv("TILIK_DATABASE_URL", url)
    (done,) = elsewhere(url, breached)
    done.result()

    def does(*options: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["incident", *options], obj=lambda: NOW)
        return result.exit_code, result.output

    return does


@pytest.fixture
def tilik(sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    return on(sqlite, tmp_path, monkeypatch)


@pytest.fixture
def anywhere(databases: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    return on(databases, tmp_path, monkeypatch)


def paper(name: str, folder: str = "insiden") -> str:
    return (Path(folder) / name).read_text("utf-8-sig")


def report(folder: str = "insiden") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(paper("laporan.json", folder))
    return found


def held(folder: str = "insiden") -> dict[str, tuple[int, int | None]]:
    return {one["kind"]: (one["count"], one["within"]) for one in report(folder)["held"]}


def listed(folder: str = "insiden") -> list[list[str]]:
    return list(csv.reader(StringIO(paper("orang-terdampak.csv", folder)), delimiter=";"))


def test_everything_that_was_touched_is_counted(anywhere: Command) -> None:
    code, said = anywhere(*FROM_TO, "--known", "2026-11-23 15:00")
    assert code == 0
    assert "3 orang" in said
    assert {path.name for path in Path("insiden").iterdir()} == FILES
    assert {path.stat().st_mode & 0o777 for path in Path("insiden").iterdir()} == {0o600}
    counts = held()
    assert (counts["names"], counts["nips"], counts["posts"]) == ((3, None),) * 3
    assert (counts["superiors"], counts["files"]) == ((1, None),) * 2
    assert (counts["chats"], counts["citizens"]) == ((2, None), (1, None))
    assert counts["trail"] == (5, None)
    assert (counts["entries"], counts["appraisals"]) == ((6, 3), (1, 1))
    assert (counts["ratings"], counts["reasons"]) == ((4, 2), (2, 2))
    looks = [(one["deed"], one["actor"], one["times"], one["people"]) for one in report()["looks"]]
    assert looks == [("look.tim", "person", 3, 1), ("export.log", "operator", 1, 1)]
    assert listed()[0] == ["nama", "NIP", "unit", "bergabung di Tilik"]
    assert ["Eko", NIP["Eko"], "Dinas", "ya"] in listed()
    assert ["Fajar", NIP["Fajar"], "Badan", "tidak"] in listed()
    text = paper("laporan.md")
    assert "Sinta membuka kabar tim: 3 kali, tentang 1 orang" in text
    assert "Operator (baris perintah)" in text
    assert "catatan kerja harian: 6, di antaranya 3 ditulis" in text


def test_the_notices_are_drafts_with_what_the_law_asks_for(
    tilik: Command,
) -> None:
    """UU 27/2022 art. 46 (2): which data, when and how, and what is done about it."""
    code, said = tilik(*FROM_TO, "--known", "2026-11-23 15:00")
    assert code == 0
    assert "3 x 24 jam sejak Senin, 23 November 2026 pukul 15.00 WIB" in said
    for name in ("draf-untuk-yang-terdampak.md", "draf-untuk-lembaga.md"):
        text = paper(name)
        assert text.startswith("RANCANGAN. Belum dikirim.")
        assert "Kamis, 26 November 2026 pukul 15.00 WIB" in text
        assert "Senin, 23 November 2026 pukul 08.00 WIB" in text
        assert "pukul 23.59 WIB" in text
        assert "Pemkab Contoh" in text
        assert "dpd@contoh.go.id" in text
        assert "- NIP (memuat tanggal lahir dan jenis kelamin)" in text
        assert "- catatan kerja harian" in text
        assert "evaluasi diri" not in text
        assert "[ISI: " in text
        assert "Nomor 27 Tahun 2022" in text
        assert not re.search(r"\d{18}", text)
    assert "jumlah orang terdampak: 3" in paper("draf-untuk-lembaga.md")


PARTS: Sequence[tuple[str, str, list[str], tuple[int, int] | None, tuple[int, int | None]]] = (
    ("--unit", "Dinas", ["Eko", "Sinta"], (2, 1), (2, None)),
    ("--person", NIP["Fajar"], ["Fajar"], None, (0, None)),
    ("--channel", "whatsapp", ["Eko"], None, (1, 0)),
    ("--channel", "telegram", ["Sinta"], None, (1, 1)),
)
"""What is asked for; who is in it; ratings, and those of the days; chats, and those of citizens."""


def test_a_part_of_it_can_be_asked_for(anywhere: Command) -> None:
    for option, which, names, rated, chats in PARTS:
        assert anywhere(*FROM_TO, option, which, "--out", which)[0] == 0
        assert [row[0] for row in listed(which)[1:]] == names
        counts = held(which)
        assert counts.get("ratings") == rated
        assert (counts["chats"][0], counts.get("citizens", (None,))[0]) == chats


def test_the_trail_tells_that_it_was_asked_for(
    tilik: Command, sqlite: str
) -> None:
    tilik(*FROM_TO, "--person", NIP["Fajar"])
    tilik(*FROM_TO, "--out", "lain")

    def told(store: Store) -> list[tuple[Any, ...]]:
        rows = store.execute(select(trail).where(trail.c.deed == "incident"))
        return [(row.actor, row.about_id, json.loads(row.what)["people"]) for row in rows]

    (rows,) = elsewhere(sqlite, told)
    assert rows.result() == [("operator", 3, 1), ("operator", None, 3)]


def test_without_settings_and_looks_the_papers_say_what_to_fill_in(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_DATABASE_URL", sqlite)
    done = CliRunner().invoke(app, ["incident", *FROM_TO], obj=lambda: NOW)
    assert done.exit_code == 0
    assert "[ISI: nama instansi pengendali data]" in paper("draf-untuk-lembaga.md")
    assert "Jejak tidak mencatat" in paper("laporan.md")
    assert report()["due"] == (NOW + timedelta(hours=72)).isoformat()


def test_nothing_is_written_over_without_force(tilik: Command) -> None:
    folder = Path("insiden")
    folder.mkdir()
    (folder / "laporan.md").write_text("milik saya")
    code, said = tilik(*FROM_TO)
    assert (code, [path.name for path in folder.iterdir()]) == (1, ["laporan.md"])
    assert "sudah ada" in said
    assert tilik(*FROM_TO, "--force")[0] == 0
    assert "Laporan insiden" in paper("laporan.md")
    assert (folder / "laporan.md").stat().st_mode & 0o777 == 0o600


WRONG: Sequence[tuple[list[str], str]] = (
    (["--from", "kemarin", "--to", "2026-11-23"], "kemarin bukan waktu"),
    (["--from", "2026-11-24", "--to", "2026-11-23"], "mendahului"),
    ([*FROM_TO, "--unit", "Dinas", "--channel", "telegram"], "Pilih satu saja"),
    ([*FROM_TO, "--channel", "surat"], "surat bukan saluran"),
    ([*FROM_TO, "--person", "123"], "123 bukan NIP"),
    ([*FROM_TO, "--person", "199001012015011009"], "Tidak ada orang dengan NIP"),
    ([*FROM_TO, "--unit", "Kantor Jauh"], "Kantor Jauh tidak dikenal"),
    ([*FROM_TO, "--out", "berkas/di/dalam"], "tidak dapat ditulis"),
)


def test_what_cannot_be_is_refused_with_a_sentence(tilik: Command) -> None:
    Path("berkas").write_text("bukan folder")
    for options, sentence in WRONG:
        code, said = tilik(*options)
        assert (code, sentence in said) == (1, True), said
        assert not Path("insiden").exists()


def test_a_day_ends_at_midnight_however_it_is_written() -> None:
    for day in ("2026-11-23", "20261123", "2026-W48-1", "23/11/2026", "23-11-26", "23 Nov 2026"):
        ends = moment_of(day, "Asia/Jakarta", ends=True)
        assert ends.isoformat() == "2026-11-23T23:59:59.999999+07:00"


@pytest.mark.parametrize(
    "written", ["2026-11-23 08:05", "23/11/2026 8.05", "23 nov 2026, 08.05", "2026-11-23T01:05Z"]
)
def test_a_moment_is_read_however_its_day_and_hour_are_written(written: str) -> None:
    assert moment_of(written, "Asia/Jakarta") == datetime(2026, 11, 23, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("written", ["23/11", "23/11/2026 25.00", "kemarin", "", "8.05"])
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(UnusableError):
        moment_of(written, "Asia/Jakarta")


def test_a_database_that_is_away_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("no database")
    monkeypatch.setenv("TILIK_DATABASE_URL", f"sqlite:///{tmp_path / 'file'}")
    done = CliRunner().invoke(app, ["incident", *FROM_TO], obj=lambda: NOW)
    assert done.exit_code == 1
    assert "tidak dapat dibuka" in done.output
