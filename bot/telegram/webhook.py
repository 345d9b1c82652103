"""The route that Telegram calls, where it delivers by webhook."""

from __future__ import annotations

import hmac
from functools import partial

import orjson
from aiohttp import web

from bot.channel import Receiver
from bot.inbound.bodies import body_of
from bot.telegram.rendered import notice
from bot.telegram.traits import CHANNEL
from models.store.engine.database import StoreAway

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the name of a header)


def webhook(desk: Receiver, *, secret: str) -> web.RouteDef:
    """The deliveries. Nothing is read before the secret is right."""
    wanted = secret.encode()

    async def deliver(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not wanted or not hmac.compare_digest(given, wanted):
            return web.Response(status=401)
        try:
            call = await _received(desk, await body_of(request))
        except StoreAway:
            return web.Response(status=503)
        return web.Response(body=call, content_type="application/json" if call else None)

    return web.post(PATH, deliver)


async def _received(desk: Receiver, body: bytes) -> bytes | None:
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
        await desk.set_aside(CHANNEL, body.decode("utf-8", "replace"), wrong)
    else:
        await desk.receive(CHANNEL, raw, toast=partial(_in_the_answer, calls))
    return calls[0] if calls else None


def _in_the_answer(calls: list[bytes], channel: str, toast: str, words: str) -> None:
    calls.append(orjson.dumps({"method": "answerCallbackQuery", **notice(toast, words)}))
