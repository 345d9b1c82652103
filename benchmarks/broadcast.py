"""Ten thousand prompts at Telegram's own pace while citizens rate; then two posts under kills.

The local Telegram has its flood limits on: 30 messages a second over all, one a second in a chat.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from argparse import Namespace
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any
from unittest.mock import patch

import uvloop

from benchmarks.bots import LOAD_CORES, now, office_at, started, tilik_settings
from benchmarks.citizens import Load, Stage
from benchmarks.rating import DURABLE
from benchmarks.tables import table
from bot.sandbox.telegram.refusal import RefusalError
from models.store.engine.database import opened
from tests import postgresql
from tests.kills.campaign import FIRST, Campaign, Outcome, hire, killed, planned

RATE = 30
PROMPTS, FEW = 10_000, 600
TURNS_A_SECOND = 1.0
"""What citizens do meanwhile; each of their replies takes one of the thirty, too."""
KILLS, UNDER_KILLS, FEW_UNDER_KILLS = 50, 3_000, 900
SEED = 7


class Square(Stage):
    """A Telegram that counts what each chat is sent, with its limits on."""

    def __init__(self, prompts: int) -> None:
        super().__init__()
        self.flood = True
        self.wanted = prompts
        self.prompted: Counter[int] = Counter()
        self.others = self.floods = 0
        self.began = self.ended = 0.0
        self.all_prompted = asyncio.Event()

    def record(
        self, method: str, chat_id: int, payload: Mapping[str, Any], message_id: int | None
    ) -> None:
        """Count it; toasts are not paced."""
        super().record(method, chat_id, payload, message_id)
        if FIRST <= chat_id < FIRST + self.wanted:
            self.prompted[chat_id] += 1
            self.ended = monotonic()
            self.began = self.began or self.ended
            if len(self.prompted) == self.wanted:
                self.all_prompted.set()
        elif method != "answerCallbackQuery":
            self.others += 1

    def refused(self, method: str, given: Any, refusal: RefusalError) -> None:
        """Count flood waits."""
        super().refused(method, given, refusal)
        self.floods += refusal.code == 429


@dataclass
class Broadcast:
    """One campaign: how long it took and who waited meanwhile."""

    prompts: int
    seconds: float
    twice: int
    others: int
    floods: int
    latencies: list[float] = field(default_factory=list)

    @property
    def ideal(self) -> float:
        """Seconds for the prompts alone."""
        return self.prompts / RATE

    @property
    def refused(self) -> float:
        """The share of all calls that met with a flood wait."""
        return self.floods / (self.prompts + self.others + self.floods)

    def latency(self, part: float) -> float:
        """The seconds that this part of the replies came within."""
        ordered = sorted(self.latencies)
        return ordered[min(int(part * len(ordered)), len(ordered) - 1)]


def run(options: Namespace) -> None:
    """Measure and print."""
    os.sched_setaffinity(0, LOAD_CORES)
    prompts = FEW if options.small else PROMPTS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tilik-bench-")))
        stack.enter_context(patch.dict(postgresql.QUICK, DURABLE))
        server = stack.enter_context(postgresql.served())
        urls = {
            "Tilik, SQLite": f"sqlite:///{folder / 'tilik.db'}",
            "Tilik, PostgreSQL": stack.enter_context(server.database()),
        }
        calm = {name: _calm(url, folder, prompts) for name, url in urls.items()}
        _show(calm)
        os.sched_setaffinity(0, {*LOAD_CORES, *range(os.cpu_count() or 1)})
        with server.database() as url:
            people = FEW_UNDER_KILLS if options.small else UNDER_KILLS
            campaign = Campaign(
                people=people,
                kills=KILLS,
                seed=SEED,
                posts=2,
                planners=5,
                rate=RATE,
                flood=True,
                longest_life=1.5,
            )
            home = folder / "kills"
            home.mkdir()
            _show_killed(campaign, asyncio.run(killed(url, home, campaign)))


def _calm(url: str, folder: Path, prompts: int) -> Broadcast:
    office = office_at(url)
    codes = [counter.code for counter in office.counters]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_broadcast(url, folder, codes, prompts))


async def _broadcast(url: str, folder: Path, codes: list[str], prompts: int) -> Broadcast:
    box = Square(prompts)
    await box.start()
    try:
        await _planned(url, prompts)
        for number in range(prompts):
            box.phone(FIRST + number).started = True
        chosen = tilik_settings(url, api=box.url, folder=folder, webhook=True)
        chosen["TILIK_TELEGRAM_RATE"] = str(RATE)
        load = Load(box, codes)
        async with started(
            ["-m", "bot", "run"], environment=chosen, ready=lambda: bool(box.webhook.url)
        ):
            load.start(load.arriving(TURNS_A_SECOND))
            await box.all_prompted.wait()
            await asyncio.sleep(2)  # whoever is prompted twice
            for task in list(load.running):
                task.cancel()
            await asyncio.gather(*load.running, return_exceptions=True)
    finally:
        await box.stop()
    twice = sum(number > 1 for number in box.prompted.values())
    took = box.ended - box.began
    return Broadcast(prompts, took, twice, box.others, box.floods, load.taken)


async def _planned(url: str, prompts: int) -> None:
    database = opened(url)
    await database.run(lambda store: hire(store, prompts))
    await database.close()
    assert await planned(url, now=now()) == prompts


def _show(calm: Mapping[str, Broadcast]) -> None:
    one = next(iter(calm.values()))
    table(
        f"{one.prompts:,} prompts at {RATE} messages a second; turns of citizens a second"
        f" meanwhile: {TURNS_A_SECOND:g}",
        ("", "seconds", "of ideal", "replies", "of ideal with them", "429s", "p50", "p95", "twice"),
        [_row(name, found) for name, found in calm.items()],
    )
    for name, found in calm.items():
        print(
            f"{name}: {found.seconds / found.ideal:.3f} of ideal (aim 1.05), "
            f"{found.refused:.2%} refused (aim 1 %), p95 {found.latency(0.95):.2f} s (aim 2 s)"
        )


def _row(name: str, found: Broadcast) -> tuple[str, ...]:
    sent = (found.prompts + found.others) / RATE
    return (
        name,
        f"{found.seconds:.1f}",
        f"{found.seconds / found.ideal:.3f}",
        str(found.others),
        f"{found.seconds / sent:.3f}",
        f"{found.refused:.2%}",
        f"{1000 * found.latency(0.5):.0f} ms",
        f"{1000 * found.latency(0.95):.0f} ms",
        str(found.twice),
    )


def _show_killed(campaign: Campaign, found: Outcome) -> None:
    ends, people = found.ends, campaign.people
    table(
        f"PostgreSQL, {campaign.planners} planners at once, {campaign.posts} posts, "
        f"{found.kills} kills, {found.seconds:.0f} s",
        ("people", "planned", "sent", "in doubt", "arrived of those", "listed", "undone", "twice"),
        [
            (
                f"{people:,}",
                f"{sum(found.planned):,}",
                f"{ends['sent']:,}",
                str(ends["unknown"]),
                str(sum(found.received[who] for who, s in found.states.items() if s == "unknown")),
                str(found.listed),
                str(ends["undone"]),
                str(sum(number > 1 for number in found.received.values())),
            )
        ],
    )
    calls = sum(found.received.values()) + found.floods
    print(f"{found.floods} of {calls} calls met with a flood wait (some by order of the weather)")
    for fault in found.faults or ["Nobody was prompted twice; every send in doubt is listed."]:
        print(fault)
