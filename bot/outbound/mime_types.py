"""What a file is, as far as a channel must know before it shows it: by its mime type and name.

All of that is what somebody has claimed. Nothing here reads a file, but for the four bytes by
which a picture is told from what only says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.attachments.bare_picture import begins_as_picture
from models.letters import FileKind

UNKNOWN = "application/octet-stream"
PLAIN = "text/plain"
PICTURES: Mapping[str, bytes] = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG"}
"""Pictures that every channel shows, and how each begins."""
_OFFICE = "application/vnd.openxmlformats-officedocument"
# What may be uploaded to WhatsApp (Cloud API: supported media types), and text by other names.
ENDINGS: Mapping[str, str] = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "aac": "audio/aac",
    "amr": "audio/amr",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "txt": PLAIN,
    "csv": PLAIN,
}
_USUAL: Mapping[FileKind, str] = {"photo": "image/jpeg", "voice": "audio/ogg"}
_MIME = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")
"""RFC 6838 (4.2): 127 letters each; that of an XLSX is 65 in all."""


def mime_of(told: str, kind: FileKind, name: str | None) -> str:
    """The mime type as the platform has told it, without what follows it; where it tells none
    that every channel takes, what the name says, else the kind of file."""
    bare = told.partition(";")[0].strip().lower()
    ending = (name or "").rpartition(".")[2].lower()
    if bare not in ENDINGS.values() and ending in ENDINGS:
        return ENDINGS[ending]
    return bare if _MIME.fullmatch(bare) else _USUAL.get(kind, UNKNOWN)


def named(name: str | None, kind: FileKind, mime: str) -> str:
    """A name for the file where it has none of its own."""
    ending = next((end for end, known in ENDINGS.items() if known == mime), "bin")
    if name and mime in PICTURES and ENDINGS.get(name.rpartition(".")[2].lower()) != mime:
        return f"{name.rpartition('.')[0] or name}.{ending}"
    return name or f"tilik-{kind}.{ending}"


def is_seen(kind: FileKind, content: bytes, mime: str) -> bool:
    """Whether it is a picture, or says so: a photo, and a document that is one. A film or a sound
    that came as a document counts as one too: nobody reads those, and they tell as much."""
    told = mime.partition("/")[0] in ("image", "video", "audio")
    return kind == "photo" or (kind == "document" and (told or begins_as_picture(content)))


def is_picture(content: bytes, mime: str) -> bool:
    """Whether it begins like the picture that it is said to be."""
    return mime in PICTURES and content.startswith(PICTURES[mime])
