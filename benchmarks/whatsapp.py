"""The rating conversation on WhatsApp, beside the same on Telegram; and what its sends cost.

One `tilik run` on SQLite for each channel, on one core, over real HTTP to the local platform,
which has the other cores and no limits on. WhatsApp's gathers what happens for 4 ms into one
webhook, and reports every bubble sent, delivered and read: both are in its figures.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any

import psutil  # type: ignore[import-untyped]
import uvloop

from benchmarks.bots import BOT_CORE, LOAD_CORES, free_port, now, office_at, started, tilik_settings
from benchmarks.citizens import TURNS, Round, Stage, loaded, saturated, stage
from benchmarks.sends import BARE, MOUTH, SENDS
from benchmarks.tables import table
from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from tests.office import Office

TELEGRAM, WHATSAPP = "Telegram", "WhatsApp"
CITIZENS = 48
META = {
    "token": "benchmark",
    "phone_id": "100100",
    "business_id": "200200",
    "app_secret": "benchmark-app-secret",
    "verify_token": "benchmark-verify-token",
}


class Square(WhatsAppBox):
    """A WhatsApp in a box: it tells each citizen when the bot has asked, and counts bubbles."""

    def __init__(self) -> None:
        super().__init__(**META, clock=now, limits=False, keep=16)
        self.reads_receipts = True
        self.expecting: dict[str, asyncio.Future[float]] = {}
        self.bubbles = self.rated = 0

    def record(self, given: Mapping[str, Any], **others: Any) -> None:
        """Write it down; a bubble with buttons is what the citizen waits for."""
        super().record(given, **others)
        if given["type"] == "interactive":
            expected = self.expecting.pop(others["phone"].id, None)
            if expected is not None and not expected.done():
                expected.set_result(monotonic())

    def citizen(self, number: int) -> WaPhone:
        """Somebody's phone, with a number of their own."""
        return self.phone(number, number=f"62812{number:08d}")

    def choose(self, phone: WaPhone, row: int) -> None:
        """Tap a row of the newest buttons: from 0 on its first button, at -1 the last of all."""
        for message in reversed(phone.stored.values()):
            if rows := message.get("buttons"):
                return phone.press(message["id"], str(rows[row][0].data))
        raise AssertionError("no buttons")

    def goes(self, phone: WaPhone) -> None:
        """Who has rated has got so many bubbles, and may still read."""
        self.rated += 1
        self.bubbles += sum(not message["mine"] for message in phone.stored.values())


@dataclass
class Side:
    """A channel: its platform, its Tilik, and what it has done so far."""

    name: str
    box: Stage | Square
    process: psutil.Process
    codes: list[str]
    full: list[Round] = field(default_factory=list)
    half: list[Round] = field(default_factory=list)


def run(options: Namespace) -> None:
    """Measure and print."""
    os.sched_setaffinity(0, LOAD_CORES)
    with tempfile.TemporaryDirectory(prefix="tilik-bench-") as folder:
        urls = {name: f"sqlite:///{Path(folder) / name}.db" for name in (TELEGRAM, WHATSAPP)}
        offices = {name: office_at(url) for name, url in urls.items()}
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_beside(options, Path(folder), urls, offices))


async def _beside(
    options: Namespace, folder: Path, urls: Mapping[str, str], offices: Mapping[str, Office]
) -> None:
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(
            _on_telegram(urls[TELEGRAM], folder, offices[TELEGRAM])
        )
        whatsapp = await stack.enter_async_context(
            _on_whatsapp(urls[WHATSAPP], folder, offices[WHATSAPP])
        )
        sides = (telegram, whatsapp)
        for _ in range(options.rounds):
            for one in sides:
                where = one.box, one.codes, one.process
                one.full.append(await saturated(*where, citizens=CITIZENS, seconds=options.seconds))
        half = median(r.rate for r in whatsapp.full) / 2
        for _ in range(options.rounds):
            for one in sides:
                where = one.box, one.codes, one.process
                one.half.append(await loaded(*where, rate=half, seconds=options.seconds))
        _show(sides, half, options)
        await _show_sends(whatsapp, options.rounds)


@asynccontextmanager
async def _on_telegram(url: str, folder: Path, office: Office) -> AsyncIterator[Side]:
    async with stage() as box:
        chosen = tilik_settings(url, api=box.url, folder=folder, webhook=True)
        ready = lambda: bool(box.webhook.url)  # noqa: E731
        async with started(["-m", "bot", "run"], environment=chosen, ready=ready) as process:
            yield Side(TELEGRAM, box, process, [c.code for c in office.counters])


