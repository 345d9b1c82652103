"""`tilik run` starts with what it needs, and nothing else."""

from __future__ import annotations

import asyncio
import errno
import gc
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.app import Tilik
from bot.channel import TokenRefused
from bot.cli.demo import MovableClock, demo
from bot.cli.run import run, settle_memory
from tests.actors import NINE_O_CLOCK as NOW
from tests.source import ROOT

ELSEWHERE = ("pywa", "asyncpg", "sqlalchemy.orm", "matplotlib", "typst", "pygments", "rich")
"""For WhatsApp, for PostgreSQL, for pictures and pages, and for colours on a terminal."""
RUN = f"""
import atexit, gc, sys
from bot.__main__ import main

@atexit.register
def told():
    print("loaded:", [name for name in {ELSEWHERE} if sys.modules.get(name)])
    print("collects:", gc.isenabled(), "frozen:", gc.get_freeze_count() > 100_000)

sys.argv = ["tilik", "run"]
main()
"""


def test_a_start_on_telegram_and_sqlite_loads_nothing_of_the_others(tmp_path: Path) -> None:
    chosen = {
        "TILIK_DATABASE_URL": f"sqlite:///{tmp_path / 'tilik.db'}",
        "TILIK_HOME": str(tmp_path),
        "TILIK_TELEGRAM_TOKEN": "1:demo",
        "TILIK_TELEGRAM_API": "http://127.0.0.1:1",
        "PYTHONPATH": str(ROOT),
    }
    with subprocess.Popen(
        [sys.executable, "-c", RUN],
        cwd=tmp_path,
        env={**os.environ, **chosen},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout
        ready = running.stdout.readline()
        running.terminate()
        said, wrong = running.communicate()
    assert running.returncode == 0, wrong
    assert ready
    assert said.splitlines()[-2:] == ["loaded: []", "collects: True frozen: True"]


async def test_every_platform_is_asked_at_once_whether_it_knows_us() -> None:
    """Each may take its time; one that refuses takes nothing from the other."""
    together = asyncio.Barrier(2)

    class Line:
        def __init__(self, refused: str) -> None:
            self.refused = refused

        async def check(self) -> None:
            await together.wait()
            if self.refused:
                raise TokenRefused(self.refused)

    alarms = SimpleNamespace(only=lambda *_: None)
    both: Any = SimpleNamespace(lines=(Line("TILIK_TELEGRAM_TOKEN"), Line("")), alarms=alarms)
    assert await asyncio.wait_for(Tilik.check(both), 60) == {"TILIK_TELEGRAM_TOKEN"}


def test_a_stop_while_it_begins_waits_for_no_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    @asynccontextmanager
    async def begins(*_: object, **__: object) -> AsyncIterator[None]:
        signal.raise_signal(signal.SIGTERM)
        await asyncio.Event().wait()  # a platform that never answers
        yield

    monkeypatch.setattr("bot.app.running", begins)
    monkeypatch.setenv("TILIK_DATABASE_URL", f"sqlite:///{tmp_path / 'tilik.db'}")
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", "1:demo")
    monkeypatch.setenv("LC_ALL", "id")
    monkeypatch.chdir(tmp_path)
    assert run(clock=lambda: NOW) == 0
    assert capfd.readouterr().out.splitlines() == ["Tilik berhenti."]


def test_the_collector_is_on_again_when_memory_has_settled() -> None:
    gc.disable()
    try:
        settle_memory()
        assert gc.isenabled()
    finally:
        gc.enable()


def test_who_stops_it_while_it_begins_reads_no_traceback() -> None:
    stopped = subprocess.run(
        [sys.executable, "-c", "import bot; raise KeyboardInterrupt"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (stopped.returncode, stopped.stderr) == (-signal.SIGINT, b"")


@pytest.fixture
def signals() -> Iterator[None]:
    """What a process does on a signal is as before, afterwards."""
    before = [(one, signal.getsignal(one)) for one in (signal.SIGTERM, signal.SIGINT)]
    # what a shell starts in the background inherits that nobody stops it with Ctrl+C
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for one, handler in before:
        signal.signal(one, handler)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_demo_that_is_stopped_while_it_begins_leaves_no_folder(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], number: signal.Signals
) -> None:
    begun: list[Path] = []

    def begins(folder: Path, clock: MovableClock, **_: object) -> None:
        begun.append(folder)
        signal.raise_signal(number)

    monkeypatch.setattr("bot.cli.demo._play", begins)
    assert demo(port=0, seed=1, browser=False, clock=lambda: NOW) == 0
    assert not begun[0].exists()
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("code", [errno.EADDRINUSE, errno.EACCES, errno.ENOSPC])
def test_a_demo_says_that_its_port_is_not_to_be_had_and_of_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], code: int
) -> None:
    def begins(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("bot.cli.demo._play", begins)
    if code == errno.ENOSPC:
        with pytest.raises(OSError, match="space"):
            demo(port=80, seed=1, browser=False, clock=lambda: NOW)
        return
    assert demo(port=80, seed=1, browser=False, clock=lambda: NOW) == 1
    assert "Port 80" in capfd.readouterr().err
    assert CliRunner().invoke(app, ["demo", "--port", "99999"]).exit_code == 2
