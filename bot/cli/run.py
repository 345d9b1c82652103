"""`tilik run`: the whole product in one process; `tilik migrate`."""

from __future__ import annotations

import asyncio
import errno
import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path

import typer
from filelock import FileLock, Timeout

from bot import logs
from bot.cli.command import answered
from bot.cli.terminal import said, speaker
from bot.config import (
    Settings,
    SettingsWrong,
    chosen_or_exit,
    complain,
    settings_for_run,
    strangers,
)
from models.letters import Text
from models.refused import Refused
from models.store.engine.database import StoreAway
from models.store.engine.migrate import current, migrate
from models.store.engine.roles import RoleUnfit, grant

LISTENS_NOT = {
    errno.EADDRINUSE: "run-port-taken",
    errno.EADDRNOTAVAIL: "run-cannot-listen",
    errno.EACCES: "run-cannot-listen",
}
"""Why the door cannot be opened, in a sentence; any other error is no matter of the door's."""


class Stop(Exception):
    """Tilik cannot run: a sentence for whoever started it."""


def run(*, clock: Callable[[], datetime]) -> int:
    """Run until told to stop; the exit code, 1 with a sentence where Tilik cannot run."""
    logs.begin()
    for one in strangers():
        print(said(one.id, **one.facts), file=sys.stderr)
    try:
        chosen = settings_for_run()
        with only_copy(chosen):
            _up_to_date(chosen)
            return _served(chosen, clock)
    except SettingsWrong as wrong:
        complain(wrong)
    except Stop as wrong:
        print(wrong, file=sys.stderr)
    return 1


def migrated(*, role: str | None = None) -> int:
    """Bring the database up to date, and let the role run Tilik; the exit code."""
    url, say = chosen_or_exit().database, speaker("audit", "command")

    def work() -> None:
        migrate(url)
        try:
            if role is not None:
                grant(url, role)
        except RoleUnfit as wrong:
            raise Refused(Text(wrong.why, {"role": str(role)})) from None

    def show(_: None) -> None:
        typer.echo(say("migrate-done"))
        if role is not None:
            typer.echo(say("migrate-role-done", role=role))

    return answered(work, show, say=say, echo=typer.echo)


@contextmanager
def only_copy(chosen: Settings) -> Iterator[None]:
    """Hold the SQLite file for this process alone; raises `Stop` where another has it."""
    if chosen.file is None:
        yield
        return
    lock = FileLock(f"{chosen.file}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Stop(said("run-second-copy", file=str(chosen.file))) from None
    except OSError:
        raise Stop(said("run-database-away")) from None
    try:
        yield
    finally:
        lock.release()


def runs(chosen: Settings) -> bool | None:
    """Whether a process holds the SQLite file; None where another engine remembers."""
    if chosen.file is None:
        return None
    lock = Path(f"{chosen.file}.lock")
    try:
        with FileLock(lock, timeout=0) if lock.exists() else nullcontext():
            return False
    except Timeout:
        return True
    except OSError:
        return None


def _up_to_date(chosen: Settings) -> None:
    """SQLite is brought up to date here; a shared database only by `tilik migrate`."""
    try:
        if chosen.file is not None:
            migrate(chosen.database)
        elif not current(chosen.database):
            raise Stop(said("run-not-migrated"))
    except StoreAway:
        raise Stop(said("run-database-away")) from None


def _served(chosen: Settings, clock: Callable[[], datetime]) -> int:
    import uvloop

    from bot.background.sealing import OtherSecret
    from bot.channel import TokenRefused

    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_until_stopped(chosen, clock))
    except TokenRefused as wrong:
        raise Stop(said("run-token-refused", names=str(wrong))) from None
    except OtherSecret as other:
        facts = {"fingerprint": other.fingerprint, "now": other.now}
        raise Stop(speaker("audit")("run-other-secret", **facts)) from None
    except StoreAway:
        raise Stop(said("run-database-away")) from None
    return 0


async def _until_stopped(chosen: Settings, clock: Callable[[], datetime]) -> None:
    """Told to stop while it begins, Tilik waits for no platform: nothing is half done by that."""
    stop, begun = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    told = asyncio.create_task(stop.wait())
    runs = asyncio.create_task(_running(chosen, clock, stop, begun))
    await asyncio.wait({told, runs}, return_when=asyncio.FIRST_COMPLETED)
    if not (begun.is_set() or runs.done()):
        runs.cancel()
    told.cancel()
    with suppress(asyncio.CancelledError):
        await runs
    print(said("run-stopped"), flush=True)


async def _running(
    chosen: Settings, clock: Callable[[], datetime], stop: asyncio.Event, begun: asyncio.Event
) -> None:
    from bot.app import running

    try:
        async with running(chosen, clock=clock) as tilik:
            begun.set()
            settle_memory()
            url = chosen.public_url or f"http://{_listens_at(chosen)}"
            for line in tilik.lines:
                print(said(line.ready, url=url), flush=True)
            tilik.broken.add_done_callback(lambda _: stop.set())
            await stop.wait()
            if tilik.broken.done():
                tilik.broken.result()
    except OSError as wrong:
        sentence = LISTENS_NOT.get(wrong.errno or 0)
        if sentence is None:
            raise
        raise Stop(said(sentence, listen=_listens_at(chosen))) from None


def _listens_at(chosen: Settings) -> str:
    """Host and port of the door, also where the settings name none."""
    host, port = chosen.address or ("", 0)
    return f"{host}:{port}"


def settle_memory() -> None:
    """Take what start-up has made out of the collector's sight: walking all of it again and again
    is otherwise a large part of a turn."""
    gc.collect()
    gc.freeze()
    gc.enable()
