"""What the timetable wakes besides the desk and the post: planning prompts, a sign of life."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from handlers.listed import PROMPTS
from models.store.engine.database import Database, StoreAway
from models.store.prompts.kinds import Prompts
from models.store.rules import outages
from scheduler.planner import Silences, plan

_log = logging.getLogger("tilik")


@dataclass
class Planning:
    """The planner of one process, and its heartbeat. `planned_at` is at first when it began."""

    database: Database
    clock: Callable[[], datetime]
    planned_at: datetime
    prompts: Prompts = PROMPTS
    silences: Silences = field(default_factory=dict)
    paused: Callable[[], bool] = bool
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def plan(self) -> None:
        """Write the prompts that are due, so many at once that sending never has to wait; none
        while nothing is sent."""
        if self.paused():
            return
        async with self.one_at_a_time:
            self.planned_at = now = self.clock()
            try:
                await plan(self.database, now, self.prompts, self.silences)
            except StoreAway:
                _log.warning("the database is away")

    async def go_on(self) -> None:
        """Plan, if time has passed since the last time: in a story it stands still."""
        if self.planned_at != self.clock():
            await self.plan()

    async def beat(self) -> None:
        """Give a sign of life: days on which Tilik itself was away count against nobody."""
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: outages.beat(store, now))

    async def skip(self) -> None:
        """The clock was moved on purpose: Tilik was not away."""
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: outages.skip(store, now))
