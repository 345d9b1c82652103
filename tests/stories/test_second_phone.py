"""A fresh code for who has joined: on the phone they have, and at the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app, now
from models.store import Store
from models.store.engine.database import opened
from models.store.people import leaving, people
from tests.actors import Actor, World
from tests.office import Staff


async def test_joining_again_on_the_same_phone_tells_nobody(
    employee: Actor, world: World, staff: Staff
) -> None:
    fresh = await world.run(
        lambda store: people.invite(store, staff.employee_id, now=world.clock()).code
    )
    await employee.joins(fresh)
    await world.waits(seconds=1)
    assert not employee.has_read("tidak lagi terhubung")
    await employee.says("riwayat")
    assert employee.reads("Belum ada catatan")


def test_the_office_makes_a_fresh_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_TELEGRAM_USERNAME", "TilikContohBot")
    row = "NIP;nama;unit;jabatan;NIP atasan;peran\n199108172015042003;Dewi;Dinas;Staf;;\n"
    (tmp_path / "p.csv").write_text(row)
    tilik = CliRunner()
    first = tilik.invoke(app, ["import", "people", "p.csv"], obj=now).output
    made = tilik.invoke(app, ["code", "19910817 201504 2 003"])
    assert made.exit_code == 0
    assert "Dewi: daftar " in made.output
    assert "start=daftar-" in made.output
    assert made.output.split("daftar ")[1][:10] not in first
    monkeypatch.setenv("TILIK_WHATSAPP_NUMBER", "6281234567890")
    made = tilik.invoke(app, ["code", "199108172015042003"])
    code = made.output.split("daftar ")[1][:10]
    assert f"https://wa.me/6281234567890?text=daftar%20{code}" in made.output
    monkeypatch.setenv("TILIK_WHATSAPP_NUMBER", "0812")
    wrong = tilik.invoke(app, ["code", "199108172015042003"])
    assert wrong.exit_code == 1
    assert "bukan nomor WhatsApp" in wrong.output
    monkeypatch.delenv("TILIK_WHATSAPP_NUMBER")
    for names in ((), ("--force",)):
        written = tilik.invoke(app, ["code", "199108172015042003", "--sheet", "k.pdf", *names])
        assert written.exit_code == 0
        assert "Dewi: kode pendaftaran baru ditulis ke k.pdf" in written.output
        assert "daftar " not in written.output
        (tmp_path / "k.pdf").rename(tmp_path / "old.pdf")
    (tmp_path / "old.pdf").rename(tmp_path / "k.pdf")
    kept = (tmp_path / "k.pdf").read_bytes()
    wrong = tilik.invoke(app, ["code", "199108172015042003", "--sheet", "k.pdf"])
    assert (wrong.exit_code, "--force" in wrong.output) == (1, True)
    assert (tmp_path / "k.pdf").read_bytes() == kept
    (tmp_path / "k.pdf").unlink()
    nobody = tilik.invoke(app, ["code", "198611052010011007", "--sheet", "k.pdf"])
    assert (nobody.exit_code, (tmp_path / "k.pdf").exists()) == (1, False)
    for nip, sentence in (("123", "18 angka"), ("198611052010011007", "Tidak ada orang")):
        wrong = tilik.invoke(app, ["code", nip])
        assert wrong.exit_code == 1
        assert sentence in wrong.output
    monkeypatch.setenv("TILIK_DATABASE_URL", f"sqlite:///{tmp_path / 'p.csv'}")
    assert tilik.invoke(app, ["code", "199108172015042003"]).exit_code == 1


def test_who_has_left_service_is_given_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    row = "NIP;nama;unit;jabatan;NIP atasan;peran\n199108172015042003;Dewi;Dinas;Staf;;\n"
    (tmp_path / "p.csv").write_text(row)
    tilik = CliRunner()
    assert tilik.invoke(app, ["import", "people", "p.csv"], obj=now).exit_code == 0

    def left(store: Store) -> None:
        number, _ = people.by_nip(store)["199108172015042003"]
        leaving.leave_service(store, number, last_day=date(2020, 1, 1), now=now())

    asyncio.run(_done(f"sqlite:///{tmp_path / 'tilik.db'}", left))
    wrong = tilik.invoke(app, ["code", "199108172015042003"])
    assert wrong.exit_code == 1
    assert "Dewi sudah tidak bertugas" in wrong.output


async def _done(url: str, job: Callable[[Store], None]) -> None:
    database = opened(url)
    await database.run(job)
    await database.close()
