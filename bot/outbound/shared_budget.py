"""The send budget where several processes speak with one token."""

from __future__ import annotations

from models.store.engine.database import Database
from models.store.letters import budget


class Shared:
    """A channel's budget in the store: who wants to speak reserves time there."""

    def __init__(self, database: Database, channel: str) -> None:
        self._database = database
        self._channel = channel

    async def reserve(self, seconds: float) -> float:
        """Take so many seconds to speak in; gives how many seconds from now they begin."""
        return await self._database.run(lambda store: budget.reserve(store, self._channel, seconds))

    async def silence(self, seconds: float) -> None:
        """Let no process speak for so long."""
        await self._database.run(lambda store: budget.silence(store, self._channel, seconds))
