"""A town of citizens who rate all at once, and the weather between them and Tilik."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from random import Random

from bot.sandbox.telegram import TelegramBox
from models.services import Counter
from tests.kills.citizens import Citizen
from tests.kills.plans import thrown

FIRST = 10_000
PATIENCE = 300.0
"""Seconds in which everybody's last question must be answered once Tilik is left alone."""


class Town:
    """So many citizens at a time; the next one comes when one has finished."""

    def __init__(
        self, box: TelegramBox, counters: Sequence[Counter], *, seed: int, crowd: int
    ) -> None:
        self.box = box
        self.citizens: list[Citizen] = []
        self._counters = counters
        self._seed = seed
        self._crowd = crowd
        self._busy: set[asyncio.Task[None]] = set()
        self._open = True
        self._bell = asyncio.create_task(self._rings())

    async def gathers(self) -> None:
        """Citizens come until the town closes."""
        while self._open:
            while len(self._busy) < self._crowd:
                task = asyncio.create_task(self._next().visits())
                self._busy.add(task)
            await asyncio.wait(self._busy, timeout=0.5, return_when=asyncio.FIRST_COMPLETED)
            for task in [task for task in self._busy if task.done()]:
                self._busy.discard(task)
                task.result()

    def closes(self) -> None:
        """Nobody comes any more."""
        self._open = False

    async def empties(self) -> None:
        """Whoever is still here finishes, if Tilik answers them."""
        await self._within(self._busy)

    async def asks_again(self) -> list[str]:
        """Everybody asks one more thing; gives what those tell who were not answered."""
        settled = [citizen for citizen in self.citizens if citizen.done]
        tasks = {asyncio.create_task(citizen.comes_back()) for citizen in settled}
        await self._within(tasks)
        return [citizen.tells() for citizen in settled if not citizen.answered]

    async def ends(self) -> None:
        self._bell.cancel()
        with suppress(asyncio.CancelledError):
            await self._bell

    def _next(self) -> Citizen:
        number = len(self.citizens)
        phone = self.box.phone(FIRST + number, name=f"Warga {number}")
        citizen = Citizen(phone, thrown(self._seed, number, self._counters))
        self.citizens.append(citizen)
        return citizen

    async def _within(self, tasks: set[asyncio.Task[None]]) -> None:
        if not tasks:
            return
        done, waiting = await asyncio.wait(tasks, timeout=PATIENCE)
        for task in waiting:
            task.cancel()
        for task in done:
            task.result()

    async def _rings(self) -> None:
        """Tell whoever was sent something to look at their phone."""
        seen = 0
        while True:
            ledger = self.box.ledger
            for sent in ledger[seen:]:
                citizen = self.citizens[sent.chat_id - FIRST]
                citizen.rang.set()
            seen = len(ledger)
            await asyncio.sleep(0.005)


def bad_weather(box: TelegramBox, dice: Random) -> None:
    """What goes wrong between Telegram and Tilik until the next kill."""
    faults = box.faults
    faults.clear()
    faults.repeat_updates = dice.choice((0, 0.1, 0.3))
    faults.reorder = dice.choice((0, 0, 0.3))
    faults.delay = dice.choice((0, 0, 0.02))
    faults.slow = dice.choice((0, 0, 0.01))
    method = dice.choice(("sendMessage", "editMessageText"))
    match dice.randrange(8):
        case 0:
            faults.drop_after_accept(method, times=2)
        case 1:
            faults.fail(method, 429, retry_after=1)
        case 2:
            faults.fail(method, 502, times=2)
