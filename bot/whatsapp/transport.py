"""HTTP for pywa: its own calls go to the API that the settings name, and over aiohttp, since a send
costs four times as much over httpx's own pool (`python -m benchmarks whatsapp`)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import aiohttp
import httpx
from yarl import URL

GRAPH = "graph.facebook.com"
TIMEOUT = aiohttp.ClientTimeout(total=90, connect=20, sock_read=20)
"""Seconds for a whole call with all its bytes, until there is a connection, and of silence."""
CONNECTIONS = 32


def session(api: str) -> httpx.AsyncClient:
    """The client that pywa speaks through: what is meant for Meta's host goes to `api`, which is
    another one for the box of the demo and of the tests."""
    there = httpx.URL(api)

    async def turned(request: httpx.Request) -> None:
        if request.url.host == GRAPH:
            path = there.raw_path.rstrip(b"/") + request.url.raw_path
            request.url = request.url.copy_with(
                scheme=there.scheme, host=there.host, port=there.port, raw_path=path
            )
            request.headers["Host"] = there.netloc.decode()

    return httpx.AsyncClient(transport=WhatsAppTransport(), event_hooks={"request": [turned]})


class WhatsAppTransport(httpx.AsyncBaseTransport):
    """One session of aiohttp under httpx, with httpx's errors. Redirects and packed bodies are
    httpx's own matter."""

    def __init__(self, patience: aiohttp.ClientTimeout = TIMEOUT) -> None:
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with _in_httpx():
            answer = await self._opened().request(
                request.method,
                URL(str(request.url), encoded=True),  # an address of a file may be signed
                data=await request.aread() or None,
                headers=request.headers.multi_items(),
                allow_redirects=False,
            )
        return httpx.Response(answer.status, headers=list(answer.raw_headers), stream=_Body(answer))

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=self._patience,
                auto_decompress=False,
            )
        return self._session


class _Body(httpx.AsyncByteStream):
    """What comes back, as it comes."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _in_httpx():
            async for chunk in self._answer.content.iter_any():
                yield chunk

    async def aclose(self) -> None:
        self._answer.release()


@contextmanager
def _in_httpx() -> Iterator[None]:
    """The errors of aiohttp by httpx's names, which say whether anything was asked at all."""
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.InvalidURL) as wrong:
        raise httpx.ConnectError(type(wrong).__name__) from wrong
    except aiohttp.ConnectionTimeoutError as wrong:
        raise httpx.ConnectTimeout(type(wrong).__name__) from wrong
    except TimeoutError as wrong:
        raise httpx.ReadTimeout(type(wrong).__name__) from wrong
    except aiohttp.ClientOSError as wrong:
        raise httpx.ReadError(type(wrong).__name__) from wrong
    except aiohttp.ClientError as wrong:
        raise httpx.RemoteProtocolError(type(wrong).__name__) from wrong
