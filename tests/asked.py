"""What a job gives that runs in a transaction of its own, for tests that have no running loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from models.store import Store
from tests.keyed import opened

R = TypeVar("R")


def asked(url: str, job: Callable[[Store], R]) -> R:
    """What the job gives; raises what it raises."""

    async def run() -> R:
        database = opened(url)
        try:
            return await database.run(job)
        finally:
            await database.close()

    return asyncio.run(run())
