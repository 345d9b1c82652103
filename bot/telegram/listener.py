"""aiogram listens: its client asks for updates, sets the webhook and the list of commands."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Mapping, Sequence
from contextlib import aclosing
from typing import Any, TypeVar

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
    TelegramNotFound,
    TelegramUnauthorizedError,
)

R = TypeVar("R")
TOKEN = "TILIK_TELEGRAM_TOKEN"  # noqa: S105  (the name of a setting)
LONG_POLL = 25
FOR_A_FILE = 60


class SecondPoller(ConnectionError):
    """Somebody else asks for the same bot's updates, or Telegram delivers them to a webhook."""


class NotTaken(Exception):
    """Telegram refuses what it was asked, and says why in its own words."""


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


class RawWebhook(TelegramMethod[dict[str, Any]]):
    """getWebhookInfo, as it came."""

    __returning__ = dict[str, Any]
    __api_method__ = "getWebhookInfo"


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
        """The next updates, raw; raises what every call here does, and `SecondPoller`.

        `TokenRefused`; `NotTaken`, where Telegram refuses what was asked; `ConnectionError`, where
        it does not answer as it should, by whatever stands between.
        """
        return await _answered(self._bot(RawUpdates(offset=offset), request_timeout=LONG_POLL + 10))

    async def me(self, *, patience: float) -> dict[str, Any]:
        """What Telegram says of the bot within so many seconds."""
        return await _answered(self._bot(RawMe(), request_timeout=math.ceil(patience)))

    async def username(self, *, patience: float) -> str | None:
        """The bot's name as Telegram says it within so many seconds; None where it does not."""
        try:
            name = (await self.me(patience=patience)).get("username")
        except (ConnectionError, NotTaken, TokenRefused):
            return None
        return name if isinstance(name, str) else None

    async def webhook(self) -> dict[str, Any]:
        """Where Telegram delivers (`url`, "" for nowhere), and how it fares there."""
        return await _answered(self._bot(RawWebhook()))

    async def open_webhook(self, url: str, *, secret: str) -> None:
        """Ask Telegram to deliver to the URL, with the secret in its header."""
        call = self._bot.set_webhook(
            url, secret_token=secret, allowed_updates=WANTED, max_connections=40
        )
        await _answered(call)

    async def close_webhook(self) -> None:
        """Ask Telegram to deliver nowhere: then it can be asked for updates."""
        await _answered(self._bot.delete_webhook())

    async def commands(self, words: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """The menu of commands, by language; the first language is for everybody else too."""
        for number, (language, rows) in enumerate(words.items()):
            menu = [BotCommand(command=name, description=text) for name, text in rows]
            await _answered(self._bot.set_my_commands(menu, language_code=language))
            if number == 0:
                await _answered(self._bot.set_my_commands(menu))

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


async def _answered(call: Awaitable[R]) -> R:
    """What Telegram answers. ValueError and TypeError: an answer that is none of its own."""
    try:
        return await call
    except (TelegramUnauthorizedError, TelegramNotFound) as wrong:
        raise TokenRefused(TOKEN) from wrong
    except TelegramConflictError as wrong:
        raise SecondPoller from wrong
    except TelegramBadRequest as wrong:
        raise NotTaken(wrong.message) from wrong
    except (TelegramAPIError, ClientDecodeError, ValueError, TypeError) as wrong:
        raise ConnectionError(type(wrong).__name__) from wrong
