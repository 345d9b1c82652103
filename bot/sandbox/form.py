"""Reading a Bot API call: JSON, urlencoded or multipart, and its single parameters."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from bot.sandbox.records import Form, Upload
from bot.sandbox.refusal import RefusalError, bad


async def read(request: web.BaseRequest, query: str) -> Form:
    """The parameters of a call, from its query string and its body."""
    form: Form = dict(parse_qsl(query)) if query else {}
    if not request.body_exists:
        return form
    kind = request.headers.get("Content-Type", "")
    if kind.startswith("multipart/"):
        form.update(await _multipart(request))
        return form
    body = await request.read()
    if not body:
        return form
    if kind.startswith("application/json"):
        form.update(_json(body))
    else:
        form.update(_urlencoded(body))
    return form


def _urlencoded(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def _json(body: bytes) -> Form:
    try:
        form = orjson.loads(body)
    except orjson.JSONDecodeError:
        form = None
    if not isinstance(form, dict):
        raise bad("can't parse JSON object")
    return form


async def _multipart(request: web.BaseRequest) -> Form:
    form: Form = {}
    try:
        fields = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise RefusalError(413, "Request Entity Too Large") from None
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


def parsed_json(form: Form, name: str, complaint: str) -> Any:
    """A parameter that is JSON, sent as such or as a string of it; None if absent or empty."""
    value = form.get(name)
    if not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        raise bad(complaint) from None
