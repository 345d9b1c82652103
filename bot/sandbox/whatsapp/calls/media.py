"""Media over the Graph API: uploaded, described, fetched from a URL."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.sandbox.records import Upload
from bot.sandbox.whatsapp import shelf
from bot.sandbox.whatsapp.records import Media
from bot.sandbox.whatsapp.refusal import GraphError, invalid, missing
from bot.sandbox.whatsapp.servers import WhatsAppServers

LARGEST = {"image": 5 << 20, "audio": 16 << 20, "document": 100 << 20}
UPLOADED_FOR = timedelta(days=30)
URL_FOR = timedelta(minutes=5)
PATH = "/whatsapp_business/attachments/"
_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = (
    *("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg"),
    *("image/jpeg", "image/png", "text/plain", "application/pdf", "application/msword"),
    *("application/vnd.ms-excel", "application/vnd.ms-powerpoint"),
    f"{_OFFICE}.wordprocessingml.document",
    f"{_OFFICE}.spreadsheetml.sheet",
    f"{_OFFICE}.presentationml.presentation",
)
"""What may be uploaded for a message (Cloud API: supported media types; no video, no sticker)."""

SIGNS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG"}
"""How a picture of this type begins."""


def upload(box: WhatsAppServers, given: dict[str, Any]) -> dict[str, Any]:
    """POST /{phone_id}/media: checked, kept for 30 days."""
    if given.get("messaging_product") != "whatsapp":
        raise missing("messaging_product")
    file, type_ = given.get("file"), given.get("type")
    if not isinstance(file, Upload):
        raise missing("file")
    if not type_:
        raise missing("type")
    mime = file.mime or str(type_)
    if not {_bare(mime), _bare(str(type_))} <= set(TYPES):
        kinds = ", ".join(TYPES)
        raise invalid(f"Param file must be a file with one of the following types: {kinds}.")
    _check_content(_bare(mime), file.content)
    until = box.clock() + UPLOADED_FOR
    media = shelf.store(box.shelf, Upload(file.name, mime, file.content), until=until)
    return {"id": media.id}


def _bare(mime: str) -> str:
    """Without parameters, as in 'audio/ogg; codecs=opus'."""
    return mime.partition(";")[0].strip()


def _check_content(mime: str, content: bytes) -> None:
    head = mime.partition("/")[0]
    largest = LARGEST.get(head, LARGEST["document"])
    if not content:
        raise invalid("Param file must be a non-empty file.")
    if len(content) > largest:
        raise invalid(f"Param file must be at most {largest} bytes for {mime}.")
    if not content.startswith(SIGNS.get(mime, b"")):
        raise invalid(f"Param file is not a picture of type {mime}.")


def described(box: WhatsAppServers, media: Media) -> dict[str, Any]:
    """GET /{media_id}: where it lies for five minutes, and what it is."""
    until = int((box.clock() + URL_FOR).timestamp())
    host = box.faults.foreign_media or box.url
    return {
        "messaging_product": "whatsapp",
        "url": f"{host}{PATH}?mid={media.id}&ext={until}&hash={media.sha256[:16]}",
        "mime_type": media.mime,
        "sha256": media.sha256,
        "file_size": len(media.content),
        "id": media.id,
    }


def content(box: WhatsAppServers, query: dict[str, str]) -> Media:
    """What lies at a media URL; raises the refusal of a URL that is wrong or too old."""
    media = shelf.find(box.shelf, query.get("mid"), box.clock())
    until = query.get("ext", "")
    lives = until.isdecimal() and int(until) > box.now()
    if query.get("hash") != media.sha256[:16] or not lives:
        raise GraphError(100, "URL signature expired", http=404)
    return media
