"""The server that platforms call: its port, and the routes that say how Tilik is.

`/health`: it is there. `/readyz`: it could take a delivery now, since the database answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeAlias

from aiohttp import web

from models.store.engine.database import StoreAway

Ask: TypeAlias = Callable[[], Awaitable[object]]

LARGEST = 4 << 20  # a batch of the largest platform may have three million bytes
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
        self._runner = web.AppRunner(
            _app(routes, Readiness(ask)), access_log=None, handle_signals=False
        )

    async def start(self) -> None:
        """Begin to listen; raises `OSError`."""
        if self._address is None:
            return
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._address).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Listen no more."""
        await self._runner.cleanup()


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

    app = web.Application(client_max_size=LARGEST)
    app.router.add_get("/health", health)
    app.router.add_get("/readyz", readyz)
    app.add_routes(routes)
    return app
