"""The rating conversation, durable, end to end over the local server, beside the same elsewhere.

Every bot is a process of its own on one core; the local Telegram, its citizens and PostgreSQL
have the other cores. The bots are measured in turns, round after round, and medians are shown,
because machines are noisy. PostgreSQL's own CPU is not in the bot's figure.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from argparse import Namespace
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from unittest.mock import patch

import psutil  # type: ignore[import-untyped]
import uvloop

from benchmarks.bots import LOAD_CORES, free_port, office_at, started, tilik_settings
from benchmarks.citizens import Round, Stage, loaded, saturated, stage
from benchmarks.tables import table
from benchmarks.words import write_words
from tests import postgresql
from tests.office import Office

DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
CITIZENS = 48
TILIK, NAIVE, BARE = "Tilik, SQLite", "aiogram, naive", "bare receiver"
POSTGRES, POLLING, FROZEN = (
    "Tilik, PostgreSQL",
    "Tilik, SQLite, polling",
    "aiogram, naive, gc frozen",
)


@dataclass
class Contestant:
    """A running bot, its Telegram, and what it has done so far."""

    name: str
    box: Stage
    process: psutil.Process
    codes: list[str]
    full: list[Round] = field(default_factory=list)
    half: list[Round] = field(default_factory=list)


def run(options: Namespace) -> None:
    """Measure and print."""
    os.sched_setaffinity(0, LOAD_CORES)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tilik-bench-")))
        urls = {
            TILIK: f"sqlite:///{folder / 'tilik.db'}",
            POLLING: f"sqlite:///{folder / 'poll.db'}",
        }
        stack.enter_context(patch.dict(postgresql.QUICK, DURABLE))
        server = stack.enter_context(postgresql.served())
        urls[POSTGRES] = stack.enter_context(server.database())
        offices = {name: office_at(url) for name, url in urls.items()}
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_contest(options, folder, urls, offices))


async def _contest(
    options: Namespace, folder: Path, urls: Mapping[str, str], offices: Mapping[str, Office]
) -> None:
    async with AsyncExitStack() as stack:
        tiliks = [
            await stack.enter_async_context(_tilik(name, urls[name], folder, offices[name]))
            for name in (TILIK, POSTGRES, POLLING)
        ]
        rivals = [
            await stack.enter_async_context(_rival(name, folder, offices[TILIK]))
            for name in (NAIVE, FROZEN, BARE)
        ]
        contestants = [*tiliks, *rivals]
        for _ in range(options.rounds):
            for one in contestants:
                one.full.append(
                    await saturated(
                        one.box, one.codes, one.process, citizens=CITIZENS, seconds=options.seconds
                    )
                )
        half = median(r.rate for r in tiliks[0].full) / 2
        for _ in range(options.rounds):
            for one in contestants:
                one.half.append(
                    await loaded(
                        one.box, one.codes, one.process, rate=half, seconds=options.seconds
                    )
                )
        _show(contestants, half, options)


@asynccontextmanager
async def _tilik(name: str, url: str, folder: Path, office: Office) -> AsyncIterator[Contestant]:
    async with stage() as box:
        webhook = name != POLLING
        chosen = tilik_settings(url, api=box.url, folder=folder, webhook=webhook)
        ready = (lambda: bool(box.webhook.url)) if webhook else None
        async with started(["-m", "bot", "run"], environment=chosen, ready=ready) as process:
            yield Contestant(name, box, process, [c.code for c in office.counters])


@asynccontextmanager
async def _rival(name: str, folder: Path, office: Office) -> AsyncIterator[Contestant]:
    codes = [counter.code for counter in office.counters]
    words = folder / "words.json"
    write_words(words, codes, service="KTP-el", counter="Loket 1")
    module = "benchmarks.bare" if name == BARE else "benchmarks.naive"
    store = str(folder / f"{name}.db")
    frozen = ["frozen"] if name == FROZEN else []
    async with stage() as box:
        command = ["-m", module, str(free_port()), box.url, store, str(words), *frozen]
        async with started(command, environment={}) as process:
            yield Contestant(name, box, process, codes)


def _show(contestants: list[Contestant], half: float, options: Namespace) -> None:
    full = {one.name: median(r.cost for r in one.full) for one in contestants}
    table(
        f"The rating conversation, as much as can be: {CITIZENS} citizens at once without a pause, "
        f"median of {options.rounds} interleaved rounds of {options.seconds:g} s",
        ("", "CPU a turn", "least to most", "of naive", "of bare", "turns/s", "its core", "load's"),
        [_full_row(one, full) for one in contestants],
    )
    calm = {one.name: median(r.cost for r in one.half) for one in contestants}
    table(
        f"The same under one load for all, {half:.0f} turns/s (half of Tilik's most on SQLite)",
        ("", "CPU a turn", "least to most", "of naive", "of bare", "turns/s", "p50", "p99"),
        [_half_row(one, calm) for one in contestants],
    )
    for name, costs in (("as much as can be", full), ("half", calm)):
        for one in (TILIK, POSTGRES):
            naive, bare = costs[one] / costs[NAIVE], costs[one] / costs[BARE]
            print(f"{one}, {name}: {naive:.2f} of naive (aim 0.5), {bare:.2f} of bare (aim 3)")


def _ratios(rounds: list[Round], costs: Mapping[str, float], name: str) -> tuple[str, ...]:
    every = [r.cost for r in rounds]
    return (
        f"{costs[name]:.2f} ms",
        f"{min(every):.2f}-{max(every):.2f}",
        f"{costs[name] / costs[NAIVE]:.2f}",
        f"{costs[name] / costs[BARE]:.2f}",
        f"{median(r.rate for r in rounds):.0f}",
    )


def _full_row(one: Contestant, costs: Mapping[str, float]) -> tuple[str, ...]:
    busy = median(r.bot_cpu / r.seconds for r in one.full)
    load = median(r.load_cpu / r.seconds for r in one.full)
    return one.name, *_ratios(one.full, costs, one.name), f"{busy:.0%}", f"{load:.0%}"


def _half_row(one: Contestant, costs: Mapping[str, float]) -> tuple[str, ...]:
    p50, p99 = (median(r.latency(part) for r in one.half) for part in (0.5, 0.99))
    return one.name, *_ratios(one.half, costs, one.name), f"{p50:.1f} ms", f"{p99:.1f} ms"
