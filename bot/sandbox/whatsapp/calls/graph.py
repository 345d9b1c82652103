"""The Graph API over HTTP: one way in for every call, and the media."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import unquote

import orjson
from aiohttp import web

from bot.sandbox import form
from bot.sandbox.serving import hang_up
from bot.sandbox.whatsapp.calls import media, routes
from bot.sandbox.whatsapp.network import WhatsAppNetwork
from bot.sandbox.whatsapp.refusal import AnswerLostError, GraphError, invalid, unknown

LARGEST_BODY = 110 << 20
JSON = "application/json"
_VERSIONED = re.compile(r"/v\d{1,2}\.\d{1,2}/(.+?)/?")


async def answered(box: WhatsAppNetwork, request: web.BaseRequest) -> web.StreamResponse:
    """The answer to a call."""
    path = unquote(request.path)
    if box.faults.down:
        return hang_up(request)
    with box.calm.call():
        response = await _done(box, request, path)
        if box.faults.slow:
            await asyncio.sleep(box.faults.slow)
        return hang_up(request) if box.faults.down else response


async def _done(box: WhatsAppNetwork, request: web.BaseRequest, path: str) -> web.Response:
    given: dict[str, Any] = {}
    try:
        authorized(box, request.headers.get("Authorization"))
        query = dict(request.query)
        if path == media.PATH and request.method == "GET":
            file = media.content(box, query)
            return web.Response(body=file.content, headers={"Content-Type": file.mime})
        called = _VERSIONED.fullmatch(path)
        if called is None:
            raise unknown(path.strip("/"))
        given = await _read(request)
        found = routes.answered(box, request.method, called[1].split("/"), query=query, given=given)
        return web.Response(body=orjson.dumps(found), content_type=JSON)
    except AnswerLostError:
        return hang_up(request)
    except GraphError as error:
        box.refused(f"{request.method} {path}", error, given)
        body = orjson.dumps(error.body(len(box.refusals)))
        return web.Response(status=error.http, body=body, content_type=JSON)


def authorized(box: WhatsAppNetwork, given: str | None) -> None:
    """Raises GraphError where the header is not the bot's."""
    if given != f"Bearer {box.business.token}":
        raise GraphError(190, "The access token is missing or wrong.", http=401)


async def _read(request: web.BaseRequest) -> dict[str, Any]:
    """The body of a call: JSON or multipart."""
    try:
        return await form.read(request)
    except form.UnreadableError:
        raise invalid("The body of the call can't be parsed.") from None
