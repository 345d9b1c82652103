"""The Bot API over HTTP: one way in for every method, and the files."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import orjson
from aiohttp import web

from bot.sandbox import form, page
from bot.sandbox.methods import BY_SMALL_NAME, METHODS
from bot.sandbox.polling import LONGEST_POLL, answer, asked_kinds
from bot.sandbox.records import Form
from bot.sandbox.refusal import RefusalError
from bot.sandbox.serving import hang_up, runner_of

if TYPE_CHECKING:
    from bot.sandbox.telegram import TelegramBox

LARGEST_BODY = 60_000_000
JSON = "application/json"


def runner(box: TelegramBox) -> web.ServerRunner:
    """The server of this box, not yet listening."""
    calls, files = f"/bot{box.token}/", f"/file/bot{box.token}/"

    async def serve(request: web.BaseRequest) -> web.StreamResponse:
        path = request.raw_path
        if not path.startswith(calls) and "%" in path:
            path = unquote(path)
        if path.startswith(calls):
            return await _call(box, request, path[len(calls) :])
        if path.startswith(files):
            return _file(box, request, path[len(files) :])
        if path.startswith(("/bot", "/file/bot")):
            return _refuse(RefusalError(401, "Unauthorized"))
        return await page.serve(box, request)

    return runner_of(serve, largest=LARGEST_BODY)


async def _call(box: TelegramBox, request: web.BaseRequest, rest: str) -> web.StreamResponse:
    faults = box.faults
    if faults.down:
        return hang_up(request)
    name, _, query = rest.partition("?")
    if name not in METHODS:
        name = BY_SMALL_NAME.get(name.lower(), name)
    with nullcontext() if name == "getUpdates" else box.calm.call():
        response = await _answered(box, request, name=name, query=query)
        if faults.slow:
            await asyncio.sleep(faults.slow)
        lost = faults.dropping and response.status == 200 and faults.swallows(name)
        return hang_up(request) if lost or faults.down else response


async def _answered(
    box: TelegramBox, request: web.BaseRequest, *, name: str, query: str
) -> web.Response:
    given: Form = {}
    try:
        given = await form.read(request, query)
        body = await _poll(box, given) if name == "getUpdates" else _do(box, name, given=given)
        return web.Response(body=body, content_type=JSON)
    except RefusalError as refusal:
        box.refused(name, given, code=refusal.code, words=refusal.words)
        return _refuse(refusal)


def _do(box: TelegramBox, name: str, *, given: Form) -> bytes:
    method = METHODS.get(name)
    if method is None:
        raise RefusalError(404, "Not Found")
    if box.faults.failing:
        box.faults.strike(name)
    return b'{"ok":true,"result":%b}' % orjson.dumps(method(box, given))


def in_answer(box: TelegramBox, body: bytes) -> None:
    """A call in a webhook's own answer: the bot never learns how it ended."""
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError:
        return
    name = given.pop("method", "") if isinstance(given, dict) else ""
    if not name:
        return
    try:
        _do(box, name, given=given)
    except RefusalError as refusal:
        box.refused(name, given, code=refusal.code, words=refusal.words)


async def _poll(box: TelegramBox, given: Form) -> bytes:
    if box.faults.failing:
        box.faults.strike("getUpdates")
    kinds = asked_kinds(given)
    if kinds is not None:
        box.delivery.allowed = kinds
    batch = await box.delivery.poll(
        offset=form.number(given, "offset", 0),
        limit=min(max(form.number(given, "limit", 100), 1), 100),
        timeout=min(form.number(given, "timeout", 0), LONGEST_POLL),
    )
    return answer(batch)


def _file(box: TelegramBox, request: web.BaseRequest, path: str) -> web.StreamResponse:
    if box.faults.down:
        return hang_up(request)
    parts = path.split("/")
    file = box.shelf.files.get(parts[1]) if len(parts) == 3 else None
    if file is None or file.path != unquote(path):
        return _refuse(RefusalError(404, "Not Found"))
    return web.Response(body=file.content, content_type="application/octet-stream")


def _refuse(refusal: RefusalError) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.words,
    }
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return web.Response(status=refusal.code, body=orjson.dumps(body), content_type=JSON)
