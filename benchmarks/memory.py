"""Whether Tilik's memory stays where it is over fifty thousand turns."""

from __future__ import annotations

import asyncio
import os
import tempfile
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import uvloop

from benchmarks.bots import LOAD_CORES, office_at, started, tilik_settings
from benchmarks.citizens import Load, stage
from benchmarks.tables import table
from tests.office import Office

TURNS, EVERY = 50_000, 5_000
CITIZENS = 24
QUIET_FOR = 120.0


def run(options: Namespace) -> None:
    """Drive, sample and print."""
    os.sched_setaffinity(0, LOAD_CORES)
    turns, every = (10_000, 1_000) if options.small else (TURNS, EVERY)
    with tempfile.TemporaryDirectory(prefix="tilik-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'tilik.db'}"
        office = office_at(url)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            sampled = runner.run(
                _sampled(url, office, folder=Path(folder), turns=turns, every=every)
            )
    table(
        f"Resident memory of `tilik run` on SQLite over {turns:,} turns",
        ("turns", "memory"),
        [(f"{done:,}", f"{size / 1e6:.1f} MB") for done, size in sampled],
    )
    later = sampled[len(sampled) // 2 :]
    print(f"Slope over all: {_slope(sampled):+.0f} bytes a turn; second half: {_slope(later):+.0f}")


async def _sampled(
    url: str, office: Office, *, folder: Path, turns: int, every: int
) -> list[tuple[int, int]]:
    """Turns done and bytes resident, at the start and every so many turns."""
    async with stage() as box:
        chosen = tilik_settings(url, api=box.url, folder=folder, webhook=True)
        command = ["-m", "bot", "run"]
        async with started(command, environment=chosen, ready=lambda: bool(box.webhook.url)) as bot:
            load = Load(box, [counter.code for counter in office.counters])
            found = [(0, _resident(bot))]
            for _ in range(CITIZENS):
                load.start(load.without_end())
            while len(found) <= turns // every:
                await _until(load, len(found) * every)
                found.append((len(load.taken), _resident(bot)))
            for task in load.running:
                task.cancel()
            await asyncio.gather(*load.running, return_exceptions=True)
            return found


async def _until(load: Load, turns: int) -> None:
    """Until so many turns are done; raises `TimeoutError` when nothing moves for long."""
    while (before := len(load.taken)) < turns:
        async with asyncio.timeout(QUIET_FOR):
            while len(load.taken) == before:  # noqa: ASYNC110  (a bell would cost the load)
                await asyncio.sleep(0.01)


def _resident(process: psutil.Process) -> int:
    with suppress(psutil.NoSuchProcess):
        return int(process.memory_info().rss)
    raise RuntimeError("the bot has ended")


def _slope(sampled: list[tuple[int, int]]) -> float:
    """Bytes a turn, by least squares."""
    turns = [done for done, _ in sampled]
    sizes = [size for _, size in sampled]
    middle, mean = sum(turns) / len(turns), sum(sizes) / len(sizes)
    both = sum((t - middle) * (s - mean) for t, s in sampled)
    return both / sum((t - middle) ** 2 for t in turns)
