"""The lives of Tilik: each is the whole product, until it is dropped as a dead process is."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import copy_context
from pathlib import Path
from random import Random
from typing import Any

from aiohttp import ServerDisconnectedError
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from bot import app
from bot.app import Tilik
from bot.channels import LOUD
from bot.config import Settings
from models.store.engine.away import StoreAway
from models.store.engine.database import Database
from models.store.engine.sqlite import Sqlite, Writer
from tests.chapters import at_home
from tests.simulation.loop import LIFE, Life
from tests.simulation.plan import Blow
from tests.simulation.power import torn, unsynced
from tests.simulation.queue import Pool, Queued, Single
from tests.simulation.world import World
from tests.stage import CREDENTIALS

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\x80\0\0\1\xe0rest"
JOBS = {"expire": 10.0, "sweep": 2.0, "plan": 30.0, "beat": 60.0, "tidy": 60.0}
"""Seconds between two times, on average: what the timetable does at set times comes late too."""
AGAIN = 5.0
HEADER = "rahasia-simulasi-webhook"


class Process(Life):
    """One life. `calls` are deliveries that platforms have made and that are not answered yet."""

    def __init__(self, world: World, home: Path) -> None:
        self.world = world
        self.home = home
        self.calls: set[asyncio.Future[Any]] = set()
        self.routes: dict[str, Any] = {}
        self.tilik: Tilik | None = None
        self.queues: list[Queued] = []
        self.databases: list[Sqlite] = []
        self.left: set[asyncio.Task[Any]] = set()
        self.failed: BaseException | None = None
        self._context = copy_context()
        self._context.run(LIFE.set, self)

    def does(self, work: Any) -> asyncio.Task[Any]:
        """Do this as a part of this life."""
        return self.world.loop.create_task(work, context=self._context.copy())

    def begins(self) -> None:
        """Start, as `tilik run` does."""
        self.does(self._run())

    async def _run(self) -> None:
        world = self.world
        try:
            async with app.running(
                _settings(world, self.home),
                clock=world.clock,
                dice=world.drawn,
                draw=_drawn,
                wakes=_wakes,
            ) as tilik:
                self.tilik = tilik
                await asyncio.shield(tilik.broken)
        except StoreAway:  # it says so and ends; whatever has started it does so again
            self.lives = False
            self.world.apart(self._again(AGAIN))
        except Exception as wrong:
            self.lives, self.failed = False, wrong

    def opened(self, _: str, **given: Any) -> Database:
        """The database of this life, over the file in its home."""
        kind = Single if self.world.plan.engine == "writer" else Pool

        def queue(writer: Writer) -> Queued:
            self.queues.append(kind(writer, self))
            return self.queues[-1]

        file = make_url(f"sqlite:///{self.home / 'tilik.db'}")
        self.databases.append(Sqlite(file, loud=LOUD, queue=queue, **given))
        return self.databases[-1]

    def dies(self, blow: Blow, *, before: dict[str, bytes] | None = None) -> None:
        """End as after SIGKILL, or with all others as where the power fails; another life begins
        after a while.

        `before` is what the file was before the commit in which the power fails.
        """
        world, fallen = self.world, [self]
        if blow.kind == "power":
            fallen = [one for one in world.lives if one.lives]
            world.home = self._after_power(before)
        for one in fallen:
            one._ends()
            world.apart(one._again(blow.lasts))

    def _ends(self) -> None:
        """Nothing that was begun goes on, and nobody who called is answered."""
        self.lives = False
        self.left = asyncio.all_tasks(self.world.loop)
        for call in self.calls:
            if not call.done():
                call.set_exception(ServerDisconnectedError())
        self.let_go()

    def _after_power(self, before: dict[str, bytes] | None) -> Path:
        """A home with what is left on the disk."""
        home = self.world.folder / f"life{self.world.count()}"
        shutil.copytree(self.home, home, ignore=shutil.ignore_patterns("*-shm"))
        at_home(home)
        for one in self.world.lives:
            for queue in one.queues if one.lives else ():
                unsynced(home, queue.writer, self.world.dice)
        if before is not None:
            torn(home, before, self.world.dice)
        return home

    def let_go(self) -> None:
        """Close the file, which a dead process has open no longer."""
        for queue in self.queues:
            queue.writer.close()
        for database in self.databases:
            database._engine.dispose()

    async def _again(self, after: float) -> None:
        await asyncio.sleep(after)
        begin(self.world)


def begin(world: World) -> None:
    """Start another process where the database is by now."""
    world.lives.append(Process(world, world.home))
    world.lives[-1].begins()


def _settings(world: World, home: Path) -> Settings:
    pool = world.plan.engine == "pool"
    return Settings(
        database_url="postgresql://simulation/tilik" if pool else f"sqlite:///{home / 'tilik.db'}",
        home=home,
        listen="127.0.0.1:8080",
        public_url="" if world.plan.polling else "http://tilik",
        telegram_api="http://telegram",
        telegram_secret=SecretStr(HEADER),
        whatsapp_api="http://whatsapp",
        **CREDENTIALS,
    )


@asynccontextmanager
async def _wakes(tilik: Tilik) -> AsyncIterator[None]:
    """What the timetable does, by the loop's own time."""
    await tilik.begin()
    work: dict[str, Callable[[], Awaitable[None]]] = {
        "expire": tilik.expire,
        "sweep": tilik.sweep,
        "plan": tilik.planning.go_on,
        "beat": tilik.planning.beat,
        "tidy": tilik.tidy,
    }
    life = LIFE.get()
    assert isinstance(life, Process)
    dice = life.world.dice
    tasks = [asyncio.create_task(_every(dice, JOBS[name], job)) for name, job in work.items()]
    yield
    for task in tasks:
        task.cancel()


async def _every(dice: Random, seconds: float, job: Callable[[], Awaitable[None]]) -> None:
    while True:
        await asyncio.sleep(seconds * dice.choice((0.25, 0.5, 1, 2)))
        await job()


async def _drawn(*_: Any) -> bytes:
    return PNG
