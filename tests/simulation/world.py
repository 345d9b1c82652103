"""The world around Tilik: its time, both platforms, and one life of Tilik after another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import copy_context
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox
from models.dice import Dice
from tests.office import Office
from tests.simulation.loop import LIFE, VirtualLoop
from tests.simulation.plan import Blow, Plan, Weather, Where
from tests.stage import META, TOKEN, approved

if TYPE_CHECKING:
    from tests.simulation.lives import Process

T = TypeVar("T")


@dataclass(frozen=True)
class Applied:
    """A letter that a platform has put on a phone: in which chat, its number, and its prompt's;
    `sheet` is what it says."""

    channel: str
    sender: str
    letter: int
    prompt: int | None
    at: float
    sheet: str = ""


class World:
    """What is true whatever becomes of Tilik."""

    def __init__(self, plan: Plan, home: Path, office: Office, *, begins: datetime) -> None:
        self.plan = plan
        self.home, self.folder = home, home.parent
        self.office = office
        self.weather = plan.weather
        self.loop = VirtualLoop(Random(f"order {plan.seed} {plan.salt}"))
        self.dice = Random(f"chance {plan.seed} {plan.salt}")
        self.drawn = Dice(Random(f"ids {plan.seed}").randbytes)
        self.begins = begins
        self.armed: list[Blow] = []
        self.offline_until = self.away_until = 0.0
        self.telegram = TelegramBox(TOKEN, username="TilikBot", clock=self.clock, flood=False)
        self.whatsapp = WhatsAppBox(
            **META, clock=self.clock, limits=False, dice=Dice(Random(plan.seed).randbytes)
        )
        self.telegram.faults.dice = Random(f"telegram {plan.seed}")
        self.whatsapp.templates.by_id |= approved()
        self.lives: list[Process] = []
        self.applied: list[Applied] = []
        self.wakes: list[Callable[[], None]] = []
        self.broken: list[Exception] = []
        self._lives = 0
        self._apart = copy_context()
        for box in (self.telegram, self.whatsapp):
            box.on_changed = self._rings

    def clock(self) -> datetime:
        """The time of day."""
        return self.begins + timedelta(seconds=self.loop.time())

    def apart(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Do this outside of any life of Tilik's: it goes on after one ends."""
        return self.loop.create_task(work, context=self._apart.copy())

    def pause(self, most: float) -> float:
        """So many seconds at most; mostly few."""
        return most * self.dice.random() ** 3

    @property
    def life(self) -> Process | None:
        """A life that can be called now, if one can."""
        able = [one for one in self.lives if one.lives and one.routes]
        return self.dice.choice(able) if able else None

    def count(self) -> int:
        """The next number of a life."""
        self._lives += 1
        return self._lives

    def _rings(self, _: float | None) -> None:
        for wake in self.wakes:
            wake()

    @property
    def offline(self) -> bool:
        """Whether no request gets through, neither in nor out."""
        return self.loop.time() < self.offline_until

    @property
    def away(self) -> bool:
        """Whether the database cannot be used."""
        return self.loop.time() < self.away_until

    def struck(self, where: Where) -> Blow | None:
        """The blow that waits for this moment, if there is one."""
        for blow in self.armed:
            if blow.where == where:
                self.armed.remove(blow)
                return blow
        return None

    async def falls(self, blow: Blow) -> None:
        """The blow falls; where it ends the life that it falls on, this never returns."""
        now = self.loop.time()
        if blow.kind == "away":
            self.away_until = now + blow.lasts
        elif blow.kind == "offline":
            self.offline_until = now + blow.lasts
        else:
            life = LIFE.get()
            assert life is not None
            life.dies(blow)
            await self.loop.create_future()

    def clears(self) -> None:
        """From now on nothing goes wrong."""
        self.weather = Weather(latency=min(self.weather.latency, 0.2))
        self.armed.clear()
        self.offline_until = self.away_until = 0.0
        self.telegram.faults.clear()
