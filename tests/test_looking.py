"""A command that only looks makes no database in the wrong folder: it says that there is none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
LOOKS = (
    "import waiting",
    "import drop 1",
    "code 198103142008011003",
    "office show",
    "office history quiet",
    "office instrument show",
    "office calendar show",
    "office calendar show --history",
    "weights",
    "plan --from 2026-12-01 --to 2026-12-02",
    "dead",
    "verify",
    "secret",
    "resume",
)


@pytest.mark.parametrize("words", LOOKS)
def test_a_folder_without_a_database_gets_none_by_looking(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path / "var"))
    looked = CliRunner().invoke(app, words.split(), obj=lambda: NOW)
    assert (looked.exit_code, "belum ada basis data" in looked.output) == (1, True), looked.output
    assert not list((tmp_path / "var").glob("tilik.db*"))
