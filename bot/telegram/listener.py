"""aiogram listens: its client asks for updates, sets the webhook and the list of commands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from typing import Any

import aiohttp
import orjson

from bot.channel import TokenRefused
from bot.outbound.file_source import MOST_BYTES, Fetched, Unfetched
from bot.telegram.heard import WANTED
from bot.telegram.lazy_aiogram import (
    AiohttpSession,
    Bot,
    BotCommand,
    ClientDecodeError,
    TelegramAPIError,
    TelegramAPIServer,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramMethod,
    TelegramUnauthorizedError,
)

LONG_POLL = 25
FOR_A_FILE = 60


class SecondPoller(ConnectionError):
    """Another copy of Tilik asks for the same bot's updates."""


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates, with the updates as they came: an unreadable one must not block the rest."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int = LONG_POLL
    limit: int = 100
    allowed_updates: list[str] = WANTED


class RawMe(TelegramMethod[dict[str, Any]]):
    """getMe, of which the name alone is of use."""

    __returning__ = dict[str, Any]
    __api_method__ = "getMe"


class _Session(AiohttpSession):
    async def close(self) -> None:
        """Close at once where there is no TLS to be ended, for which the library waits a while."""
        if self._session is not None and self.api.base.startswith("http:"):
            await self._session.close()
        else:
            await super().close()


class Listener:
    """Tilik's ear on Telegram."""

    def __init__(self, token: str, *, api: str) -> None:
        server = TelegramAPIServer.from_base(api)
        session = _Session(api=server, json_loads=orjson.loads)
        self._bot = Bot(token, session=session)

    async def updates(self, offset: int) -> list[dict[str, Any]]:
        """The next updates, raw; raises `ConnectionError` when Telegram cannot be asked now."""
        try:
            return await self._bot(RawUpdates(offset=offset), request_timeout=LONG_POLL + 10)
        except TelegramUnauthorizedError as wrong:
            raise TokenRefused from wrong
        except TelegramConflictError as wrong:
            raise SecondPoller from wrong
        except (TelegramAPIError, ClientDecodeError) as wrong:
            raise ConnectionError(type(wrong).__name__) from wrong

    async def username(self, *, patience: float) -> str | None:
        """The bot's name as Telegram says it within so many seconds; None where it does not."""
        try:
            me = await self._bot(RawMe(), request_timeout=math.ceil(patience))
        except (TelegramAPIError, ClientDecodeError, ValueError):  # ValueError: no text at all
            return None
        name = me.get("username")
        return name if isinstance(name, str) else None

    async def open_webhook(self, url: str, *, secret: str) -> None:
        """Ask Telegram to deliver to the URL, with the secret in its header."""
        try:
            await self._bot.set_webhook(
                url, secret_token=secret, allowed_updates=WANTED, max_connections=40
            )
        except TelegramUnauthorizedError as wrong:
            raise TokenRefused from wrong
        except TelegramAPIError as wrong:
            raise ConnectionError(type(wrong).__name__) from wrong

    async def give_way(self, wrong: BaseException) -> None:
        """After a conflict: an earlier life's webhook may be in the way of asking."""
        if not isinstance(wrong, SecondPoller):
            return
        try:
            await self._bot.delete_webhook()
        except TelegramAPIError as refused:
            raise ConnectionError(type(refused).__name__) from refused

    async def commands(self, words: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """The menu of commands, by language; the first language is for everybody else too."""
        try:
            for number, (language, rows) in enumerate(words.items()):
                menu = [BotCommand(command=name, description=text) for name, text in rows]
                await self._bot.set_my_commands(menu, language_code=language)
                if number == 0:
                    await self._bot.set_my_commands(menu)
        except TelegramAPIError as wrong:
            raise ConnectionError(type(wrong).__name__) from wrong

    async def fetch(self, file: str) -> Fetched:
        """The file that Telegram knows by this id, for a channel that does not know it; raises
        `Unfetched`."""
        try:
            told = await self._bot.get_file(file)
            if (told.file_size or 0) > MOST_BYTES or told.file_path is None:
                raise Unfetched("large")
            url = self._bot.session.api.file_url(self._bot.token, told.file_path)
            content = bytearray()
            async with aclosing(self._bot.session.stream_content(url, timeout=FOR_A_FILE)) as body:
                async for chunk in body:
                    content += chunk
                    if len(content) > MOST_BYTES:
                        raise Unfetched("large")
        except TelegramBadRequest as wrong:
            raise Unfetched("gone") from wrong
        except (TelegramAPIError, ClientDecodeError, aiohttp.ClientError, TimeoutError) as wrong:
            raise Unfetched("later", type(wrong).__name__) from None
        return Fetched(bytes(content))

    async def close(self) -> None:
        """Let go of every connection."""
        await self._bot.session.close()
