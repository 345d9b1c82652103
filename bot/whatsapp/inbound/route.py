"""The routes that WhatsApp calls: the challenge when the webhook is set, then what people do."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping

import orjson
from aiohttp import web

from bot.channel import Receiver
from bot.inbound.bodies import body_of
from bot.whatsapp.inbound.heard import items
from bot.whatsapp.traits import CHANNEL
from models.store.engine.database import StoreAway

PATH = "/whatsapp"
HEADER = "X-Hub-Signature-256"
_PREFIX = b"sha256="


def routes(
    desk: Receiver, *, secret: str, verify_token: str, phone_id: str
) -> Iterator[web.RouteDef]:
    """The challenge, and the deliveries. Nothing is read before the signature is right."""

    async def challenge(request: web.Request) -> web.Response:
        answer = challenged(request.query, verify_token)
        return web.Response(status=403) if answer is None else web.Response(text=answer)

    async def deliver(request: web.Request) -> web.Response:
        body = await body_of(request)
        if not is_signed(body, request.headers.get(HEADER), secret):
            return web.Response(status=401)
        try:
            await _received(desk, body, phone_id)
        except StoreAway:
            return web.Response(status=503)
        return web.Response()

    yield web.get(PATH, challenge, allow_head=False)
    yield web.post(PATH, deliver)


async def _received(desk: Receiver, body: bytes, phone_id: str) -> None:
    """Every item of the batch has its turn, each person's in their order.

    Raises `StoreAway` where any could not be written: all come again, and what is known is known.
    """
    try:
        batch = list(items(orjson.loads(body), phone_id=phone_id))
    except ValueError as wrong:
        return await desk.set_aside(CHANNEL, body.decode("utf-8", "replace"), wrong)
    return await desk.receive_all(CHANNEL, batch)


def is_signed(body: bytes, given: str | None, secret: str) -> bool:
    """Whether the header is the HMAC-SHA256 of the raw body under the app's secret.

    Anything else is a no, whatever it is made of: nothing, half of it, letters of any alphabet.
    Without a secret nothing is signed.
    """
    if not secret or not given:
        return False
    wanted = _PREFIX + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode()
    return hmac.compare_digest(given.encode("utf-8", "backslashreplace"), wanted)


def challenged(query: Mapping[str, str], token: str) -> str | None:
    """What to answer when the webhook is being set, or None where the token is not ours."""
    asked = query.get("hub.verify_token", "").encode("utf-8", "backslashreplace")
    if not token or query.get("hub.mode") != "subscribe":
        return None
    return query.get("hub.challenge") if hmac.compare_digest(asked, token.encode()) else None
