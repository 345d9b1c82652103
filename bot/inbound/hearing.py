"""How a running Tilik hears: the door where platforms call, and the loop that asks Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web

from bot.inbound.server import door, poll, telegram_route
from bot.telegram.until_answered import meanwhile, until_answered
from bot.turn.menu import show
from bot.whatsapp.inbound.route import whatsapp_routes

if TYPE_CHECKING:
    from bot.app import Tilik
    from bot.telegram.listener import Listener


@asynccontextmanager
async def hearing(tilik: Tilik) -> AsyncIterator[None]:
    """The routes where platforms call, and the polling loop where Telegram does not.

    Telegram need not be there at the start: it is asked until it answers.
    """
    runner = await _listening(tilik) if tilik.settings.address else None
    try:
        if tilik.listener is None:
            yield
        else:
            async with meanwhile(_hear(tilik, tilik.listener)):
                yield
    finally:
        if runner is not None:
            await runner.cleanup()


async def _listening(tilik: Tilik) -> web.AppRunner:
    runner = web.AppRunner(door(*_routes(tilik)), access_log=None, handle_signals=False)
    await runner.setup()
    host, port = tilik.settings.address or ("127.0.0.1", 0)
    await web.TCPSite(runner, host, port).start()
    tilik.listens_on = runner.addresses[0][1]
    return runner


def _routes(tilik: Tilik) -> Iterator[web.RouteDef]:
    chosen = tilik.settings
    if chosen.has_telegram:
        yield telegram_route(tilik.desk, chosen.telegram_secret.get_secret_value())
    if chosen.has_whatsapp:
        yield from whatsapp_routes(
            tilik.desk,
            secret=chosen.whatsapp_app_secret.get_secret_value(),
            verify_token=chosen.whatsapp_verify_token.get_secret_value(),
        )


async def _hear(tilik: Tilik, listener: Listener) -> None:
    try:
        if tilik.settings.public_url:
            await until_answered(lambda: _open_webhook(tilik, listener))
            await show(listener, tilik.texts)
        else:
            menu = asyncio.create_task(show(listener, tilik.texts))
            try:
                await poll(listener, tilik.desk)
            finally:
                menu.cancel()
    except asyncio.CancelledError:
        raise
    except Exception as wrong:
        tilik.fail(wrong)


async def _open_webhook(tilik: Tilik, listener: Listener) -> None:
    secret = tilik.settings.telegram_secret.get_secret_value()
    await listener.open_webhook(f"{tilik.settings.public_url}/telegram", secret=secret)
