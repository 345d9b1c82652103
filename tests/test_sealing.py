"""The secret of a house, and what the running Tilik does with it: sealing, and telling where."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import delete

from bot.alarms import Alarms
from bot.background.epochs import Epochs
from bot.background.sealing import OtherSecret, Sealing
from bot.cli.operations.resume import resume
from bot.cli.trail.secret import secret
from bot.cli.trail.verify import verify
from bot.config import Settings, SettingsWrong
from bot.keys import file_of, keys, known
from models.dice import SYSTEM
from models.keys import Keys
from models.store import Store
from models.store.engine.database import opened
from models.store.oversight.seals import unsealed
from models.store.oversight.trail import Note, note
from models.store.schema import seals
from tests.actors import Clock
from tests.store.test_audit import opened_up
from tests.store.test_epochs import cut

KEYS = Keys(b"k" * 32)
NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_secret_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests share of secrets is not to be seen here."""
    monkeypatch.delenv("TILIK_SECRET")


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    chosen = Settings(home=tmp_path, database_url="postgresql://nowhere/tilik")
    assert known(chosen) is None
    assert not file_of(chosen).exists()
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: keys(chosen), range(16)))
    assert len(set(made)) == 1
    assert known(chosen) == made[0]
    assert file_of(chosen).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]
    assert made[0].secret.decode() not in repr(made[0])


def test_a_setting_goes_before_the_file(tmp_path: Path) -> None:
    chosen = Settings(home=tmp_path, secret=SecretStr("s" * 32))
    assert keys(chosen) == known(chosen) == Keys(b"s" * 32)
    assert not file_of(chosen).exists()
    with pytest.raises(SettingsWrong, match="TILIK_SECRET"):
        keys(chosen.model_copy(update={"secret": SecretStr("pendek")}))


@pytest.mark.parametrize("content", [b"pendek", b"", b"\xff" * 40])
def test_a_file_that_holds_no_secret_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    chosen = Settings(home=tmp_path)
    file_of(chosen).write_bytes(content)
    with pytest.raises(SettingsWrong, match="TILIK_HOME"):
        keys(chosen)
    assert file_of(chosen).read_bytes() == content


async def test_where_the_trail_ends_is_told_once_a_day(
    databases: str, caplog: pytest.LogCaptureFixture
) -> None:
    clock, database = Clock(), opened(databases)
    sealing = Sealing(database, KEYS, clock)
    caplog.set_level(logging.INFO, "tilik.trail")
    await sealing.seal()
    assert caplog.messages == []
    for _ in range(3):
        await database.run(lambda store: note(store, Note("link", NOW, NOW.date(), by=1)))
        await sealing.seal()
        clock.now += timedelta(hours=1)
    assert await database.read(unsealed) == 0
    assert [one.split(":")[0] for one in caplog.messages] == ["the trail is sealed up to 1"]
    clock.now += timedelta(days=1)
    await sealing.seal()
    assert [one.split(":")[0][-1] for one in caplog.messages] == ["1", "3"]
    await sealing.check()
    with pytest.raises(OtherSecret) as other:
        await Sealing(database, Keys(b"o" * 32), clock).check()
    assert (other.value.fingerprint, other.value.now) != (KEYS.fingerprint, KEYS.fingerprint)
    await database.close()


async def test_a_database_that_is_away_is_sealed_later(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no database")
    database = opened(f"sqlite:///{tmp_path / 'file'}")
    await Sealing(database, KEYS, Clock()).seal()
    await database.close()


def test_without_a_database_there_is_nothing_to_verify(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    assert verify(as_json=True, now=NOW) == secret(accepts=True, now=NOW) == 1
    assert capsys.readouterr().err.count(f"{tmp_path}/tilik.db") == 2
    (tmp_path / "file").write_text("no database")
    monkeypatch.setenv("TILIK_DATABASE_URL", f"sqlite:///{tmp_path / 'file'}")
    assert verify(as_json=True, now=NOW) == secret(accepts=True, now=NOW) == 1
    assert capsys.readouterr().err.count("tidak dapat dibuka") == 2


async def test_a_trail_that_was_cut_is_not_sealed_and_verify_says_so(
    databases: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also where head and seals were mended with it, so that what is left is whole in itself."""
    monkeypatch.setenv("TILIK_DATABASE_URL", databases)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    clock, chosen = Clock(), Settings()
    database = opened(databases)
    alarms = Alarms(tmp_path / "alarms.json", clock)
    epochs = Epochs(chosen, database, clock=clock, alarms=alarms, dice=SYSTEM)
    sealing = Sealing(database, keys(chosen), clock, epochs.allows_seal)
    for by in (1, 2):
        await database.run(lambda store, by=by: note(store, Note("link", NOW, NOW.date(), by=by)))
        clock.now += timedelta(hours=1)
        await epochs.keep()
        await sealing.seal()
    assert await database.read(unsealed) == 0
    await database.run(cut_to_the_first_seal)
    await sealing.seal()  # before anybody has looked
    for by in (3, 4):
        await database.run(lambda store, by=by: note(store, Note("link", NOW, NOW.date(), by=by)))
        clock.now += timedelta(hours=1)
        await epochs.keep()
        await sealing.seal()
    assert await database.read(unsealed) == 2
    assert [alarm.name for alarm in alarms.on] == ["trail-cut"]
    assert await asyncio.to_thread(verify, as_json=True, now=NOW) == 1
    assert "verify-anchor-gone" in capsys.readouterr().out
    assert await asyncio.to_thread(resume, now=NOW) == 0
    assert "menyegel lagi" in capsys.readouterr().out
    await epochs.keep()
    await sealing.seal()
    assert await database.read(unsealed) == 0
    assert not alarms.on
    assert await asyncio.to_thread(verify, as_json=True, now=NOW) == 0
    await database.close()


def cut_to_the_first_seal(store: Store) -> None:
    opened_up(store)
    store.execute(delete(seals).where(seals.c.number > 1))
    cut(store, 1)
