"""A backup, and Tilik on another machine out of it and the recovery key alone."""

from __future__ import annotations

import asyncio
import re
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from dotenv import dotenv_values
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.alarms import Alarms, file_of
from bot.background.epochs import Epochs
from bot.backup import recovery_key
from bot.cli.command import changed, read
from bot.config import settings
from bot.keys import keys
from models.dice import SYSTEM
from models.store.chat import identities
from models.store.engine.database import opened
from tests.store.test_dump import furnish, lines_of, without_numbers

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
SARI = {"name": "Sari Ningsih", "phone": "081234567890"}
TOKEN = "4711:token'with signs"


class Machine:
    """A machine with a home and a database; what is typed there."""

    def __init__(self, home: Path, database: str, patch: pytest.MonkeyPatch) -> None:
        self.home, self.database, self._patch = home, database, patch
        home.mkdir()
        patch.delenv("TILIK_SECRET", raising=False)

    def types(self, *words: str, key: str | None = None) -> Result:
        self._patch.chdir(self.home)
        self._patch.setenv("TILIK_HOME", str(self.home))
        self._patch.setenv("TILIK_DATABASE_URL", self.database)
        return CliRunner().invoke(app, words, obj=lambda: NOW, input=key and f"{key}\n")

    def new_key(self) -> str:
        found = re.search(r"AGE-SECRET-KEY-1\S+", self.types("backup", "--new-key").output)
        assert found
        return found[0]

    def backup(self) -> Path:
        made = self.types("backup", str(self.home / "made.age"))
        assert made.exit_code == 0, made.output
        return self.home / "made.age"


@pytest.fixture
def here(databases: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path / "here", databases, monkeypatch)


@pytest.fixture
def there(empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path / "there", empty, monkeypatch)


def paused(machine: Machine) -> tuple[str, ...]:
    """The alarms of a Tilik that compares its database with what is remembered, as it does at its
    start."""

    async def run() -> tuple[str, ...]:
        database, chosen = opened(machine.database), settings()
        known = Alarms(file_of(chosen), lambda: NOW)
        epochs = Epochs(chosen, database, clock=lambda: NOW, alarms=known, dice=SYSTEM)
        await epochs.keep()
        await database.close()
        assert epochs.paused() == bool(known.on)
        return tuple(one.name for one in known.on)

    return asyncio.run(run())


SAME = [("sqlite", "sqlite"), ("postgresql", "postgresql")]


