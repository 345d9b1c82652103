"""The Bot API over aiohttp, for python-telegram-bot: ten times cheaper than its own default."""

from __future__ import annotations

from typing import Any, cast

import aiohttp
import orjson
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

TIMEOUT = 20.0


class NeverAskedError(NetworkError):
    """There was no connection: Telegram has certainly heard nothing."""


class TelegramTransport(BaseRequest):
    """One session, and the library's errors."""

    def __init__(self, *, connections: int = 32) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return TIMEOUT

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
            raise NeverAskedError("the transport is not open")
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=_TIMEOUT
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as wrong:
            raise NeverAskedError(type(wrong).__name__) from wrong
        except TimeoutError as wrong:
            raise TimedOut from wrong
        except aiohttp.ClientError as wrong:
            raise NetworkError(type(wrong).__name__) from wrong


_TIMEOUT = aiohttp.ClientTimeout(total=TIMEOUT)
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
