"""How fast Tilik may speak on a channel: strict slots, replies first, silence when it is asked for.

Times are the loop's own, in seconds.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Protocol, TypeAlias

from models.store.engine.database import Database, StoreAway
from models.store.letters import budget

Chat: TypeAlias = int | str
LATE = 0.25
"""Seconds that are caught up with: a timer rings late, and thirty times a second that adds up."""
BLOCK = 0.25
"""Seconds that are reserved at a time where the budget is shared."""
KNOWN = 10_000
"""Chats whose bursts are known; where there are more, those that are whole again are forgotten,
then the oldest."""


class Budget(Protocol):
    """The time in which all processes together may speak."""

    async def reserve(self, seconds: float) -> float:
        """Take so many seconds; gives how many seconds from now they begin."""
        ...

    async def silence(self, seconds: float) -> None:
        """Let no process speak for so long."""
        ...


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


class Slots:
    """Slots over all chats: `rate` a second (0: nobody waits), one each `gap` seconds in one chat.

    One chat gets a `burst` before its gap holds. A prompt waits while any reply does, so all of
    the budget is the replies' when they need it, and one waits for a single slot behind any number
    of prompts. With a shared `budget`, slots are taken from it a few at a time.
    """

    def __init__(
        self, *, rate: float, gap: float, burst: int, budget: Budget | None = None
    ) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._chat_gap = gap
        self._ahead = (burst - 1) * gap
        self._budget = budget
        self._reserved = 0
        self._next = 0.0
        self._silent_until = 0.0
        self._chats: dict[Chat, float] = {}
        self._replies: deque[asyncio.Future[None]] = deque()
        self._prompts: deque[asyncio.Future[None]] = deque()
        self._pump: asyncio.Task[None] | None = None

    def close(self) -> None:
        """Stop handing out slots."""
        if self._pump is not None:
            self._pump.cancel()

    async def take(self, chat: Chat, *, prompt: bool) -> None:
        """Wait until one message may go to this chat."""
        if self._gap:
            await self._chat_slot(chat)
            await self._slot(prompt=prompt)

    async def silence(self, seconds: float) -> None:
        """Let nobody speak for so long, here or in any process of the budget."""
        until = asyncio.get_running_loop().time() + seconds
        self._silent_until = max(self._silent_until, until)
        if self._gap and self._budget is not None:
            with suppress(StoreAway):
                await self._budget.silence(seconds)

    async def _chat_slot(self, chat: Chat) -> None:
        """One message in each gap, after a burst: `full` is when the burst is back."""
        now = asyncio.get_running_loop().time()
        full = max(self._chats.pop(chat, 0.0), now)
        self._chats[chat] = full + self._chat_gap
        if len(self._chats) > KNOWN:
            self._chats = dict([one for one in self._chats.items() if one[1] > now][-KNOWN:])
        if full - now > self._ahead:
            await asyncio.sleep(full - now - self._ahead)

    async def _slot(self, *, prompt: bool) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        idle = not self._replies and not self._prompts and self._budget is None
        if idle and not prompt and now >= max(self._next, self._silent_until):
            self._next = now + self._gap
            return
        turn: asyncio.Future[None] = loop.create_future()
        (self._prompts if prompt else self._replies).append(turn)
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._hand_out())
        await turn

    async def _hand_out(self) -> None:
        """Give every slot to whoever's turn it is; no slot from before somebody waited counts."""
        loop = asyncio.get_running_loop()
        self._since(loop.time())
        while self._replies or self._prompts:
            if self._budget is not None and not self._reserved:
                await self._reserve(self._budget)
            if (wait := max(self._next, self._silent_until) - loop.time()) > 0:
                await asyncio.sleep(wait)
                continue
            if self._next < loop.time() - LATE:
                self._since(loop.time())
                continue
            turn = self._whose_turn()
            if turn is not None:
                self._next += self._gap
                self._reserved -= 1
                turn.set_result(None)

    def _since(self, now: float) -> None:
        """Slots before `now` are lost."""
        if self._next < now:
            self._next, self._reserved = now, 0

    async def _reserve(self, budget: Budget) -> None:
        """Take a few slots, no more than are needed; the next, where the database is away."""
        loop = asyncio.get_running_loop()
        waiting = len(self._replies) + len(self._prompts)
        count = max(min(waiting, int(BLOCK / self._gap)), 1)
        try:
            wait = await budget.reserve(count * self._gap)
            begins = loop.time() + wait  # as it is now: the database may have taken long to say so
        except StoreAway:
            begins, count = max(self._next, loop.time()), 1
        self._next, self._reserved = begins, count

    def _whose_turn(self) -> asyncio.Future[None] | None:
        """The next that still waits; None where nobody does."""
        for queue in (self._replies, self._prompts):
            while queue:
                turn = queue.popleft()
                if not turn.done():
                    return turn
        return None
