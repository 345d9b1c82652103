"""`tilik weights`, and what it does to scores: a quarter that is over keeps its own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from models.parts import Key
from models.performance import WEIGHTS
from models.quarter import Quarter
from models.store import Store
from models.store.engine.database import Database
from models.store.rules import settings
from models.store.rules.settings import Version

NOW = datetime(2026, 11, 2, 3, tzinfo=UTC)
HALF: dict[Key, int] = {"quantity": 50, "quality": 50, "discipline": 0, "citizens": 0}
ALL = ["--quantity", "50", "--quality", "50", "--discipline", "0", "--citizens", "0"]


@pytest.fixture
def tilik(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    return CliRunner()


async def test_weights_hold_from_their_quarter_on(database: Database) -> None:
    def story(store: Store) -> None:
        assert settings.weights(store, Quarter(2026, 4)) == WEIGHTS
        first = {**HALF, "quality": 30, "citizens": 20}
        for weights in (first, HALF):
            version = Version("weights", weights, Quarter(2027, 1).first_day, NOW)
            settings.put(store, version, day=NOW.date())
        assert settings.weights(store, Quarter(2026, 4)) == WEIGHTS
        assert settings.weights(store, Quarter(2027, 1)) == HALF
        assert settings.weights(store, Quarter(2028, 3)) == HALF

    await database.run(story)


def test_the_command_shows_sets_and_shows_again(tilik: CliRunner) -> None:
    assert tilik.invoke(app, ["weights"]).exit_code == 1  # nobody has begun anything here
    done = tilik.invoke(app, ["weights", *ALL, "--quarter", "2099-Q1"])
    assert done.exit_code == 0
    assert "50 50 0 0, berlaku mulai 1 Januari 2099" in done.output
    assert "kuantitas 50" in tilik.invoke(app, ["weights", "--quarter", "2099-Q2"]).output
    assert "kuantitas 40" in tilik.invoke(app, ["weights"]).output


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--quarter", "triwulan 1"], "bukan triwulan"),
        ([*ALL, "--quarter", "2020-Q1"], "sudah lewat"),
        (["--quantity", "100"], "berjumlah 100"),
        ([*ALL[:-1], "1"], "berjumlah 100"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    tilik: CliRunner, options: list[str], sentence: str
) -> None:
    done = tilik.invoke(app, ["weights", *options])
    assert done.exit_code == 1
    assert sentence in done.output


def test_a_database_that_is_away_is_said(
    tilik: CliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no database")
    monkeypatch.setenv("TILIK_DATABASE_URL", f"sqlite:///{tmp_path / 'file'}")
    done = tilik.invoke(app, ["weights"])
    assert done.exit_code == 1
    assert "tidak dapat dibuka" in done.output
