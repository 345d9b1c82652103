"""The page of phones: its files, its long poll, and what its visitors do."""

from __future__ import annotations

import asyncio
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import segno
from aiohttp import web
from yarl import URL

from bot.sandbox import form
from bot.sandbox.records import Form, Upload
from bot.sandbox.state import state
from bot.sandbox.whatsapp.graph import PAGE_FILE, page_file

if TYPE_CHECKING:
    from bot.sandbox.phones import Phone
    from bot.sandbox.telegram import TelegramBox
    from bot.sandbox.whatsapp import WaPhone

FOLDER = Path(__file__).with_name("page")
LONGEST_WATCH = 25.0
QR = "/box/qr/"


async def serve(box: TelegramBox, request: web.BaseRequest) -> web.StreamResponse:
    """Answer any path that is not the Bot API's."""
    path = request.path
    if request.method == "POST":
        return await _act(box, request, path)
    if path == "/box/state":
        return await _state(box, request)
    if path.startswith("/box/file/"):
        return _file(box, path.removeprefix("/box/file/"))
    if box.whatsapp and path.startswith(PAGE_FILE):
        return page_file(box.whatsapp, path.removeprefix(PAGE_FILE))
    if path.startswith(QR):
        return _qr(box, path.removeprefix(QR).removesuffix(".svg"))
    name = path.removeprefix("/").removeprefix("page/") or "index.html"
    file = FOLDER / name
    if "/" in name or name.startswith(".") or not file.is_file():
        return web.Response(status=404, text="Not found")
    return web.FileResponse(file, headers={"Cache-Control": "no-store"})


async def _state(box: TelegramBox, request: web.BaseRequest) -> web.Response:
    for each in (box, box.whatsapp):
        if each:
            each.watched_at = each.monotonic()
    since = request.query.get("since", "")
    if since == str(box.version):
        watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        box.watchers.add(watcher)
        try:
            await asyncio.wait((watcher,), timeout=LONGEST_WATCH)
        finally:
            box.watchers.discard(watcher)
    return web.Response(body=orjson.dumps(state(box)), content_type="application/json")


def _file(box: TelegramBox, file_id: str) -> web.Response:
    file = box.shelf.files.get(file_id)
    if file is None:
        return web.Response(status=404, text="Not found")
    headers = {"Content-Type": file.mime, "X-Content-Type-Options": "nosniff"}
    # A document could be a page with a script in it: it is saved, never shown.
    if not file.mime.startswith(("image/", "audio/")) or "svg" in file.mime:
        quoted = file.name.replace('"', "'").encode("ascii", "replace").decode()
        headers["Content-Disposition"] = f'attachment; filename="{quoted}"'
    return web.Response(body=file.content, headers=headers)


def _qr(box: TelegramBox, name: str) -> web.Response:
    channel, _, code = name.rpartition("/")
    hung = next((poster for poster in box.posters if poster.code == code), None)
    link = {"": hung.link, "whatsapp": hung.whatsapp}.get(channel) if hung else None
    if not link:
        return web.Response(status=404, text="Not found")
    picture = BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="svg", border=2, scale=4)
    return web.Response(body=picture.getvalue(), content_type="image/svg+xml")


async def _act(box: TelegramBox, request: web.BaseRequest, path: str) -> web.Response:
    try:
        _same_origin(request)
        await _acted(box, path.removeprefix("/box/"), await form.read(request, ""))
    except Exception as trouble:
        why = str(trouble) or type(trouble).__name__
        return web.json_response({"ok": False, "why": why}, status=400)
    return web.json_response({"ok": True})


def _same_origin(request: web.BaseRequest) -> None:
    origin = request.headers.get("Origin")
    if origin and URL(origin).authority != request.headers.get("Host"):
        raise ValueError("Only the box's own page may do this.")


async def _acted(box: TelegramBox, deed: str, given: Form) -> None:
    if deed == "clock" and (jump := box.jumps.get(str(given.get("jump")))):
        await jump()
        return box.changed()
    if deed == "clock":
        if box.on_forward is None:
            raise ValueError("This clock cannot be moved.")
        await box.on_forward(float(given["minutes"]))
        return box.changed()
    phone = _phone(box, given)
    if phone is None:
        raise ValueError("There is no such phone.")
    match deed:
        case "say":
            phone.say(str(given["text"]))
        case "start":
            phone.start(str(given.get("payload") or ""))
        case "open":
            phone.opens(str(given["url"]))
        case "tap":
            phone.press(form.number(given, "message", 0), str(given["data"]))
        case "send":
            _send(phone, given)
        case "locate":
            phone.locates(float(given["latitude"]), float(given["longitude"]))
        case "block":
            phone.blocks() if form.flag(given, "blocked") else phone.unblocks()
        case "language":
            phone.language = str(given["language"])
            box.changed()
        case _:
            raise ValueError("The box does not know how to do this.")
    return None


def _phone(box: TelegramBox, given: Form) -> Phone | WaPhone | None:
    """WhatsApp's phones have words for ids, Telegram's have numbers."""
    found = box.phones.get(form.number(given, "phone", 0))
    if found is None and box.whatsapp:
        return box.whatsapp.phones.get(str(given.get("phone")))
    return found


def _send(phone: Phone | WaPhone, given: Form) -> None:
    upload = given.get("file")
    if not isinstance(upload, Upload):
        raise ValueError("There is no file in this form.")
    kind = str(given.get("kind"))
    phone.sends(kind, upload.content, name=upload.name, caption=given.get("caption"))
