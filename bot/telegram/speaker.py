"""python-telegram-bot speaks, over a transport of ours and at our pace."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from telegram import InputFile, InputMediaPhoto
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.channel import Before, Posted, Spoken, Undelivered
from bot.outbound.mime_types import UNKNOWN
from bot.outbound.pacing import Budget
from bot.telegram.pace import Pace, Ticket
from bot.telegram.rendered import kind_of, notice, rendered
from bot.telegram.traits import TELEGRAM
from bot.telegram.transport import NeverAskedError, TelegramTransport
from models.letters import LetterKind

_log = logging.getLogger("tilik.telegram")
MOST_DELETED = 100
"""Messages that go with one call."""
_FILES = ("photo", "document", "voice")
_GONE = (
    *("chat not found", "user is deactivated", "bot can't initiate conversation", "user not found"),
    *("peer_id_invalid", "input_user_deactivated", "user_is_blocked"),
)


class _Bot(ExtBot[Ticket]):
    @classmethod
    def _warn(cls, *args: Any, **kwargs: Any) -> None:
        """`do_api_request` warns of methods that the library wraps too. We mean the plain call:
        the wrapped one builds and parses objects that nobody reads."""


class TelegramSpeaker:
    """Tilik's mouth on Telegram."""

    traits = TELEGRAM

    def __init__(
        self, token: str, *, api: str, rate: float = 30, budget: Budget | None = None
    ) -> None:
        transport = TelegramTransport()
        self._pace = Pace(rate=rate, budget=budget)
        self._bot = _Bot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=transport,
            get_updates_request=transport,
            rate_limiter=self._pace,
        )
        self._transport = transport

    async def open(self) -> None:
        """Make ready to speak; nothing is sent."""
        await self._transport.initialize()

    async def close(self) -> None:
        """Let go of every connection."""
        await self._pace.shutdown()
        await self._transport.shutdown()

    async def say(
        self, sender: str, spoken: Spoken, *, kind: LetterKind, before: Before | None = None
    ) -> Posted:
        """Deliver; raises `Undelivered`, and what `before` raises. A change that changes nothing
        is a success. Telegram tells no more of it.

        What is no photo to Telegram, or no voice, goes as a document."""
        ticket = Ticket(kind, before)
        try:
            return await self._said(sender, spoken, ticket)
        except Undelivered as wrong:
            if wrong.why != "wrong" or spoken.content is None or kind_of(spoken) == "document":
                raise
            return await self._said(sender, replace(spoken, mime=UNKNOWN), ticket)

    async def take_back(self, sender: str, messages: Sequence[str]) -> None:
        """Delete them, from both ends; Telegram passes over those that it does not find."""
        numbers = [int(one) for one in messages if one.isdecimal()]
        for first in range(0, len(numbers), MOST_DELETED):
            some = {"chat_id": int(sender), "message_ids": numbers[first : first + MOST_DELETED]}
            ticket = Ticket("reply")
            try:
                await self._bot.do_api_request(
                    "deleteMessages", api_kwargs=some, rate_limit_args=ticket
                )
            except TelegramError as wrong:
                raise _undelivered(wrong) from None

    async def _said(self, sender: str, spoken: Spoken, ticket: Ticket) -> Posted:
        method, payload = rendered(sender, spoken)
        name = spoken.file.name if spoken.file is not None else None
        for field in _FILES:
            if isinstance(payload.get(field), bytes):
                file = InputFile(payload.pop(field), filename=name or "tilik.png", attach=True)
                _attach(payload, field, file)
        try:
            answer: Any = await self._bot.do_api_request(
                method, api_kwargs=payload, rate_limit_args=ticket
            )
        except TelegramError as wrong:
            if "message is not modified" not in str(wrong).lower():
                raise _undelivered(wrong, edits=method.startswith("edit")) from None
            return Posted()
        number = answer.get("message_id") if isinstance(answer, dict) else None
        return Posted(message=str(number) if number is not None else "")

    async def toast(self, toast: str, words: str) -> None:
        """End a tap's waiting; a notice that comes too late is dropped."""
        try:
            await self._bot.do_api_request("answerCallbackQuery", api_kwargs=notice(toast, words))
        except TelegramError as wrong:
            _log.debug("a toast was dropped: %s", type(wrong).__name__)

    async def menu(self, sender: str, menu: Sequence[tuple[str, str]]) -> None:
        """Offer these commands in one chat; all of them can be typed too."""
        rows = [{"command": name, "description": words} for name, words in menu]
        scope = {"type": "chat", "chat_id": int(sender)}
        try:
            await self._bot.do_api_request(
                "setMyCommands", api_kwargs={"commands": rows, "scope": scope}
            )
        except TelegramError as wrong:
            _log.debug("a menu was dropped: %s", type(wrong).__name__)


def _attach(payload: dict[str, Any], field: str, file: InputFile) -> None:
    if "media" in payload:
        payload["media"] = InputMediaPhoto(file, **payload["media"])
    else:
        payload[field] = file


_QUOTED = re.compile(r"([\"“«`]|(?<!\w)').*|\d{5,}", re.DOTALL)
"""What Telegram repeats of a message when it refuses one, or a number: no log is to have it."""


def _undelivered(wrong: TelegramError, *, edits: bool = False) -> Undelivered:
    """What became of it. A change that is refused, for whatever reason, can be said anew."""
    words = _QUOTED.sub("…", str(wrong).lower())
    match wrong:
        case RetryAfter():
            after = wrong.retry_after
            return Undelivered("later", after=after if isinstance(after, int) else after.seconds)
        case Forbidden():
            return Undelivered("gone", words=words)
        case BadRequest() if any(sign in words for sign in _GONE):
            return Undelivered("gone", words=words)
        case BadRequest() if edits:
            return Undelivered("lost", words=words)
        case BadRequest():
            return Undelivered("wrong", words=words)
        case NeverAskedError() | Conflict() | InvalidToken():  # a token may be put right meanwhile
            return Undelivered("later")
        case NetworkError():  # also 5xx: a gateway does not know what became of what it passed on
            return Undelivered("unknown")
    return Undelivered("wrong", words=words)
