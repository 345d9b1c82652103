"""How fast Tilik may speak on Telegram: python-telegram-bot's own extension point."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

Answer: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
BURST = 4
"""Messages that one chat may get at once before the pace of one a second holds."""
REPLIES_SHARE = 5
"""Every fifth slot is kept for replies, however many prompts wait."""
UNCOUNTED = frozenset({"answerCallbackQuery", "sendChatAction", "getMe", "getFile"})


class Pace(BaseRateLimiter[str]):
    """Strict pacing over all chats, one message a second in each, silence in a flood wait.

    `rate` is messages a second over all (0: no pacing). `rate_limit_args` is the kind of letter;
    prompts wait behind replies and leave a fifth of the slots to them.
    """

    def __init__(self, *, rate: float = 30) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._next = 0.0
        self._silent_until = 0.0
        self._chats: dict[int, float] = {}
        self._replies: deque[asyncio.Future[None]] = deque()
        self._prompts: deque[asyncio.Future[None]] = deque()
        self._granted = 0
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
        rate_limit_args: str | None,
    ) -> Answer:
        """Send when it is this message's turn. A flood wait is raised, and kept, for all."""
        if self._gap and endpoint not in UNCOUNTED:
            await self._chat_slot(int(data["chat_id"]))
            await self._slot(prompt=rate_limit_args == "prompt")
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as wait:
            until = asyncio.get_running_loop().time() + _seconds(wait)
            self._silent_until = max(self._silent_until, until)
            raise

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
        idle = not self._replies and not self._prompts
        if idle and not prompt and now >= max(self._next, self._silent_until):
            self._next = now + self._gap
            return
        turn: asyncio.Future[None] = loop.create_future()
        (self._prompts if prompt else self._replies).append(turn)
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._hand_out())
        await turn

    async def _hand_out(self) -> None:
        loop = asyncio.get_running_loop()
        while self._replies or self._prompts:
            at = max(self._next, self._silent_until)
            if (wait := at - loop.time()) > 0:
                await asyncio.sleep(wait)
                continue
            self._next = max(loop.time(), self._next) + self._gap
            self._granted += 1
            turn = self._whose_turn()
            if turn is not None:
                turn.set_result(None)

    def _whose_turn(self) -> asyncio.Future[None] | None:
        """The next that still waits; None where this slot is kept for replies, or nobody does."""
        for queue in (self._replies, self._prompts):
            while queue and queue[0].done():
                queue.popleft()
        if self._replies:
            return self._replies.popleft()
        if not self._prompts or self._granted % REPLIES_SHARE == 0:
            return None
        return self._prompts.popleft()


def _seconds(wait: RetryAfter) -> float:
    after = wait.retry_after
    return float(after if isinstance(after, int) else after.total_seconds())
