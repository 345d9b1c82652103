"""The page over HTTP: its files, its long poll, and what its visitors do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import orjson
from aiohttp import web
from yarl import URL

from bot.render.qr import svg
from bot.sandbox import form
from bot.sandbox.form import Form
from bot.sandbox.page.deeds import do
from bot.sandbox.page.page import PhonesPage
from bot.sandbox.page.state import TELEGRAM_FILE, WHATSAPP_FILE, state
from bot.sandbox.serving import not_found
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox

FOLDER = Path(__file__).with_name("static")

QR = "/box/qr/"
RESULTS = "/hasil/"
"""Below it stands what `tilik publish` would write now."""


def mounted(telegram: TelegramBox) -> PhonesPage:
    """A page with the phones of this box, served where the Bot API is."""
    page = PhonesPage(telegram)
    telegram.elsewhere = partial(serve, page)
    return page


async def serve(page: PhonesPage, request: web.BaseRequest) -> web.StreamResponse:
    """Answer any path that is not the Bot API's."""
    path = request.path
    if request.method == "POST":
        return await _act(page, request, path)
    if path == "/box/state":
        return await _state(page, request)
    if path.startswith((TELEGRAM_FILE, WHATSAPP_FILE)):
        return await _file(page, request, path)
    if path.startswith(RESULTS):
        return await _results(page, request, path.removeprefix(RESULTS) or "index.html")
    if path.startswith(QR):
        return await _qr(page, request, path.removeprefix(QR).removesuffix(".svg"))
    name = path.removeprefix("/").removeprefix("page/") or "index.html"
    file = FOLDER / name
    if "/" in name or name.startswith(".") or name not in {one.name for one in FOLDER.iterdir()}:
        return await not_found(request)
    return web.FileResponse(file, headers={"Cache-Control": "no-store"})


async def _state(page: PhonesPage, request: web.BaseRequest) -> web.Response:
    if request.query.get("since", "") == str(page.version):
        await page.watch()
    return web.Response(body=orjson.dumps(state(page)), content_type="application/json")


async def _file(page: PhonesPage, request: web.BaseRequest, path: str) -> web.StreamResponse:
    box = page.telegram if path.startswith(TELEGRAM_FILE) else page.whatsapp
    file = box.shelf.files.get(path.rpartition("/")[2]) if box else None
    if file is None:
        return await not_found(request)
    headers = {"Content-Type": file.mime, "X-Content-Type-Options": "nosniff"}
    # A document could be a page with a script in it: it is saved, never shown.
    if not file.mime.startswith(("image/", "audio/")) or "svg" in file.mime:
        headers["Content-Disposition"] = f"attachment{_named(box, file.name)}"
    return web.Response(body=file.content, headers=headers)


def _named(box: TelegramBox | WhatsAppBox | None, name: str) -> str:
    """What Telegram's file is called; of WhatsApp's, each message says that for itself."""
    quoted = name.replace('"', "'").encode("ascii", "replace").decode()
    return f'; filename="{quoted}"' if isinstance(box, TelegramBox) else ""


async def _results(page: PhonesPage, request: web.BaseRequest, name: str) -> web.StreamResponse:
    content = await page.published(name) if page.published else None
    if content is None:
        return await not_found(request)
    kind = "text/html" if name.endswith(".html") else "text/csv"
    return web.Response(text=content, content_type=kind, charset="utf-8")


async def _qr(page: PhonesPage, request: web.BaseRequest, name: str) -> web.StreamResponse:
    channel, _, code = name.rpartition("/")
    hung = next((poster for poster in page.posters if poster.code == code), None)
    link = {"": hung.link, "whatsapp": hung.whatsapp}.get(channel) if hung else None
    if not link:
        return await not_found(request)
    return web.Response(text=svg(link), content_type="image/svg+xml")


async def _act(page: PhonesPage, request: web.BaseRequest, path: str) -> web.Response:
    try:
        _same_origin(request)
        deed, given = path.removeprefix("/box/"), await form.read(request)
        if deed == "clock":
            await _move_clock(page, given)
        else:
            do(page, deed, given)
        page.changed()
    except Exception as trouble:
        why = str(trouble) or type(trouble).__name__
        return web.json_response({"ok": False, "why": why}, status=400)
    return web.json_response({"ok": True})


def _same_origin(request: web.BaseRequest) -> None:
    origin = request.headers.get("Origin")
    if origin and URL(origin).authority != request.headers.get("Host"):
        raise ValueError("Only the box's own page may do this.")


async def _move_clock(page: PhonesPage, given: Form) -> None:
    if jump := page.jumps.get(str(given.get("jump"))):
        await jump()
    elif page.on_forward is None:
        raise ValueError("This clock cannot be moved.")
    else:
        await page.on_forward(float(given["minutes"]))
