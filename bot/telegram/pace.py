"""How fast Tilik may speak on Telegram: python-telegram-bot's own extension point."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.channel import Before
from models.letters import LetterKind
from models.store.database import StoreAway

Answer: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
BURST = 4
"""Messages that one chat may get at once before the pace of one a second holds."""
LATE = 0.25
"""Seconds that are caught up with: a timer rings late, and thirty times a second that adds up."""
BLOCK = 0.25
"""Seconds that are reserved at a time where the budget is shared."""
UNCOUNTED = frozenset(
    {"answerCallbackQuery", "sendChatAction", "getMe", "getFile", "setMyCommands"}
)


class Budget(Protocol):
    """The time in which all processes together may speak."""

    async def reserve(self, seconds: float) -> float:
        """Take so many seconds; gives how many seconds from now they begin."""
        ...

    async def silence(self, seconds: float) -> None:
        """Let no process speak for so long."""
        ...


@dataclass(frozen=True)
class Ticket:
    """What stands in line: the kind of letter, and what is awaited when its turn has come."""

    kind: LetterKind
    before: Before | None = None


class Pace(BaseRateLimiter[Ticket]):
    """Strict pacing over all chats, one message a second in each, silence in a flood wait.

    `rate` is messages a second over all (0: no pacing). A prompt waits while any reply does, so
    all of the budget is the replies' when they need it, and one waits for a single slot behind
    any number of prompts. With a shared `budget`, slots are taken from it a few at a time.
    """

    def __init__(self, *, rate: float = 30, budget: Budget | None = None) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._budget = budget
        self._reserved = 0
        self._next = 0.0
        self._silent_until = 0.0
        self._chats: dict[int, float] = {}
        self._replies: deque[asyncio.Future[None]] = deque()
        self._prompts: deque[asyncio.Future[None]] = deque()
        self._pump: asyncio.Task[None] | None = None

    async def initialize(self) -> None:
        """Nothing to set up: the first message starts the clock."""

    async def shutdown(self) -> None:
        """Stop handing out slots."""
        if self._pump is not None:
            self._pump.cancel()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Ticket | None,
    ) -> Answer:
        """Send when it is this message's turn. A flood wait is raised, and kept, for all."""
        ticket = rate_limit_args or Ticket("reply")
        if self._gap and endpoint not in UNCOUNTED:
            await self._chat_slot(int(data["chat_id"]))
            await self._slot(prompt=ticket.kind == "prompt")
        if ticket.before is not None:
            await ticket.before()
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as wait:
            await self._fall_silent(_seconds(wait))
            raise

    async def _fall_silent(self, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._silent_until = max(self._silent_until, until)
        if self._gap and self._budget is not None:
            with suppress(StoreAway):
                await self._budget.silence(seconds)

    async def _chat_slot(self, chat: int) -> None:
        """One message a second in a chat, after a burst: `full` is when the burst is back."""
        now = asyncio.get_running_loop().time()
        full = max(self._chats.get(chat, 0.0), now)
        self._chats[chat] = full + 1
        if len(self._chats) > 10_000:
            self._chats = {key: at for key, at in self._chats.items() if at > now}
        if full - now > BURST - 1:
            await asyncio.sleep(full - now - (BURST - 1))

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
            begins = loop.time() + await budget.reserve(count * self._gap)
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


def _seconds(wait: RetryAfter) -> float:
    after = wait.retry_after
    return float(after if isinstance(after, int) else after.total_seconds())
