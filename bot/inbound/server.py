"""The door: what the platforms deliver goes to the desk, and is acknowledged only then."""

from __future__ import annotations

import asyncio
import hmac
import logging
from contextlib import suppress
from functools import partial
from typing import Any

import orjson
from aiohttp import web

from bot.inbound.desk import Desk
from bot.telegram.rendered import notice
from models.store.engine.database import StoreAway

_log = logging.getLogger("tilik.door")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the name of a header)
LARGEST = 4 << 20  # a batch of WhatsApp's may have three million bytes


def door(*routes: web.RouteDef) -> web.Application:
    """The routes that platforms call, and one that says that Tilik is there."""

    async def health(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    app = web.Application(client_max_size=LARGEST)
    app.router.add_get("/health", health)
    app.add_routes(routes)
    return app


def telegram_route(desk: Desk, secret: str) -> web.RouteDef:
    """The route that Telegram calls. Nothing is read before the secret is right."""
    wanted = secret.encode()

    async def telegram(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not wanted or not hmac.compare_digest(given, wanted):
            return web.Response(status=401)
        try:
            call = await _received(desk, await request.read())
        except StoreAway:
            return web.Response(status=503)
        return web.Response(body=call, content_type="application/json" if call else None)

    return web.post("/telegram", telegram)


async def _received(desk: Desk, body: bytes) -> bytes | None:
    """What is no update at all is kept aside too: refused, it would come again and again.

    Gives the call to make in the answer: the toast after a tap, which may get lost, costs no
    request of its own there.
    """
    calls: list[bytes] = []
    try:
        raw = orjson.loads(body)
        if not isinstance(raw, dict):
            raise ValueError("no update")
    except ValueError as wrong:
        await desk.set_aside("telegram", body.decode("utf-8", "replace"), wrong)
    else:
        answer = partial(_in_the_answer, calls)
        await desk.receive("telegram", raw, toast=answer)
    return calls[0] if calls else None


def _in_the_answer(calls: list[bytes], channel: str, toast: str, words: str) -> None:
    calls.append(orjson.dumps({"method": "answerCallbackQuery", **notice(toast, words)}))


async def poll(listener: Any, desk: Desk) -> None:
    """Ask for updates for ever. An update is confirmed only when the desk has it."""
    offset = 0
    failures = 0
    while True:
        try:
            updates = await listener.updates(offset)
        except (OSError, TimeoutError) as wrong:
            failures += 1
            with suppress(OSError):
                await listener.give_way(wrong)
            _log.warning("no updates from Telegram (%s), asking again", type(wrong).__name__)
            await asyncio.sleep(min(2**failures, 30) / 2)
            continue
        failures = 0
        try:
            await _all_received(desk, updates)
        except StoreAway:
            _log.warning("the database is away: Telegram keeps the updates for now")
            await asyncio.sleep(1)
            continue
        if updates:
            offset = max(int(update["update_id"]) for update in updates) + 1


async def _all_received(desk: Desk, updates: list[dict[str, Any]]) -> None:
    """Hand the batch over together; each person's updates keep their order at the desk."""
    received = await asyncio.gather(
        *(desk.receive("telegram", update) for update in updates), return_exceptions=True
    )
    for outcome in received:
        if isinstance(outcome, BaseException):
            raise outcome
