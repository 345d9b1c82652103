"""Bots under test: real processes, each alone on one core, and what they have used of it."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from models.store.engine.migrate import migrate
from tests.keyed import opened
from tests.office import Office, open_office

CORES = sorted(os.sched_getaffinity(0))
BOT_CORE, LOAD_CORES = CORES[0], CORES[1:] or CORES
TOKEN = "1:demo"
READY_WITHIN = 60.0


def now() -> datetime:
    """The clock of the boxes and of what is put into a store before a run."""
    return datetime.now(UTC)  # noqa: TID251  (a benchmark has a command line of its own)


def free_port() -> int:
    """A port that nobody listens to just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def office_at(url: str) -> Office:
    """A migrated database with the office of the stories in it. Not within a running loop."""
    migrate(url)

    async def opening() -> Office:
        database = opened(url)
        office = await database.run(lambda store: open_office(store, now=now()))
        await database.close()
        return office

    return asyncio.run(opening())


def tilik_settings(database: str, *, api: str, folder: Path, webhook: bool) -> dict[str, str]:
    """The environment of `tilik run` on this database, against the Telegram at `api`."""
    chosen = {
        "TILIK_DATABASE_URL": database,
        "TILIK_HOME": str(folder),
        "TILIK_TELEGRAM_TOKEN": TOKEN,
        "TILIK_TELEGRAM_API": api,
        "TILIK_TELEGRAM_RATE": "0",
    }
    if webhook:
        listen = f"127.0.0.1:{free_port()}"
        chosen |= {
            "TILIK_LISTEN": listen,
            "TILIK_PUBLIC_URL": f"http://{listen}",
            "TILIK_TELEGRAM_SECRET": "benchmark_secret",
        }
    return chosen


@asynccontextmanager
async def started(
    command: Sequence[str],
    *,
    environment: Mapping[str, str],
    ready: Callable[[], bool] | None = None,
) -> AsyncIterator[psutil.Process]:
    """A Python process on the bots' core, from its first line of output (and `ready`) on."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        env={**os.environ, **environment},
        stdout=asyncio.subprocess.PIPE,
        preexec_fn=lambda: os.sched_setaffinity(0, {BOT_CORE}),
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(READY_WITHIN):
            first = await process.stdout.readline()
            while ready is not None and not ready():  # noqa: ASYNC110  (the box rings no bell)
                await asyncio.sleep(0.01)
        if not first:
            raise RuntimeError(f"{command} did not start")
        yield psutil.Process(process.pid)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def cpu(process: psutil.Process) -> float:
    """Seconds of CPU that the process has used, user and system, all threads."""
    used = process.cpu_times()
    return float(used.user + used.system)
