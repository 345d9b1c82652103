"""The writer's work without its thread: of every commit the world decides what becomes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from models.store.engine.away import StoreAway
from models.store.engine.sqlite import Job, Outcome, Writer
from tests.simulation.power import written

if TYPE_CHECKING:
    from tests.simulation.lives import Process

R = TypeVar("R")
TOGETHER = 8


class Queued:
    """What both engines have in common."""

    def __init__(self, writer: Writer, life: Process) -> None:
        self.writer = writer
        self._life = life
        self._world = life.world

    async def beside(self, work: Callable[[], R]) -> R:
        """Read, a little later."""
        await asyncio.sleep(self._world.pause(0.005))
        if self._world.away:
            raise StoreAway("away")
        return work()

    async def close(self) -> None:
        """Close the writer."""
        self.writer.close()

    async def _committed(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Do them in one commit, unless it is hit by something; the dead are never answered."""
        world = self._world
        if world.away:
            return [(None, StoreAway("away"))] * len(jobs)
        blow = world.struck("before commit")
        if blow is not None and blow.kind == "power":
            before = written(self._life.home)
            self.writer.committed(jobs)
            self._life.dies(blow, before=before)
            await world.loop.create_future()
        elif blow is not None:
            await world.falls(blow)
            return await self._committed(jobs)
        done = self.writer.committed(jobs)
        if blow := world.struck("after commit"):
            await world.falls(blow)
        return done


class Single(Queued):
    """One writer: what waits together is committed together, in its order."""

    def __init__(self, writer: Writer, life: Process) -> None:
        super().__init__(writer, life)
        self._waiting: list[tuple[Job, asyncio.Future[Any]]] = []
        self._works = False

    async def write(self, job: Job) -> Any:
        """Stand in line."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((job, answer))
        if not self._works:
            self._works = True
            self._life.does(self._work())
        return await answer

    async def _work(self) -> None:
        while self._waiting:
            await asyncio.sleep(self._world.pause(0.02))
            batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            outcomes = await self._committed([job for job, _ in batch])
            for (_, answer), outcome in zip(batch, outcomes, strict=True):
                _told(answer, outcome)
        self._works = False


class Pool(Queued):
    """Transactions that overtake each other. Where a connection breaks at its commit, nobody can
    say whether it was kept."""

    async def write(self, job: Job) -> Any:
        """Take as long as it takes."""
        world = self._world
        await asyncio.sleep(world.pause(0.05))
        [(made, wrong)] = await self._committed([job])
        await asyncio.sleep(world.pause(0.05))
        if wrong is None and world.dice.random() < world.weather.unsure / 4:
            raise StoreAway("the connection broke at the commit")
        if wrong is not None:
            raise wrong
        return made


def _told(answer: asyncio.Future[Any], outcome: Outcome) -> None:
    made, wrong = outcome
    if answer.done():
        return
    if wrong is None:
        answer.set_result(made)
    else:
        answer.set_exception(wrong)
