"""The timetable: APScheduler is a clock that wakes jobs, and nothing more.

It keeps no state: what is due stands in the store. A late tick still runs (`misfire_grace_time`)
and several missed ones run once (`coalesce`). APScheduler sleeps towards times of the day, and a
clock that is set back would stop it until the day has caught up: so every second by the loop's own
clock, which nobody sets, somebody looks whether the time of day has moved otherwise.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TypeAlias

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

Work: TypeAlias = Callable[[], Awaitable[object]]
Job: TypeAlias = tuple[float, Work]
LAST_JOB = 10.0
"""Seconds that a job may still take when the timetable is left; what is due stays due."""
LOOK = 1.0
"""Seconds between two looks at the clock and at what is running."""
JUMP = 5.0
"""Seconds by which the two clocks must part within one look: the time of day was set."""
LATE = 120.0
"""Seconds after which a job that has not ended is told of."""


@dataclass(frozen=True)
class Watch:
    """What is told of the timetable: that the clock `moved`, by so many seconds (it is a job then,
    to be awaited), and which jobs are `late`, in each look."""

    clock: Callable[[], datetime]
    moved: Callable[[float], Awaitable[object]]
    late: Callable[[frozenset[str]], object]


class _Running:
    """The jobs that run: since when by the loop's clock, and by which name."""

    def __init__(self) -> None:
        self.since: dict[asyncio.Future[object], tuple[float, str]] = {}

    def long(self, now: float) -> frozenset[str]:
        return frozenset(name for since, name in self.since.values() if now - since > LATE)

    def among(self, name: str, job: Work) -> Work:
        """The job, known to be running while it runs: APScheduler cannot wait for it at the end."""

        async def run() -> None:
            task = asyncio.ensure_future(job())
            self.since[task] = asyncio.get_running_loop().time(), name
            try:
                await asyncio.wait([task])
            finally:
                del self.since[task]
            if not task.cancelled():
                task.result()

        return run

    async def ended(self) -> None:
        """Until none runs any more, or it has taken too long."""
        await asyncio.sleep(0)  # a job that was woken just now has begun by then
        if not self.since:
            return
        _, late = await asyncio.wait(self.since, timeout=LAST_JOB)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
        await asyncio.sleep(0)  # APScheduler has seen by then that its job is over


@asynccontextmanager
async def timetable(jobs: Mapping[str, Job], watch: Watch) -> AsyncIterator[None]:
    """Wake each job every so many seconds, one run at a time; a job that runs at the end ends."""
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
    )
    running = _Running()
    for name, (seconds, job) in jobs.items():
        among = running.among(name, job)
        scheduler.add_job(among, _every(seconds), id=name, max_instances=1)
    scheduler.start()
    looks = asyncio.create_task(_looked(scheduler, jobs, running, watch))
    try:
        yield
    finally:
        looks.cancel()
        scheduler.pause()
        await running.ended()
        scheduler.shutdown(wait=False)


async def _looked(
    scheduler: AsyncIOScheduler, jobs: Mapping[str, Job], running: _Running, watch: Watch
) -> None:
    """Look again and again at the clock and at the jobs; once it has moved, each begins anew."""
    loop = asyncio.get_running_loop()
    day, here = watch.clock(), loop.time()
    while True:
        await asyncio.sleep(LOOK)
        now, at = watch.clock(), loop.time()
        by = (now - day).total_seconds() - (at - here)
        day, here = now, at
        watch.late(running.long(at))
        if abs(by) > JUMP:
            for name, (seconds, _) in jobs.items():
                scheduler.reschedule_job(name, trigger=_every(seconds))
            scheduler.add_job(running.among("moved", partial(watch.moved, by)))


def _every(seconds: float) -> IntervalTrigger:
    """From now on, by the clock that APScheduler reads."""
    return IntervalTrigger(seconds=seconds, timezone=UTC)
