"""How both boxes serve: one bare server with one handler, a door, and a way to hang up."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeAlias

from aiohttp import web
from aiohttp.http_parser import RawRequestMessage
from aiohttp.streams import StreamReader

Serve: TypeAlias = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


def runner_of(serve: Serve, *, largest: int) -> web.ServerRunner:
    """A server of one handler, not yet listening; no body may have more bytes than `largest`.

    A bare `web.Server` and its one handler cost half of an application with a router. A call whose
    client goes away is cancelled, so that a killed bot's long poll ends with it.
    """
    factory = partial(_request, largest=largest)
    server = web.Server(serve, request_factory=factory, handler_cancellation=True)
    return web.ServerRunner(server, access_log=None, shutdown_timeout=1.0)


async def opened(runner: web.ServerRunner, host: str, *, port: int) -> str:
    """Listen there (port 0: anywhere free); gives the URL."""
    await runner.setup()
    door = socket.create_server((host, port), backlog=1024)
    await web.SockSite(runner, door).start()
    return f"http://{host}:{door.getsockname()[1]}"


def hang_up(request: web.BaseRequest) -> web.Response:
    """Close the connection without a word; the answer returned here is never written."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: Any,
    writer: Any,
    task: asyncio.Task[None],
    *,
    largest: int,
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=largest)


async def not_found(request: web.BaseRequest) -> web.StreamResponse:
    """Nothing is here."""
    return web.Response(status=404, text="Not found")