@asynccontextmanager
async def _on_whatsapp(url: str, folder: Path, office: Office) -> AsyncIterator[Side]:
    box = Square()
    await box.start()
    try:
        listen = f"127.0.0.1:{free_port()}"
        chosen = {
            "TILIK_DATABASE_URL": url,
            "TILIK_HOME": str(folder),
            "TILIK_LISTEN": listen,
            "TILIK_WHATSAPP_API": box.url,
            "TILIK_WHATSAPP_RATE": "0",
            **{f"TILIK_WHATSAPP_{name.upper()}": value for name, value in META.items()},
        }
        async with started(["-m", "bot", "run"], environment=chosen) as process:
            await box.subscribe(f"http://{listen}/whatsapp")
            yield Side(WHATSAPP, box, process, [c.code for c in office.counters])
    finally:
        await box.stop()


def _show(sides: tuple[Side, Side], half: float, options: Namespace) -> None:
    table(
        f"The rating conversation, as much as can be: {CITIZENS} citizens at once without a pause, "
        f"median of {options.rounds} interleaved rounds of {options.seconds:g} s",
        ("", "CPU a turn", "least to most", "turns/s", "its core", "load's"),
        [(one.name, *_costs(one.full), *_cores(one.full)) for one in sides],
    )
    table(
        f"The same under one load for both, {half:.0f} turns/s (half of the most on WhatsApp)",
        ("", "CPU a turn", "least to most", "turns/s", "p50", "p99"),
        [(one.name, *_costs(one.half), *_latencies(one.half)) for one in sides],
    )
    telegram, whatsapp = sides
    for name, there, here in (
        ("as much as can be", telegram.full, whatsapp.full),
        ("half", telegram.half, whatsapp.half),
    ):
        print(f"WhatsApp, {name}: {_cost(here) / _cost(there):.2f} of Telegram's CPU a turn")
    each = whatsapp.box.bubbles / whatsapp.box.rated
    print(f"Bubbles a rating: {each:.2f} (of {TURNS:g} turns)", flush=True)


async def _show_sends(whatsapp: Side, rounds: int) -> None:
    """What a send costs, alone, and what part of a turn under full load it is."""
    costs: dict[str, list[float]] = {MOUTH: [], BARE: []}
    phone = whatsapp.box.citizen(1)
    whatsapp.box.hook("")  # nobody need be told of these
    phone.start()
    for _ in range(rounds):
        for how, found in costs.items():
            found.append(await _sent(how, whatsapp.box.url, phone))
    turn = _cost(whatsapp.full)
    named = {MOUTH: "Tilik's mouth: pywa, httpx over aiohttp", BARE: "the same body, aiohttp alone"}
    table(
        f"One bubble with its four faces sent on WhatsApp, {SENDS:,} of them alone in a process",
        ("", "CPU a send", "least to most", "of a turn"),
        [
            (
                named[how],
                f"{median(found):.2f} ms",
                f"{min(found):.2f}-{max(found):.2f}",
                f"{median(found) / turn:.0%}",
            )
            for how, found in costs.items()
        ],
    )


async def _sent(how: str, api: str, phone: WaPhone) -> float:
    """Milliseconds of CPU a send, in a process on the bots' core."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.sends", how, api),
        *(META["token"], META["phone_id"], str(phone.number)),
        stdout=asyncio.subprocess.PIPE,
        preexec_fn=lambda: os.sched_setaffinity(0, {BOT_CORE}),
    )
    told, _ = await process.communicate()
    return float(told)


def _cost(rounds: list[Round]) -> float:
    return median(r.cost for r in rounds)


def _costs(rounds: list[Round]) -> tuple[str, ...]:
    every = [r.cost for r in rounds]
    span = f"{min(every):.2f}-{max(every):.2f}"
    return f"{_cost(rounds):.2f} ms", span, f"{median(r.rate for r in rounds):.0f}"


def _cores(rounds: list[Round]) -> tuple[str, ...]:
    """How busy the bot's core was, and the load's."""
    used = ((r.bot_cpu / r.seconds, r.load_cpu / r.seconds) for r in rounds)
    return tuple(f"{median(part):.0%}" for part in zip(*used, strict=True))


def _latencies(rounds: list[Round]) -> tuple[str, ...]:
    return tuple(f"{median(r.latency(part) for r in rounds):.1f} ms" for part in (0.5, 0.99))
