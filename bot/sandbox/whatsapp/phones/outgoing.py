"""What a phone sends, in the shape of a webhook's message."""

from __future__ import annotations

from datetime import timedelta
from mimetypes import guess_type
from typing import Any

from bot.sandbox.handset import sendable
from bot.sandbox.records import PhoneButton, Upload
from bot.sandbox.whatsapp import shelf
from bot.sandbox.whatsapp.records import Media
from bot.sandbox.whatsapp.servers import WhatsAppServers

Fields = dict[str, Any]
RECEIVED_FOR = timedelta(days=7)
TYPES = {"photo": "image", "document": "document", "voice": "audio", "sticker": "sticker"}
BARE = ("voice", "sticker")
"""What WhatsApp sends without a caption."""


def stored(box: WhatsAppServers, kind: str, content: bytes, *, name: str) -> Media:
    """What the person sends, put on WhatsApp's servers for a week."""
    name = name or sendable(kind)
    mime = guess_type(name)[0] or "application/octet-stream"
    if kind == "photo" and mime not in ("image/jpeg", "image/png"):
        mime = "image/jpeg"
    if kind == "voice":
        mime = "audio/ogg; codecs=opus"
    upload = Upload(name, mime, content)
    return shelf.store(box.shelf, upload, until=box.clock() + RECEIVED_FOR)


def media(kind: str, file: Media, *, caption: str | None) -> Fields:
    body: Fields = {"id": file.id, "mime_type": file.mime, "sha256": file.sha256}
    if caption and kind not in BARE:
        body["caption"] = caption
    if kind == "document":
        body["filename"] = file.name
    if kind == "voice":
        body["voice"] = True
    if kind == "sticker":
        body["animated"] = False
    return {"type": TYPES[kind], TYPES[kind]: body}


def again(box: WhatsAppServers, shown: Fields) -> Fields:
    """What a phone shows, once more on its way."""
    for kind in TYPES:
        if kind in shown:
            return media(kind, box.shelf.files[shown[kind]], caption=shown.get("text"))
    if place := shown.get("location"):
        latitude, longitude = place
        return {"type": "location", "location": {"latitude": latitude, "longitude": longitude}}
    return {"type": "text", "text": {"body": shown["text"]}}


def tapped(message: Fields, button: PhoneButton) -> Fields:
    """A tap on a button of this message: a template's, a list's, or a reply button."""
    if message.get("template"):
        body = {"payload": button.data, "text": button.label}
        return {"type": "button", "button": body}
    kind = "list_reply" if message.get("menu") else "button_reply"
    reply = {"id": button.data, "title": button.label}
    if button.description:
        reply["description"] = button.description
    return {"type": "interactive", "interactive": {"type": kind, kind: reply}}
