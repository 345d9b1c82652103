"""`tilik verify`: beside a running Tilik, and in nobody's way."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from bot.verify import verify


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
