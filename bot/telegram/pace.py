"""Limits how fast Tilik sends on Telegram, as a rate limiter for python-telegram-bot."""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.channel import Before
from bot.outbound.pacing import Budget, Slots
from models.letters import LetterKind

os.environ.setdefault("PTB_TIMEDELTA", "1")
"""The library's coming way to give a flood wait; without it, every wait is a warning."""
Answer: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
GAP = 1.0
"""Seconds between two messages of one chat."""
BURST = 4
"""Messages that one chat may get at once before that pace holds."""
UNCOUNTED = frozenset(
    {"answerCallbackQuery", "sendChatAction", "getMe", "getFile", "setMyCommands"}
)


@dataclass(frozen=True)
class Ticket:
    """What stands in line: the kind of letter, and what is awaited when its turn has come."""

    kind: LetterKind
    before: Before | None = None


class Pace(BaseRateLimiter[Ticket]):
    """Slots over all chats, one message a second in each, silence in a flood wait."""

    def __init__(self, *, rate: float = 30, budget: Budget | None = None) -> None:
        self.slots = Slots(rate=rate, gap=GAP, burst=BURST, budget=budget)

    async def initialize(self) -> None:
        """Nothing to set up: the first message starts the clock."""

    async def shutdown(self) -> None:
        """Stop handing out slots."""
        self.slots.close()

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
        if endpoint not in UNCOUNTED:
            await self.slots.take(int(data["chat_id"]), prompt=ticket.kind == "prompt")
        if ticket.before is not None:
            await ticket.before()
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as wait:
            await self.slots.silence(_seconds(wait))
            raise


def _seconds(wait: RetryAfter) -> float:
    after = wait.retry_after
    return float(after if isinstance(after, int) else after.total_seconds())
