"""Each person's deliveries one after the other, as they came."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Order:
    """Who is being heard, and behind whom the next one waits."""

    def __init__(self) -> None:
        self._last: dict[str, asyncio.Future[None]] = {}

    @asynccontextmanager
    async def turn_of(self, sender: str) -> AsyncIterator[None]:
        """Until everything of this sender that came before is over; then the turn is theirs.

        One that is cancelled while it waits lets nobody pass who came after it.
        """
        before = self._last.get(sender)
        mine = self._last[sender] = asyncio.get_running_loop().create_future()
        try:
            if before is not None:
                await asyncio.shield(before)
            yield
        finally:
            if before is None or before.done():
                self._over(sender, mine)
            else:
                before.add_done_callback(lambda _: self._over(sender, mine))

    def _over(self, sender: str, mine: asyncio.Future[None]) -> None:
        mine.set_result(None)
        if self._last.get(sender) is mine:
            del self._last[sender]
