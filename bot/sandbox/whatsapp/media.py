"""The shelf of media: what either side uploaded, found again by its id until it expires."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from bot.sandbox.whatsapp.records import Media, Upload
from bot.sandbox.whatsapp.refusal import GraphError, invalid, missing

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox

LARGEST = {"image": 5 << 20, "audio": 16 << 20, "document": 100 << 20}
UPLOADED_FOR, RECEIVED_FOR = timedelta(days=30), timedelta(days=7)
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


class Shelf:
    """Media by id, the oldest dropped beyond `keep`."""

    def __init__(self, keep: int | None) -> None:
        self.files: dict[str, Media] = {}
        self.keep = keep
        self.count = 0

    def store(self, upload: Upload, *, until: datetime) -> Media:
        self.count += 1
        number = str(1_000_000_000_000_000 + self.count)
        name = PurePath(upload.name.replace("\\", "/")).name or "file"
        sha256 = hashlib.sha256(upload.content).hexdigest()
        media = Media(number, upload.mime, upload.content, name, sha256, until)
        self.files[number] = media
        if self.keep is not None and len(self.files) > self.keep:
            del self.files[next(iter(self.files))]
        return media

    def find(self, media_id: Any, now: datetime) -> Media:
        """The media of this id; raises the refusal of one that is unknown or expired."""
        media = self.files.get(media_id) if isinstance(media_id, str) else None
        if media is None or media.until <= now:
            raise unknown(media_id)
        return media


def unknown(object_id: Any) -> GraphError:
    """No object has this id: nothing is said about whether one ever had."""
    return invalid(
        f"Unsupported request. Object with ID '{object_id}' does not exist, cannot be loaded due"
        " to missing permissions, or does not support this operation."
    )


def upload(box: WhatsAppBox, given: dict[str, Any]) -> dict[str, Any]:
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
    media = box.shelf.store(Upload(file.name, mime, file.content), until=box.clock() + UPLOADED_FOR)
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


def described(box: WhatsAppBox, media: Media) -> dict[str, Any]:
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


def content(box: WhatsAppBox, query: dict[str, str]) -> Media:
    """What lies at a media URL; raises the refusal of a URL that is wrong or too old."""
    media = box.shelf.find(query.get("mid"), box.clock())
    until = query.get("ext", "")
    lives = until.isdecimal() and int(until) > box.now()
    if query.get("hash") != media.sha256[:16] or not lives:
        raise GraphError(100, "URL signature expired", http=404)
    return media
