"""Bodies of requests: read in time and within bounds, whoever sends them, and never unpacked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from aiohttp import web

LARGEST = 4 << 20
"""Bytes of a body: a batch of the largest platform may have three million."""
SMALL, MOST_HELD = 64 << 10, 64 << 20
"""Bytes up to which a body is always taken, and of all larger ones that are held at once: what
comes while so much is held is to come again."""
READ_IN = 30.0
"""Seconds in which a body must have come."""

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Held:
    """How many bytes of large bodies are being read."""

    def __init__(self) -> None:
        self.bytes = 0

    @contextmanager
    def room(self) -> Iterator[Callable[[int], None]]:
        """Gives what is called with the bytes that a body has by now; raises 503 or 413."""
        mine = 0

        def grow(size: int) -> None:
            nonlocal mine
            if size > LARGEST:
                raise web.HTTPRequestEntityTooLarge(LARGEST, size)
            if size > SMALL:
                mine, self.bytes = size, self.bytes + size - mine
            if mine and self.bytes > MOST_HELD:
                raise web.HTTPServiceUnavailable

        try:
            yield grow
        finally:
            self.bytes -= mine


HELD = web.AppKey("held", Held)


async def body_of(request: web.Request) -> bytes:
    """The whole body. Raises an answer: 400 where it breaks off, 408 where it does not come, 413
    where it is too large, 503 where too much is being read."""
    body = bytearray()
    try:
        async with asyncio.timeout(READ_IN):
            with request.app[HELD].room() as grow:
                async for some in request.content.iter_any():
                    grow(len(body) + len(some))
                    body += some
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except (web.RequestPayloadError, ConnectionError):
        raise web.HTTPBadRequest from None
    return bytes(body)


@web.middleware
async def only_plain(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what is packed: no platform packs, and a few bytes can unpack to anything."""
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise web.HTTPUnsupportedMediaType
    return await handler(request)
