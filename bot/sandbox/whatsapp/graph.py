"""The Graph API over HTTP: one way in for every call, and the media."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import orjson
from aiohttp import web

from bot.sandbox import form
from bot.sandbox.refusal import RefusalError
from bot.sandbox.serving import hang_up, runner_of
from bot.sandbox.whatsapp import media
from bot.sandbox.whatsapp.calls import answered
from bot.sandbox.whatsapp.refusal import AnswerLostError, GraphError, invalid

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox

LARGEST_BODY = 110 << 20
JSON = "application/json"
PAGE_FILE = "/box/whatsapp/file/"
_VERSIONED = re.compile(r"/v\d{1,2}\.\d{1,2}/(.+?)/?")


def runner(box: WhatsAppBox) -> web.ServerRunner:
    """The server of this box, not yet listening."""

    async def serve(request: web.BaseRequest) -> web.StreamResponse:
        path = unquote(request.path)
        if path.startswith(PAGE_FILE):
            return page_file(box, path.removeprefix(PAGE_FILE))
        return await _call(box, request, path)

    return runner_of(serve, largest=LARGEST_BODY)


async def _call(box: WhatsAppBox, request: web.BaseRequest, path: str) -> web.StreamResponse:
    if box.faults.down:
        return hang_up(request)
    with box.calm.call():
        response = await _answered(box, request, path)
        if box.faults.slow:
            await asyncio.sleep(box.faults.slow)
        return hang_up(request) if box.faults.down else response


async def _answered(box: WhatsAppBox, request: web.BaseRequest, path: str) -> web.Response:
    given: dict[str, Any] = {}
    try:
        _authorized(box, request)
        query = dict(request.query)
        if path == media.PATH and request.method == "GET":
            file = media.content(box, query)
            return web.Response(body=file.content, headers={"Content-Type": file.mime})
        called = _VERSIONED.fullmatch(path)
        if called is None:
            raise media.unknown(path.strip("/"))
        given = await _read(request)
        found = answered(box, request.method, called[1].split("/"), query=query, given=given)
        return web.Response(body=orjson.dumps(found), content_type=JSON)
    except AnswerLostError:
        return hang_up(request)
    except GraphError as error:
        box.refused(f"{request.method} {path}", error, given)
        body = orjson.dumps(error.body(len(box.refusals)))
        return web.Response(status=error.http, body=body, content_type=JSON)


def _authorized(box: WhatsAppBox, request: web.BaseRequest) -> None:
    if request.headers.get("Authorization") != f"Bearer {box.token}":
        raise GraphError(190, "The access token is missing or wrong.", http=401)


async def _read(request: web.BaseRequest) -> dict[str, Any]:
    """The body of a call: JSON or multipart."""
    try:
        return await form.read(request, "")
    except RefusalError:
        raise invalid("The body of the call can't be parsed.") from None


def page_file(box: WhatsAppBox, media_id: str) -> web.Response:
    """A medium for the page of phones, which has no token."""
    file = box.shelf.files.get(media_id)
    if file is None:
        return web.Response(status=404, text="Not found")
    headers = {"Content-Type": file.mime, "X-Content-Type-Options": "nosniff"}
    # A document could be a page with a script in it: it is saved, never shown. What it is called,
    # each message says for itself.
    if file.kind == "document":
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=file.content, headers=headers)
