"""Another process of Tilik, played by a thread with an event loop and connections of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from models.store import Store
from tests.keyed import opened

R = TypeVar("R")


def elsewhere(url: str, *jobs: Callable[[Store], R]) -> list[Future[R]]:
    """Run each job in a transaction of its own, all at once; the answers come in futures."""
    pool = ThreadPoolExecutor(len(jobs))
    futures = [pool.submit(_run, url, job) for job in jobs]
    pool.shutdown(wait=False)
    return futures


def _run(url: str, job: Callable[[Store], R]) -> R:
    return asyncio.run(_once(url, job))


async def _once(url: str, job: Callable[[Store], R]) -> R:
    database = opened(url)
    try:
        return await database.run(job)
    finally:
        await database.close()
