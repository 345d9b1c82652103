"""python-telegram-bot speaks, over a transport of ours and at our pace."""

from __future__ import annotations

import logging
import os
from typing import Any, cast

import aiohttp
import orjson
from telegram import InputFile, InputMediaPhoto
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from bot.channel import Spoken, Undelivered
from bot.telegram.pace import Pace
from bot.telegram.rendered import notice, rendered
from models.letters import LetterKind

_log = logging.getLogger("tilik.telegram")
PATIENCE = 20.0
os.environ.setdefault("PTB_TIMEDELTA", "1")
"""The library's coming way to give a flood wait; without it, every wait is a warning."""
_GONE = ("chat not found", "user is deactivated", "bot can't initiate conversation")
_LOST = ("message to edit not found", "message can't be edited", "there is no text in the message")


class Transport(BaseRequest):
    """The Bot API over aiohttp: ten times cheaper than the library's own default."""

    def __init__(self, *, connections: int = 32) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return PATIENCE

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            return cast("dict[str, Any]", orjson.loads(payload))
        except orjson.JSONDecodeError as wrong:
            # A page of a gateway on the way; nobody knows whether Telegram has heard us.
            raise NetworkError("no answer of the Bot API") from wrong

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("the transport is not open")
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=_TIMEOUT
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as wrong:
            raise TimedOut from wrong
        except aiohttp.ClientError as wrong:
            raise NetworkError(type(wrong).__name__) from wrong


_TIMEOUT = aiohttp.ClientTimeout(total=PATIENCE)
_JSON = {"Content-Type": "application/json"}


def _body(request_data: RequestData | None) -> tuple[Any, dict[str, str]]:
    if request_data is None:
        return None, {}
    if not request_data.contains_files:
        return orjson.dumps(request_data.parameters), _JSON
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}


class _Bot(ExtBot[str]):
    @classmethod
    def _warn(cls, *args: Any, **kwargs: Any) -> None:
        """`do_api_request` warns of methods that the library wraps too. We mean the plain call:
        the wrapped one builds and parses objects that nobody reads."""


class Speaker:
    """Tilik's mouth on Telegram."""

    def __init__(self, token: str, *, api: str, rate: float = 30) -> None:
        transport = Transport()
        self._bot = _Bot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=transport,
            get_updates_request=transport,
            rate_limiter=Pace(rate=rate),
        )
        self._transport = transport

    async def open(self) -> None:
        """Make ready to speak; nothing is sent."""
        await self._transport.initialize()

    async def close(self) -> None:
        """Let go of every connection."""
        await self._transport.shutdown()

    async def say(self, sender: str, spoken: Spoken, *, kind: LetterKind) -> None:
        """Deliver; raises `Undelivered`. A change that changes nothing is a success."""
        method, payload = rendered(sender, spoken)
        photo = payload.pop("photo", None)
        if photo is not None:
            _attach(payload, InputFile(photo, filename="tilik.png", attach=True))
        try:
            await self._bot.do_api_request(method, api_kwargs=payload, rate_limit_args=kind)
        except TelegramError as wrong:
            if "message is not modified" not in str(wrong).lower():
                raise _undelivered(wrong) from None

    async def toast(self, toast: str, words: str) -> None:
        """End a tap's waiting; a notice that comes too late is dropped."""
        try:
            await self._bot.do_api_request("answerCallbackQuery", api_kwargs=notice(toast, words))
        except TelegramError as wrong:
            _log.debug("a toast was dropped: %s", type(wrong).__name__)


def _attach(payload: dict[str, Any], photo: InputFile) -> None:
    if "media" in payload:
        payload["media"] = InputMediaPhoto(photo, **payload["media"])
    else:
        payload["photo"] = photo


def _undelivered(wrong: TelegramError) -> Undelivered:
    words = str(wrong).lower()
    match wrong:
        case RetryAfter():
            after = wrong.retry_after
            return Undelivered("later", after=after if isinstance(after, int) else after.seconds)
        case Forbidden():
            return Undelivered("gone", words=words)
        case BadRequest() if any(sign in words for sign in _GONE):
            return Undelivered("gone", words=words)
        case BadRequest() if any(sign in words for sign in _LOST):
            return Undelivered("lost", words=words)
        case BadRequest():
            return Undelivered("wrong", words=words)
        case NetworkError() | Conflict() | InvalidToken():  # a token may be put right meanwhile
            return Undelivered("later")
    return Undelivered("wrong", words=words)
