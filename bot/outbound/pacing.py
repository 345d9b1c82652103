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
Waiting: TypeAlias = deque[asyncio.Future[None]]
LATE = 0.25
"""Seconds that are caught up with: a timer rings late, and thirty times a second that adds up."""
BLOCK = 0.25
"""Seconds that are reserved at a time where the budget is shared."""
KNOWN = 10_000
"""Chats whose bursts are known; where there are more, those that are whole again are forgotten,
then the oldest."""


SHARE, SHARE_BACK = 20, 60.0
"""Messages that a chat may get before others go first, and seconds until it may have one more: a
whole rating takes ten."""


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


class Bursts:
    """How much of a burst each chat has left: one message more after each `gap` seconds."""

    def __init__(self, *, gap: float, burst: int) -> None:
        self._gap = gap
        self._ahead = (burst - 1) * gap
        self._full: dict[Chat, float] = {}

    def take(self, chat: Chat, now: float) -> float:
        """Take one; gives how many seconds before its time that is. `full`: the burst is back."""
        full = max(self._full.pop(chat, 0.0), now)
        self._full[chat] = full + self._gap
        if len(self._full) > KNOWN:
            self._full = dict([one for one in self._full.items() if one[1] > now][-KNOWN:])
        return full - now - self._ahead


class Slots:
    """Slots over all chats: `rate` a second (0: nobody waits), one each `gap` seconds in one chat.

    One chat gets a `burst` before its gap holds. A prompt waits while any reply does, so all of
    the budget is the replies' when they need it, and one waits for a single slot behind any number
    of prompts. Chats that have had more than their share come after those that have not, by turns
    with the prompts: however many chats somebody floods, whoever writes now and then waits for
    none of it. With a shared `budget`, slots are taken from it a few at a time.
    """

    def __init__(
        self, *, rate: float, gap: float, burst: int, budget: Budget | None = None
    ) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._pace = Bursts(gap=gap, burst=burst)
        self._share = Bursts(gap=SHARE_BACK, burst=SHARE)
        self._budget = budget
        self._reserved = 0
        self._next = 0.0
        self._silent_until = 0.0
        self._replies: Waiting = deque()
        self._floods: Waiting = deque()
        self._prompts: Waiting = deque()
        self._turn_of_floods = False
        self._pump: asyncio.Task[None] | None = None

    def close(self) -> None:
        """Stop handing out slots."""
        if self._pump is not None:
            self._pump.cancel()

    async def take(self, chat: Chat, *, prompt: bool) -> None:
        """Wait until one message may go to this chat."""
        if self._gap:
            floods = await self._chat_slot(chat)
            await self._slot(self._prompts if prompt else self._floods if floods else self._replies)

    async def silence(self, seconds: float) -> None:
        """Let nobody speak for so long, here or in any process of the budget."""
        until = asyncio.get_running_loop().time() + seconds
        self._silent_until = max(self._silent_until, until)
        if self._gap and self._budget is not None:
            with suppress(StoreAway):
                await self._budget.silence(seconds)

    async def _chat_slot(self, chat: Chat) -> bool:
        """One message in each gap, after a burst. Whether the chat has had more than its share."""
        now = asyncio.get_running_loop().time()
        early, much = self._pace.take(chat, now), self._share.take(chat, now)
        if early > 0:
            await asyncio.sleep(early)
        return much > 0

    @property
    def _waiting(self) -> int:
        return len(self._replies) + len(self._floods) + len(self._prompts)

    async def _slot(self, queue: Waiting) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        idle = not self._waiting and self._budget is None
        if idle and queue is not self._prompts and now >= max(self._next, self._silent_until):
            self._next = now + self._gap
            return
        turn: asyncio.Future[None] = loop.create_future()
        queue.append(turn)
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._hand_out())
        await turn

    async def _hand_out(self) -> None:
        """Give every slot to whoever's turn it is; no slot from before somebody waited counts."""
        loop = asyncio.get_running_loop()
        self._since(loop.time())
        while self._waiting:
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
        count = max(min(self._waiting, int(BLOCK / self._gap)), 1)
        try:
            wait = await budget.reserve(count * self._gap)
            begins = loop.time() + wait  # as it is now: the database may have taken long to say so
        except StoreAway:
            begins, count = max(self._next, loop.time()), 1
        self._next, self._reserved = begins, count

    def _whose_turn(self) -> asyncio.Future[None] | None:
        """The next that still waits; None where nobody does."""
        self._turn_of_floods = not self._turn_of_floods
        later = [self._floods, self._prompts]
        if not self._turn_of_floods:
            later.reverse()
        for queue in (self._replies, *later):
            while queue:
                turn = queue.popleft()
                if not turn.done():
                    return turn
        return None
