"""`tilik verify`: beside a running Tilik, and in nobody's way."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from bot.channel import Undelivered
from bot.verify import verify
from tests.town import Mouth, town


def test_verify_counts_while_somebody_writes(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", sqlite)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    with contextlib.closing(sqlite3.connect(sqlite.removeprefix("sqlite:///"))) as writer:
        writer.isolation_level = None
        writer.execute("BEGIN IMMEDIATE")
        assert verify(as_json=True) == 0
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
    assert await asyncio.to_thread(verify, as_json=False) == 0
    said = capsys.readouterr().out
    assert "1 pesan pengingat" in said
    assert "daily.2026-11-23, log, orang 1, 2026-11-23" in said
    assert "Pegawai" not in said
    assert await asyncio.to_thread(verify, as_json=True) == 0
    (found,) = json.loads(capsys.readouterr().out)["unknown_prompts"]
    assert (found["campaign"], found["day"]) == ("daily.2026-11-23", "2026-11-23")


def in_doubt(words: str) -> None:
    raise Undelivered("unknown")
