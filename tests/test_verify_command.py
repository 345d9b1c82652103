"""`tilik verify`: beside a running Tilik, and in nobody's way."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text, update

from bot.channel import Undelivered
from bot.cli.run import run
from bot.cli.trail.secret import secret
from bot.cli.trail.verify import verify
from models.keys import Keys
from models.store import Store
from models.store.engine.database import Database, opened
from models.store.oversight import audit
from models.store.oversight.seals import seal
from models.store.oversight.trail import Note, note, write
from models.store.schema import trail
from tests.store.elsewhere import elsewhere
from tests.town import Mouth, town

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
SECRET = "s" * 32


def test_verify_counts_while_somebody_writes(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", sqlite)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    with contextlib.closing(sqlite3.connect(sqlite.removeprefix("sqlite:///"))) as writer:
        writer.isolation_level = None
        writer.execute("BEGIN IMMEDIATE")
        assert verify(as_json=True, now=NOW) == 0
        writer.execute("ROLLBACK")
    assert json.loads(capsys.readouterr().out)["differences"] == []


async def test_verify_lists_every_prompt_that_may_not_have_arrived(
    databases: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with town(databases) as there:
        post = there.post(Mouth(fails=in_doubt))
        await there.campaigns(1)
        await there.waits(2)
        await post.quiet()
    monkeypatch.setenv("TILIK_DATABASE_URL", databases)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    assert await asyncio.to_thread(verify, as_json=False, now=NOW) == 0
    said = capsys.readouterr().out
    assert "1 pesan pengingat" in said
    assert "daily.2026-11-23, log, orang 1, 2026-11-23" in said
    assert "Pegawai" not in said
    assert await asyncio.to_thread(verify, as_json=True, now=NOW) == 0
    (found,) = json.loads(capsys.readouterr().out)["unknown_prompts"]
    assert (found["campaign"], found["day"]) == ("daily.2026-11-23", "2026-11-23")


def in_doubt(words: str) -> None:
    raise Undelivered("unknown")


@pytest.fixture
async def noted(
    databases: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Database]:
    """Twenty deeds in a database that the settings name."""
    monkeypatch.setenv("TILIK_DATABASE_URL", databases)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_SECRET", SECRET)
    deeds = [Note("link", NOW, date(2026, 11, 23), by=n) for n in range(20)]
    database = opened(databases)
    await database.run(lambda store: note(store, *deeds))
    yield database
    await database.close()


async def verified(capsys: pytest.CaptureFixture[str], code: int, *more: str) -> dict[str, Any]:
    since = more[0] if more else None
    assert await asyncio.to_thread(verify, as_json=True, now=NOW, since=since) == code
    told: dict[str, Any] = json.loads(capsys.readouterr().out)["trail"]
    return told


def tampered(store: Store) -> None:
    """Every row but one in ten is told to have been done by somebody else."""
    names = {"sqlite": "trail_no_update", "postgresql": "trail_only_added ON trail"}
    store.execute(text(f"DROP TRIGGER {names[store.dialect.name]}"))
    store.execute(update(trail).where(trail.c.number % 10 != 0).values(by_id=99))


async def test_verify_seals_what_it_has_found_whole(
    noted: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    first = await verified(capsys, 0)
    assert (first["rows"], first["seals"], first["unsealed"], first["findings"]) == (20, 0, 20, [])
    second = await verified(capsys, 0, first["anchor"])
    assert (second["seals"], second["unsealed"]) == (1, 0)
    gone = f"20:{'0' * 64}"
    told = await verified(capsys, 1, gone)
    assert told["findings"] == [{"what": "verify-anchor-gone", "number": 20}]


async def test_verify_says_what_was_done_in_sentences_and_seals_nothing(
    noted: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "SHOWN", 10)
    await noted.run(tampered)
    assert await asyncio.to_thread(verify, as_json=False, now=NOW) == 1
    said = capsys.readouterr().out
    assert "20 baris, 0 segel" in said
    assert "18 temuan" in said
    assert "Baris 1: isinya tidak lagi sama" in said
    assert "dan 8 temuan lain" in said
    assert (await verified(capsys, 1))["seals"] == 0


async def test_verify_refuses_an_anchor_that_is_none(
    noted: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await asyncio.to_thread(verify, as_json=True, now=NOW, since="20:xyz") == 1
    assert "20:xyz bukan jangkar" in capsys.readouterr().err


async def test_a_secret_that_is_too_short_is_no_secret(
    noted: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TILIK_SECRET", "pendek")
    assert await asyncio.to_thread(verify, as_json=True, now=NOW) == 1
    assert await asyncio.to_thread(secret, accepts=False, now=NOW) == 1
    assert capsys.readouterr().err.count("TILIK_SECRET terlalu pendek") == 2


async def test_another_secret_is_told_and_taken_only_on_purpose(
    noted: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await verified(capsys, 0)
    assert await asyncio.to_thread(secret, accepts=True, now=NOW) == 0
    assert "Cocok" in capsys.readouterr().out
    monkeypatch.setenv("TILIK_SECRET", "t" * 32)
    assert (await verified(capsys, 1))["findings"][0]["what"] == "verify-seal-stranger"
    assert await asyncio.to_thread(secret, accepts=False, now=NOW) == 1
    before = Keys(SECRET.encode()).fingerprint
    assert f"(sidik {before})" in capsys.readouterr().err
    assert await asyncio.to_thread(secret, accepts=True, now=NOW) == 0
    assert before in capsys.readouterr().out
    assert (await verified(capsys, 0))["rows"] == 21


def test_tilik_does_not_run_under_another_secret(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def sealed(store: Store) -> None:
        write(store, [Note("link", NOW, date(2026, 11, 23), by=1)])
        assert seal(store, Keys(SECRET.encode()), NOW)

    (done,) = elsewhere(sqlite, sealed)
    done.result()
    monkeypatch.setenv("TILIK_DATABASE_URL", sqlite)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", "1:demo")
    assert run(clock=lambda: NOW) == 1
    assert "disegel dengan rahasia lain" in capsys.readouterr().err
