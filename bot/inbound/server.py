"""The server that platforms call: its port, and a route that says that Tilik is there."""

from __future__ import annotations

from collections.abc import Iterable

from aiohttp import web

LARGEST = 4 << 20  # a batch of the largest platform may have three million bytes


class Server:
    """Listens at host and port, where there are any; `port` is the one it has got."""

    def __init__(self, address: tuple[str, int] | None, routes: Iterable[web.RouteDef]) -> None:
        self.port: int | None = None
        self._address = address
        self._runner = web.AppRunner(_app(routes), access_log=None, handle_signals=False)

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


def _app(routes: Iterable[web.RouteDef]) -> web.Application:
    async def health(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    app = web.Application(client_max_size=LARGEST)
    app.router.add_get("/health", health)
    app.add_routes(routes)
    return app
