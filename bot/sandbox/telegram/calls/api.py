"""The Bot API over HTTP: one way in for every method, and the files."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from typing import Any
from urllib.parse import unquote

import orjson
from aiohttp import web

from bot.sandbox import form
from bot.sandbox.form import Form, UnreadableError
from bot.sandbox.serving import hang_up
from bot.sandbox.telegram.calls.methods import METHODS
from bot.sandbox.telegram.events.updates import LONGEST_POLL, answer, asked_kinds
from bot.sandbox.telegram.network import TelegramNetwork
from bot.sandbox.telegram.refusal import RefusalError, bad

LARGEST_BODY = 60_000_000
JSON = "application/json"
POLL = "getUpdates"


async def answered(box: TelegramNetwork, request: web.BaseRequest) -> web.StreamResponse | None:
    """The answer to a call or to the wish for a file; None for what is neither."""
    calls, files = f"/bot{box.token}/", f"/file/bot{box.token}/"
    path = request.raw_path
    if not path.startswith(calls) and "%" in path:
        path = unquote(path)
    if path.startswith(calls):
        return await _call(box, request, path[len(calls) :])
    if path.startswith(files):
        return _file(box, request, path[len(files) :])
    if path.startswith(("/bot", "/file/bot")):
        return _refuse(RefusalError(401, "Unauthorized"))
    return None


async def _call(box: TelegramNetwork, request: web.BaseRequest, rest: str) -> web.StreamResponse:
    faults = box.faults
    if faults.down:
        return hang_up(request)
    name, _, query = rest.partition("?")
    with nullcontext() if name == POLL else box.calm.call():
        response = await _done(box, request, name=name, query=query)
        if faults.slow:
            await asyncio.sleep(faults.slow)
        lost = response.status == 200 and faults.swallows(name)
        return hang_up(request) if lost or faults.down else response


async def _done(
    box: TelegramNetwork, request: web.BaseRequest, *, name: str, query: str
) -> web.Response:
    given: Form = {}
    try:
        given = await _read(request, query)
        box.faults.strike(name)
        body = await _poll(box, given) if name == POLL else _do(box, name, given=given)
        return web.Response(body=body, content_type=JSON)
    except RefusalError as refusal:
        box.refused(name, given, refusal)
        return _refuse(refusal)


def _do(box: TelegramNetwork, name: str, *, given: Form) -> bytes:
    method = METHODS.get(name)
    if method is None:
        raise RefusalError(404, "Not Found")
    return b'{"ok":true,"result":%b}' % orjson.dumps(method(box, given))


def do_in_answer(box: TelegramNetwork, body: bytes) -> None:
    """A call in a webhook's own answer: the bot never learns how it ended."""
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError:
        return
    name = given.pop("method", "") if isinstance(given, dict) else ""
    if not name:
        return
    try:
        box.faults.strike(name)
        _do(box, name, given=given)
    except RefusalError as refusal:
        box.refused(name, given, refusal)


async def _read(request: web.BaseRequest, query: str) -> Form:
    try:
        return await form.read(request, query)
    except UnreadableError as wrong:
        raise bad(str(wrong)) if wrong.code == 400 else RefusalError(413, str(wrong)) from None


async def _poll(box: TelegramNetwork, given: Form) -> bytes:
    kinds = asked_kinds(given)
    if kinds is not None:
        box.delivery.allowed = kinds
    batch = await box.delivery.poll(
        offset=form.number(given, "offset", 0),
        limit=min(max(form.number(given, "limit", 100), 1), 100),
        timeout=min(form.number(given, "timeout", 0), LONGEST_POLL),
    )
    return answer(batch)


def _file(box: TelegramNetwork, request: web.BaseRequest, path: str) -> web.StreamResponse:
    if box.faults.down:
        return hang_up(request)
    parts = path.split("/")
    file = box.shelf.files.get(parts[1]) if len(parts) == 3 else None
    if file is None or file.path != unquote(path):
        return _refuse(RefusalError(404, "Not Found"))
    return web.Response(body=file.content, content_type="application/octet-stream")


def _refuse(refusal: RefusalError) -> web.Response:
    if refusal.words.startswith("<"):  # what stands before Telegram speaks HTML
        return web.Response(status=refusal.code, text=refusal.words, content_type="text/html")
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.words,
    }
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return web.Response(status=refusal.code, body=orjson.dumps(body), content_type=JSON)
