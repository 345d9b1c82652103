"""The timetable: APScheduler is a clock that wakes jobs, and nothing more.

It keeps no state: what is due stands in the store. A late tick still runs (`misfire_grace_time`)
and several missed ones run once (`coalesce`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC
from typing import TypeAlias

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

Job: TypeAlias = tuple[float, Callable[[], Awaitable[object]]]
LAST_JOB = 10.0
"""Seconds that a job may still take when the timetable is left; what is due stays due."""


@asynccontextmanager
async def timetable(jobs: Mapping[str, Job]) -> AsyncIterator[None]:
    """Wake each job every so many seconds, one run at a time; a job that runs at the end ends."""
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
    )
    running: set[asyncio.Future[object]] = set()
    for name, (seconds, job) in jobs.items():
        trigger = IntervalTrigger(seconds=seconds, timezone=UTC)
        scheduler.add_job(_among(running, job), trigger, id=name, max_instances=1)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await _ended(running)
        scheduler.shutdown(wait=False)


def _among(
    running: set[asyncio.Future[object]], job: Callable[[], Awaitable[object]]
) -> Callable[[], Awaitable[None]]:
    """The job, known to be running while it runs: APScheduler cannot wait for it at the end."""

    async def run() -> None:
        task = asyncio.ensure_future(job())
        running.add(task)
        try:
            await asyncio.wait([task])
        finally:
            running.discard(task)
        if not task.cancelled():
            task.result()

    return run


async def _ended(running: set[asyncio.Future[object]]) -> None:
    await asyncio.sleep(0)  # a job that was woken just now has begun by then
    if not running:
        return
    _, late = await asyncio.wait(running, timeout=LAST_JOB)
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late)
    await asyncio.sleep(0)  # APScheduler has seen by then that its job is over
