"""What a phone sends, in the shape of a webhook's message."""

from __future__ import annotations

from mimetypes import guess_type
from typing import TYPE_CHECKING, Any

from bot.sandbox.whatsapp.media import RECEIVED_FOR
from bot.sandbox.whatsapp.records import Button, Media, Upload

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox

Fields = dict[str, Any]
TYPES = {"photo": "image", "document": "document", "voice": "audio"}
_NAMES = {"photo": "photo.jpg", "document": "document.pdf", "voice": "voice.ogg"}
_STICKER = {"id": "1", "mime_type": "image/webp", "sha256": "0" * 64, "animated": False}


def stored(box: WhatsAppBox, kind: str, content: bytes, *, name: str) -> Media:
    """What the person sends, put on WhatsApp's servers for a week."""
    if kind not in TYPES:
        raise AssertionError(f"A phone sends a photo, a document or a voice, not {kind!r}.")
    name = name or _NAMES[kind]
    mime = guess_type(name)[0] or "application/octet-stream"
    if kind == "photo" and mime not in ("image/jpeg", "image/png"):
        mime = "image/jpeg"
    if kind == "voice":
        mime = "audio/ogg; codecs=opus"
    return box.shelf.store(Upload(name, mime, content), until=box.clock() + RECEIVED_FOR)


def media(kind: str, file: Media, *, caption: str | None) -> Fields:
    body: Fields = {"id": file.id, "mime_type": file.mime, "sha256": file.sha256}
    if caption and kind != "voice":
        body["caption"] = caption
    if kind == "document":
        body["filename"] = file.name
    if kind == "voice":
        body["voice"] = True
    return {"type": TYPES[kind], TYPES[kind]: body}


def tapped(message: Fields, button: Button) -> Fields:
    """A tap on a button of this message: a template's, a list's, or a reply button."""
    if message.get("template"):
        body = {"payload": button.data, "text": button.label}
        return {"type": "button", "button": body}
    kind = "list_reply" if message.get("menu") else "button_reply"
    reply = {"id": button.data, "title": button.label}
    if button.description:
        reply["description"] = button.description
    return {"type": "interactive", "interactive": {"type": kind, kind: reply}}


def contact(name: str, number: str) -> Fields:
    card = {
        "name": {"formatted_name": name, "first_name": name},
        "phones": [{"phone": f"+{number}", "wa_id": number, "type": "CELL"}],
    }
    return {"type": "contacts", "contacts": [card]}


def unknown(type_: str, newest: str) -> Fields:
    """Of a type that the bot may not know; a reaction is to the newest message."""
    match type_:
        case "sticker":
            return {"type": type_, type_: _STICKER}
        case "reaction":
            return {"type": type_, type_: {"message_id": newest, "emoji": "👍"}}
        case "unsupported":
            error = {
                "code": 131051,
                "title": "Message type unknown",
                "message": "Message type unknown",
                "error_data": {"details": "Message type is currently not supported."},
            }
            return {"type": type_, "errors": [error]}
        case _:
            return {"type": type_, type_: {}}
