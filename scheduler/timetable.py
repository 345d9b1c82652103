"""The timetable: APScheduler is a clock that wakes jobs, and nothing more.

It keeps no state: what is due stands in the store. A late tick still runs (`misfire_grace_time`)
and several missed ones run once (`coalesce`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC
from typing import TypeAlias

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

Job: TypeAlias = tuple[float, Callable[[], Awaitable[object]]]


def timetable(jobs: Mapping[str, Job]) -> AsyncIOScheduler:
    """A scheduler that wakes each job every so many seconds, one run at a time; not started."""
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
    )
    for name, (seconds, job) in jobs.items():
        trigger = IntervalTrigger(seconds=seconds, timezone=UTC)
        scheduler.add_job(job, trigger, id=name, max_instances=1)
    return scheduler
