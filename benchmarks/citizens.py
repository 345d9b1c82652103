"""Simulated citizens: each scans, taps a face, an element, perhaps a cause, and skips the words."""

from __future__ import annotations

import asyncio
import gc
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from time import monotonic
from typing import Any

import psutil  # type: ignore[import-untyped]

from benchmarks.bots import TOKEN, cpu, now
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone

NUMBERS = count(100_001)
UNHAPPY = 5
"""Every fifth citizen is unhappy and is asked for the cause: 4.2 turns a conversation."""
TURNS = 4 + 1 / UNHAPPY
PAUSE = (0.2, 0.6)
"""Seconds a citizen takes before the next tap, where the load is not as much as can be."""
PATIENCE = 30.0


class Stage(TelegramBox):
    """A Telegram in a box that tells each citizen the moment the bot has answered."""

    def __init__(self) -> None:
        super().__init__(TOKEN, username="TilikBot", clock=now, flood=False, keep=16)
        self.expecting: dict[int, asyncio.Future[float]] = {}

    def record(
        self, method: str, chat_id: int, payload: Mapping[str, Any], message_id: int | None
    ) -> None:
        """Write the call down; a reply is what the citizen waits for, a toast is not."""
        super().record(method, chat_id, payload, message_id)
        if method != "answerCallbackQuery":
            expected = self.expecting.pop(chat_id, None)
            if expected is not None and not expected.done():
                expected.set_result(monotonic())

    def citizen(self, number: int) -> Phone:
        """Somebody's phone."""
        return self.phone(number)

    def choose(self, phone: Phone, row: int) -> None:
        """Tap a row of the newest buttons: from 0 on its first button, at -1 the last of all."""
        for message in reversed(phone.stored.values()):
            rows = message.get("reply_markup", {}).get("inline_keyboard")
            if rows:
                button = rows[-1][-1] if row == -1 else rows[row][0]
                phone.press(message["message_id"], button["callback_data"])
                return
        raise AssertionError("no buttons")

    def goes(self, phone: Phone) -> None:
        """Who has rated goes home."""
        del self.phones[phone.id]


@asynccontextmanager
async def stage() -> AsyncIterator[Stage]:
    """A Telegram in a box, open."""
    box = Stage()
    await box.start()
    try:
        yield box
    finally:
        await box.stop()


@dataclass
class Round:
    """What one bot did under one load: turns with their seconds, CPU of the bot and of the load."""

    seconds: float = 0.0
    turns: int = 0
    bot_cpu: float = 0.0
    load_cpu: float = 0.0
    offered: float = 0.0
    latencies: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Turns a second."""
        return self.turns / self.seconds

    @property
    def cost(self) -> float:
        """Milliseconds of the bot's CPU a turn."""
        return 1000 * self.bot_cpu / self.turns

    def latency(self, part: float) -> float:
        """The latency in milliseconds that this part of the turns stayed below."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(part * len(ordered)), len(ordered) - 1)]


class Load:
    """Citizens at one counter after another, and the turns they have had. `box` is a platform
    that tells what is `expecting` an answer, and whose people come (`citizen`), `choose` and go
    (`goes`)."""

    def __init__(self, box: Any, codes: list[str]) -> None:
        self.box = box
        self.codes = codes
        self.taken: list[float] = []
        self.running: set[asyncio.Task[None]] = set()

    async def converse(self, *, pause: bool) -> None:
        """One citizen's whole rating."""
        number = next(NUMBERS)
        phone = self.box.citizen(number)
        await self._turn(phone, lambda: phone.start(self.codes[number % len(self.codes)]))
        unhappy = number % UNHAPPY == 0
        face = number % 2 if unhappy else 2 + number % 2
        for row in (face, face, *((0,) if unhappy else ()), -1):
            if pause:
                await asyncio.sleep(random.uniform(*PAUSE))
            await self._turn(phone, lambda row=row: self.box.choose(phone, row))
        self.box.goes(phone)

    async def _turn(self, phone: Any, deed: Any) -> None:
        answered = asyncio.get_running_loop().create_future()
        self.box.expecting[phone.id] = answered
        since = monotonic()
        deed()
        self.taken.append(await answered - since)

    async def without_end(self) -> None:
        """One citizen after another."""
        while True:
            await self.converse(pause=False)

    async def arriving(self, rate: float) -> None:
        """Citizens that come by chance, so many turns a second in all."""
        due = monotonic()
        while True:
            due += random.expovariate(rate / TURNS)
            await asyncio.sleep(max(0.0, due - monotonic()))
            self.start(self.converse(pause=True))

    def start(self, work: Any) -> None:
        """Let somebody go about their business."""
        task = asyncio.get_running_loop().create_task(work)
        self.running.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.running.discard(task)
        if not task.cancelled():
            task.result()

    async def measured(self, bot: psutil.Process, *, warm: float, seconds: float) -> Round:
        """What the bot does between the warm-up and the end; everybody goes home then."""
        await asyncio.sleep(warm)
        mine = psutil.Process()
        gc.collect()
        gc.freeze()
        self.taken.clear()
        since, before, load = monotonic(), cpu(bot), cpu(mine)
        await asyncio.sleep(seconds)
        taken = list(self.taken)
        outcome = Round(
            seconds=monotonic() - since,
            turns=len(taken),
            bot_cpu=cpu(bot) - before,
            load_cpu=cpu(mine) - load,
            latencies=taken,
        )
        for task in self.running:
            task.cancel()
        await asyncio.gather(*self.running, return_exceptions=True)
        return outcome


async def saturated(
    box: Any, codes: list[str], bot: psutil.Process, *, citizens: int, seconds: float
) -> Round:
    """So many citizens at once, each without a pause: as much as the bot can do."""
    load = Load(box, codes)
    for _ in range(citizens):
        load.start(load.without_end())
    return await load.measured(bot, warm=1.0, seconds=seconds)


async def loaded(
    box: Any, codes: list[str], bot: psutil.Process, *, rate: float, seconds: float
) -> Round:
    """Citizens coming by chance, `rate` turns a second in all, taking their time."""
    load = Load(box, codes)
    load.start(load.arriving(rate))
    outcome = await load.measured(bot, warm=3.0, seconds=seconds)
    outcome.offered = rate
    return outcome