@pytest.mark.parametrize(("databases", "empty"), SAME, indirect=True)
async def test_an_empty_machine_is_filled_from_backup_and_key_alone(
    here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", TOKEN)
    await asyncio.to_thread(_from_one_to_the_other, here, there, monkeypatch)


def _from_one_to_the_other(here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    key = here.new_key()
    changed(here.database, furnish)
    forgotten = date(2027, 1, 31)
    sealed = changed(
        here.database,
        lambda store: identities.put(store, SARI, keys=keys(settings()), forgotten_on=forgotten),
    )
    secret, made = keys(settings()).secret, here.backup()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    monkeypatch.delenv("TILIK_TELEGRAM_TOKEN")
    done = there.types("restore", str(made), key=key)
    assert done.exit_code == 0, done.output
    assert "2026-11-23 10.00" in done.output
    assert key not in done.output
    again = keys(settings())
    assert again.secret == secret
    assert read(there.database, lambda s: identities.opened(s, sealed, keys=again)) == SARI
    as_it_was = without_numbers(read(here.database, lines_of))
    assert without_numbers(read(there.database, lines_of)) == as_it_was
    assert dotenv_values(there.home / "restored.env") == {"TILIK_TELEGRAM_TOKEN": TOKEN}
    assert there.types("verify").exit_code == 0
    assert there.types("restore", str(there.backup()), "--check", key=key).exit_code == 0
    assert paused(there) == ("restored",)
    assert "Tilik mengirim lagi" in there.types("resume").output
    assert paused(there) == ()


def test_what_was_restored_may_be_resumed_before_tilik_runs(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Machine(tmp_path / "here", sqlite, monkeypatch)
    there = Machine(tmp_path / "there", f"sqlite:///{tmp_path / 'new.db'}", monkeypatch)
    key = here.new_key()
    changed(sqlite, furnish)
    assert there.types("restore", str(here.backup()), key=key).exit_code == 0
    assert "Tilik mengirim lagi" in there.types("resume").output
    assert paused(there) == ()
    assert "Tidak ada yang tertahan" in there.types("resume").output


@pytest.fixture
def backed(sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Machine, str]:
    """A machine with a backup, and the key that opens it."""
    machine = Machine(tmp_path / "here", sqlite, monkeypatch)
    key = machine.new_key()
    changed(sqlite, furnish)
    keys(settings())
    machine.backup()
    return machine, key


def test_the_backup_and_its_machine_tell_nothing_of_what_is_in_it(
    backed: tuple[Machine, str],
) -> None:
    machine, key = backed
    made = (machine.home / "made.age").read_bytes()
    assert b"Dewi" not in made
    assert keys(settings()).secret not in made
    there = b"".join(file.read_bytes() for file in machine.home.iterdir())
    assert key.lower().encode() not in there.lower()


def test_a_key_is_made_once_and_a_backup_overwrites_nothing(backed: tuple[Machine, str]) -> None:
    machine, _ = backed
    again = machine.types("backup", "--new-key")
    assert (again.exit_code, "recovery.pub" in again.output) == (1, True)
    before = (machine.home / "made.age").read_bytes()
    twice = machine.types("backup", str(machine.home / "made.age"))
    assert (twice.exit_code, "tidak ditimpa" in twice.output) == (1, True)
    assert (machine.home / "made.age").read_bytes() == before
    assert machine.types("backup").exit_code == 0
    (by_itself,) = (machine.home / "backups").iterdir()
    assert by_itself.name == "tilik-20261123-030000.age"
    for folder in ("cadangan/", "cadangan lain/malam"):
        assert machine.types("backup", folder).exit_code == 0
        assert [one.name for one in (machine.home / folder).iterdir()] == [by_itself.name]
    assert (machine.home / "cadangan").stat().st_mode & 0o077 == 0
    within = machine.types("backup", "made.age/malam")
    assert (within.exit_code, "tidak dapat ditulis" in within.output) == (1, True)


def test_without_a_key_no_backup_is_made(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(tmp_path / "here", sqlite, monkeypatch)
    done = machine.types("backup", "made.age")
    assert (done.exit_code, "tilik backup --new-key" in done.output) == (1, True)
    (machine.home / "recovery.pub").write_text("age1nonsense")
    assert "tidak dapat dibaca" in machine.types("backup", "made.age").output
    assert "tidak dapat ditulis" in machine.types("backup", "nowhere/made.age").output
    assert [file.name for file in machine.home.iterdir()] == ["recovery.pub"]


def test_a_backup_can_be_tried_without_restoring_it(backed: tuple[Machine, str]) -> None:
    machine, key = backed
    done = machine.types("restore", "made.age", "--check", key=key)
    assert (done.exit_code, "Tidak ada yang diubah" in done.output) == (0, True)
    assert not (machine.home / "restored.env").exists()


def test_what_cannot_be_restored_is_said_and_nothing_is_left_behind(
    backed: tuple[Machine, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, key = backed
    whole = (machine.home / "made.age").read_bytes()
    other = Machine(tmp_path / "there", f"sqlite:///{tmp_path / 'there' / 'new.db'}", monkeypatch)

    def restoring(file: bytes, key: str = key) -> str:
        (tmp_path / "given.age").write_bytes(file)
        done = other.types("restore", str(tmp_path / "given.age"), key=key)
        assert done.exit_code == 1
        assert {file.name for file in other.home.iterdir()} <= {"new.db.lock", "secret.key"}
        return done.output

    assert "salah ketik" in restoring(whole, key[:-1] + "Q" if key[-1] != "Q" else key[:-1] + "P")
    assert "kunci pemulihan yang lain" in restoring(whole, recovery_key.written(recovery_key.new()))
    assert "bukan cadangan Tilik" in restoring(b"PK")
    assert "rusak atau terpotong" in restoring(whole[:-200])
    assert not (other.home / "secret.key").exists()
    (other.home / "secret.key").write_text("x" * 64)
    assert "rahasia yang berbeda" in restoring(whole)
    (other.home / "secret.key").unlink()
    monkeypatch.setenv("TILIK_HOME", str(tmp_path / "given.age"))
    shut = CliRunner().invoke(app, ["restore", str(tmp_path / "given.age")], input=f"{key}\n")
    assert shut.output.startswith("Tilik tidak dapat menulis ke folder di TILIK_HOME"), shut.output
    assert not (other.home / "new.db").exists()
    no_file = other.types("restore", "hantu.age", key=key).output
    assert no_file.startswith("hantu.age tidak dapat dibaca"), no_file  # nobody was asked for a key


def test_only_an_empty_database_is_filled(backed: tuple[Machine, str]) -> None:
    machine, key = backed
    done = machine.types("restore", "made.age", key=key)
    assert (done.exit_code, done.output.startswith("Basis data tujuan tidak kosong")) == (1, True)


def test_a_backup_of_a_newer_tilik_is_refused(
    backed: tuple[Machine, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, key = backed
    monkeypatch.setattr("models.store.engine.dump.revisions", lambda: ("0001",))
    other = Machine(tmp_path / "there", f"sqlite:///{tmp_path / 'there' / 'new.db'}", monkeypatch)
    done = other.types("restore", str(machine.home / "made.age"), key=key)
    assert (done.exit_code, "Mutakhirkan Tilik" in done.output) == (1, True)
