"""`tilik restore`: from a backup and its recovery key alone, on a machine that has nothing yet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.background.epochs import remember
from bot.backup import recovery_key
from bot.backup.age import Damaged, NoBackup, OtherKey
from bot.backup.archive import Archive, Aside
from bot.cli.command import answered
from bot.cli.run import Stop, only_copy
from bot.cli.terminal import speaker
from bot.config import Settings, chosen_or_exit
from bot.keys import file_of
from models.calendar import local
from models.dice import SYSTEM
from models.letters import Text
from models.refused import Refused
from models.store.engine.dump import Newer, NotEmpty, Unfit, load
from models.store.oversight.epochs import Remembered

_WHY = {
    NoBackup: "restore-no-backup",
    OtherKey: "restore-wrong-key",
    Damaged: "restore-damaged",
    Unfit: "restore-damaged",
    Newer: "restore-newer",
    NotEmpty: "restore-not-empty",
}


@dataclass(frozen=True)
class Restored:
    """When the backup was made, how many rows it has, where the settings of then are."""

    made_at: datetime
    rows: int
    settings: Path | None = None


def restore(file: Path, *, key_file: Path | None, only_check: bool) -> int:
    """Fill the database that the settings name, which must be empty, and put the secret back.

    1 with a sentence where that cannot be, and then nothing is changed. `only_check` reads all of
    the backup and writes nothing.
    """
    chosen, say = chosen_or_exit(), speaker("operations", "command")

    def work() -> Restored:
        if not only_check:
            chosen.make_home(to_keep=True)
            _no_file(chosen)
        with ExitStack() as stack:
            archive = stack.enter_context(_opened(file, key_file, say("restore-ask-key")))
            if only_check:
                rows = sum(isinstance(line, list) for line in archive.lines())
                return Restored(archive.aside.made_at, rows)
            return _restored(chosen, archive)

    def show(done: Restored) -> None:
        at = f"{local(done.made_at, chosen.zone):%Y-%m-%d %H.%M}"
        text = "restore-checked" if only_check else "restore-done"
        typer.echo(say(text, at=at, rows=done.rows, settings=str(done.settings)))

    try:
        return answered(work, show, say=say, echo=typer.echo)
    except Stop as no:
        typer.echo(str(no), err=True)
        return 1


@contextmanager
def _opened(file: Path, key_file: Path | None, ask: str) -> Iterator[Archive]:
    try:
        with file.open("rb") as backup:  # before anybody types a key of 74 letters
            typed = key_file.read_bytes().decode("ascii", "replace") if key_file else _typed(ask)
            yield Archive(backup, _key_in(typed))
    except OSError as wrong:
        facts = {"file": str(wrong.filename or file), "why": wrong.strerror or ""}
        raise Refused(Text("restore-unread", facts)) from None
    except tuple(_WHY) as wrong:
        raise Refused(Text(_WHY[type(wrong)])) from None


def _key_in(words: str) -> X25519PrivateKey:
    try:
        return recovery_key.read(words)
    except ValueError:
        raise Refused(Text("restore-no-key")) from None


def _typed(ask: str) -> str:
    """The key, not shown while somebody types it; a line of what another program gives."""
    return str(typer.prompt(ask, hide_input=True)) if sys.stdin.isatty() else sys.stdin.readline()


def _restored(chosen: Settings, archive: Archive) -> Restored:
    aside = archive.aside
    with only_copy(chosen):
        _no_file(chosen)
        with _secret_of(chosen, aside), _gone_if_broken(chosen):
            rows = load(chosen.database, aside.revision, archive.lines())
            remember(chosen, Remembered(SYSTEM.hexadecimal(16), 0))  # of no database: it is paused
    if not recovery_key.file_of(chosen).exists():  # the next backup is for the same key
        _own_file(recovery_key.file_of(chosen), f"{recovery_key.public(archive.key)}\n")
    return Restored(aside.made_at, rows, _settings_of(chosen, aside))


def _no_file(chosen: Settings) -> None:
    if chosen.file is not None and chosen.file.exists():
        raise Refused(Text(_WHY[NotEmpty]))


@contextmanager
def _gone_if_broken(chosen: Settings) -> Iterator[None]:
    """A SQLite file that was only begun is taken away."""
    try:
        yield
    except BaseException:
        for end in ("", "-wal", "-shm"):
            if chosen.file is not None:
                Path(f"{chosen.file}{end}").unlink(missing_ok=True)
        raise


@contextmanager
def _secret_of(chosen: Settings, aside: Aside) -> Iterator[None]:
    """The secret of then is put where this Tilik reads it. Refused where there is another one."""
    given, file = chosen.secret.get_secret_value(), file_of(chosen)
    here = given or (file.read_text("ascii").strip() if file.exists() else None)
    if aside.secret is None or here == aside.secret:
        yield
        return
    if here is not None:
        name = "TILIK_SECRET" if given else str(file)
        raise Refused(Text("restore-other-secret", {"name": name}))
    _own_file(file, f"{aside.secret}\n")
    try:
        yield
    except BaseException:
        file.unlink()
        raise


def _settings_of(chosen: Settings, aside: Aside) -> Path:
    """The settings of then, to be compared and taken over by whoever restores."""
    file = chosen.home.absolute() / "restored.env"
    lines = (f"{name}={_quoted(value)}\n" for name, value in aside.settings.items())
    _own_file(file, "".join(lines))
    return file


def _quoted(value: str) -> str:
    """A value as a `.env` file has it."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _own_file(file: Path, words: str) -> None:
    """Write a file that its owner alone may read."""
    file.parent.mkdir(0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(words)
