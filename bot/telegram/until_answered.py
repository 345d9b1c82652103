"""Patience with a platform that may not be there yet, and with work beside all else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from itertools import chain, repeat
from typing import Any

_log = logging.getLogger("tilik")


async def until_answered(call: Callable[[], Awaitable[None]]) -> None:
    """Ask Telegram until it answers."""
    for wait in chain((0.5, 1, 2, 5), repeat(10)):
        try:
            await call()
            return
        except ConnectionError as wrong:
            _log.warning("Telegram does not answer (%s), asking again", wrong)
            await asyncio.sleep(wait)


@asynccontextmanager
async def meanwhile(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do this beside all else; what is not done by the end is given up."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
