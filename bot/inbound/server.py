"""The server that platforms call: its port, and the routes that say how Tilik is.

`/health`: it is there. `/readyz`: it could take a delivery now, since the database answers.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeAlias, cast

from aiohttp import http, web

from bot.inbound.bodies import HELD, Held, only_plain
from bot.logs import Unread
from models.store.engine.database import StoreAway

_log = logging.getLogger("tilik.server")
_log.addFilter(Unread(http.HttpProcessingError, web.RequestPayloadError, ConnectionError))
Ask: TypeAlias = Callable[[], Awaitable[object]]

IDLE = 75.0
"""Seconds in which the head of a request must have come, counted from the one before it."""
MOST_CONNECTIONS = 400
"""At once; where there would be more, the oldest is closed: who says nothing holds nobody up."""
PATIENCE = 3.0
"""Seconds in which the database must answer: sooner than who asks gives up."""
KNOWN_FOR = 1.0
"""Seconds in which an answer holds: the database is asked no oftener, however many call."""


class Server:
    """Listens at host and port, where there are any; `port` is the one it has got."""

    def __init__(
        self, address: tuple[str, int] | None, routes: Iterable[web.RouteDef], *, ask: Ask
    ) -> None:
        self.port: int | None = None
        self._address = address
        self._listening: asyncio.Server | None = None
        self._runner = web.AppRunner(
            _app(routes, Readiness(ask)),
            access_log=None,
            handle_signals=False,
            keepalive_timeout=IDLE,
            auto_decompress=False,
            logger=_log,
        )

    async def start(self) -> None:
        """Begin to listen; raises `OSError`."""
        if self._address is None:
            return
        await self._runner.setup()
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(self._connected, *self._address)
        self.port = self._listening.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Listen no more."""
        if self._listening is not None:
            self._listening.close()
        await self._runner.cleanup()

    def _connected(self) -> asyncio.Protocol:
        """A new connection, in the place of the oldest where there are as many as may be."""
        server = cast(web.Server, self._runner.server)
        there = server.connections
        for oldest in there[: max(0, len(there) + 1 - MOST_CONNECTIONS)]:
            oldest.force_close()
        return server()


class Readiness:
    """Whether what `ask` asks answers in time, asked once for all who want to know just then."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._asking = asyncio.Lock()
        self._known_until, self._answered = 0.0, False

    async def answers(self) -> bool:
        """Whether it did."""
        loop = asyncio.get_running_loop()
        async with self._asking:
            if loop.time() >= self._known_until:
                self._answered = await self._answers()
                self._known_until = loop.time() + KNOWN_FOR
        return self._answered

    async def _answers(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._ask()
        except (StoreAway, TimeoutError):
            return False
        return True


def _app(routes: Iterable[web.RouteDef], readiness: Readiness) -> web.Application:
    async def health(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(_: web.Request) -> web.Response:
        ready = await readiness.answers()
        return web.Response(text="ok" if ready else "database", status=200 if ready else 503)

    app = web.Application(middlewares=[only_plain])
    app[HELD] = Held()
    app.router.add_get("/health", health)
    app.router.add_get("/readyz", readyz)
    app.add_routes(routes)
    return app
