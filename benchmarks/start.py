"""From `tilik run` to the first reply: seconds, CPU and memory, and what the imports take of it."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks.bots import LOAD_CORES, cpu, office_at, started, tilik_settings
from benchmarks.citizens import stage
from benchmarks.tables import table
from tests.office import Office

TIMES = 5
STEPS = {
    "exec to its first line": "s",
    "exec to its first reply": "s",
    "its CPU until then": "s",
    "its memory then": "MB",
}
WATCHED = ("aiogram", "telegram.ext", "telegram", "sqlalchemy", "aiohttp", "handlers", "pydantic")
ROOMS = ("bot.cli.run", "bot.app", "bot.telegram.listener", "bot.telegram.speaker")
"""What `tilik run` imports on Telegram, in this order."""
_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| ( *)(\S+)")


def run(options: Namespace) -> None:
    """Start it again and again, and print."""
    os.sched_setaffinity(0, LOAD_CORES)
    times = 1 if options.small else TIMES
    with tempfile.TemporaryDirectory(prefix="tilik-bench-") as folder:
        took = [_started(Path(folder) / f"tilik-{number}.db") for number in range(times)]
    table(
        f"`tilik run` on SQLite, up to date; one citizen's tap waits for it; median of {times}",
        ("", "median", "least to most"),
        [
            (step, f"{median(row):.2f} {unit}", f"{min(row):.2f}-{max(row):.2f}")
            for (step, unit), row in zip(STEPS.items(), zip(*took, strict=True), strict=True)
        ],
    )
    table(
        "Imports of `tilik run` on Telegram, each with all it brings first",
        ("", "seconds"),
        _imports(),
    )
    helped = [_seconds(["-m", "bot", "--help"]) for _ in range(times)]
    print(f"`tilik --help`: {median(helped):.2f} s (aim 0.5), median of {times}", flush=True)


def _started(file: Path) -> tuple[float, ...]:
    """A database of its own: a new Telegram counts its updates from 1, which the old one knows."""
    url = f"sqlite:///{file}"
    return asyncio.run(_first_reply(url, office_at(url), folder=file.parent))


async def _first_reply(url: str, office: Office, *, folder: Path) -> tuple[float, ...]:
    """What it took from exec to the sentence that it is ready, and to the reply to who waits."""
    async with stage() as box:
        chosen = tilik_settings(url, api=box.url, folder=folder, webhook=False)
        answered = asyncio.get_running_loop().create_future()
        box.expecting[7] = answered
        box.phone(7).start(office.counters[0].code)
        since = monotonic()
        async with started(["-m", "bot", "run"], environment=chosen) as bot:
            ready = monotonic()
            async with asyncio.timeout(60):
                replied = await answered
            return ready - since, replied - since, cpu(bot), bot.memory_info().rss / 1e6


def _imports() -> list[tuple[str, str]]:
    """The seconds of importing Tilik, and of its largest packages."""
    command = [sys.executable, "-X", "importtime", "-c", f"import {', '.join(ROOMS)}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    whole = {found[4]: int(found[2]) / 1e6 for found in _LINE.finditer(told)}
    rows = [(name, f"{whole[name]:.2f}") for name in WATCHED if name in whole]
    every = sum(whole[name] for name in ROOMS)
    return [("all", f"{every:.2f}"), *sorted(rows, key=lambda row: -float(row[1]))]


def _seconds(arguments: Sequence[str]) -> float:
    since = monotonic()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    return monotonic() - since
