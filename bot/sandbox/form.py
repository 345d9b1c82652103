"""Reading the body of a call: JSON, urlencoded or multipart, and its single parameters."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from bot.sandbox.records import Upload

Form = dict[str, Any]


class UnreadableError(Exception):
    """A body that cannot be read: the HTTP status, and why in the words of the Bot API."""

    def __init__(self, words: str, *, code: int = 400) -> None:
        super().__init__(words)
        self.code = code


async def read(request: web.BaseRequest, query: str = "") -> Form:
    """The parameters of a call, from its query string and its body."""
    form: Form = dict(parse_qsl(query)) if query else {}
    if not request.body_exists:
        return form
    kind = request.headers.get("Content-Type", "")
    if kind.startswith("multipart/"):
        form.update(await _multipart(request))
        return form
    body = await request.read()
    if body and kind.startswith("application/json"):
        form.update(_json(body))
    elif body:
        form.update(_urlencoded(body))
    return form


def _urlencoded(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise UnreadableError("strings must be encoded in UTF-8") from None


def _json(body: bytes) -> Form:
    try:
        form = orjson.loads(body)
    except orjson.JSONDecodeError:
        form = None
    if not isinstance(form, dict):
        raise UnreadableError("can't parse JSON object")
    return form


async def _multipart(request: web.BaseRequest) -> Form:
    form: Form = {}
    try:
        fields = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise UnreadableError("Request Entity Too Large", code=413) from None
    for name, field in fields.items():
        if isinstance(field, web.FileField):
            form[name] = Upload(field.filename, field.content_type, field.file.read())
        else:
            form[name] = field if isinstance(field, str) else bytes(field).decode()
    return form


def number(form: Form, name: str, default: int) -> int:
    value = form.get(name, default)
    if value.__class__ is int:
        return value
    try:
        return int(value)
    except (TypeError, ValueError):
        return default


def flag(form: Form, name: str) -> bool:
    value = form.get(name, False)
    return value.lower() in ("true", "1", "yes", "t") if isinstance(value, str) else bool(value)
