"""Asking a platform that may not be there yet."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import chain, repeat

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
