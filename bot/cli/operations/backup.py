"""`tilik backup`: all of it in one file, sealed for a recovery key that is not here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO

import typer
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from pydantic import SecretStr

from bot.backup import recovery_key
from bot.backup.archive import Aside, stamp_of, write
from bot.cli.command import answered, read
from bot.cli.terminal import speaker
from bot.config import Settings, chosen_or_exit
from bot.keys import known
from models.letters import Text
from models.refused import Refused
from models.store.engine.migrate import revisions

SUFFIX = ".age"
MACHINES = frozenset({"database_url", "home", "listen", "secret"})
"""Settings of the machine itself: another one has its own. The secret is kept apart."""


def make_key(*, now: datetime) -> int:
    """Make a recovery key, print its private half this once, keep the public one; 1 where there is
    one already."""
    chosen, say = chosen_or_exit(), speaker("operations", "command")

    def work() -> str:
        if recovery_key.file_of(chosen).exists():
            raise Refused(Text("backup-key-there", {"file": str(recovery_key.file_of(chosen))}))
        key = recovery_key.new()
        with _new_file(recovery_key.file_of(chosen)) as file:
            file.write(f"{recovery_key.public(key)}\n".encode())
        return recovery_key.written(key)

    def show(key: str) -> None:
        typer.echo(say("backup-key", key=key, file=str(recovery_key.file_of(chosen))))

    return answered(work, show, say=say, echo=typer.echo)


def backup(target: Path | None, *, now: datetime) -> int:
    """Write the backup to the file, into the folder, or into `backups` at home; 1 with a sentence
    where it cannot be: no key, no room, no database, a file that is there."""
    chosen, say = chosen_or_exit(), speaker("operations", "command")
    target = target or chosen.home.absolute() / "backups"
    file = _file_for(target, now)

    def work() -> int:
        if file != target:
            _make_folder(target)
        with _new_file(file) as out:
            keep = partial(write, file=out, aside=_aside(chosen, now), to=_public(chosen))
            rows = read(chosen.database, keep)
        stamp_of(chosen).touch(mode=0o600)
        os.utime(stamp_of(chosen), (now.timestamp(), now.timestamp()))
        return rows

    def show(rows: int) -> None:
        size = max(1, file.stat().st_size // 1000)
        typer.echo(say("backup-made", file=str(file), rows=rows, size=size))

    return answered(work, show, say=say, echo=typer.echo)


def _public(chosen: Settings) -> X25519PublicKey:
    try:
        return recovery_key.read_public(recovery_key.file_of(chosen).read_text("ascii"))
    except FileNotFoundError:
        raise Refused(Text("backup-no-key")) from None
    except (OSError, ValueError):
        raise Refused(
            Text("backup-key-broken", {"file": str(recovery_key.file_of(chosen))})
        ) from None


def _file_for(target: Path, now: datetime) -> Path:
    """The file itself where it is named as backups are, or is there; else one in that folder."""
    is_file = target.suffix == SUFFIX or target.is_file()
    return target if is_file else target / f"tilik-{now:%Y%m%d-%H%M%S}{SUFFIX}"


def _make_folder(folder: Path) -> None:
    """Make it where it is missing; Refused where it cannot be."""
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
    except OSError as wrong:
        raise _unwritten(folder, wrong) from None


def _unwritten(file: Path, wrong: OSError) -> Refused:
    facts = {"file": str(file), "why": wrong.strerror or type(wrong).__name__}
    return Refused(Text("backup-unwritten", facts))


def _aside(chosen: Settings, now: datetime) -> Aside:
    keys = known(chosen)
    secret = keys.secret.decode() if keys is not None else None
    return Aside(now, revisions()[0], secret, dict(_given(chosen)))


def _given(chosen: Settings) -> Iterator[tuple[str, str]]:
    """The settings that somebody has made, as they stand in the environment."""
    for name in sorted(chosen.model_fields_set - MACHINES):
        value = getattr(chosen, name)
        plain = value.get_secret_value() if isinstance(value, SecretStr) else value
        yield f"TILIK_{name.upper()}", str(plain)


@contextmanager
def _new_file(file: Path) -> Iterator[IO[bytes]]:
    """A file that is there once it is whole, its owner's alone to read; Refused where it cannot."""
    fresh = file.with_name(f"{file.name}.part")
    try:
        if file.exists():
            raise Refused(Text("backup-file-there", {"file": str(file)}))
        fresh.touch(mode=0o600)
        with fresh.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        fresh.rename(file)
    except OSError as wrong:
        raise _unwritten(file, wrong) from None
    finally:
        fresh.unlink(missing_ok=True)
