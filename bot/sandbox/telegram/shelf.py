"""Files of either side: stored, found again by their ids, and checked as Telegram checks them."""

from mimetypes import guess_type
from typing import Any

from bot.sandbox.records import Upload
from bot.sandbox.shelf import Shelf, bare_name
from bot.sandbox.telegram.records import TelegramFile
from bot.sandbox.telegram.refusal import RefusalError, bad

LARGEST_UPLOAD = 50_000_000
LARGEST_PHOTO = 10_000_000
LARGEST_DOWNLOAD = 20_000_000
UNKNOWN = "application/octet-stream"
NO_SUCH_FILE = "wrong file identifier/HTTP URL specified"


def store(shelf: Shelf[TelegramFile], kind: str, upload: Upload) -> TelegramFile:
    """Keep it as a photo, a document or a voice."""
    shelf.count += 1
    name = bare_name(upload.name) or f"{kind}.bin"
    mime = upload.mime
    if not mime or mime == UNKNOWN:
        mime = guess_type(name)[0] or UNKNOWN
    size = measured(upload.content) if kind == "photo" else (0, 0)
    return shelf.put(TelegramFile(f"{kind}{shelf.count}", kind, name, mime, upload.content, *size))


def received(shelf: Shelf[TelegramFile], kind: str, given: Any) -> TelegramFile:
    """A file of the bot: uploaded now (checked as Telegram does), or known by its id."""
    if not isinstance(given, Upload):
        return _known(shelf, kind, given)
    if not given.content:
        raise bad("file must be non-empty")
    if len(given.content) > LARGEST_UPLOAD:
        raise RefusalError(413, "Request Entity Too Large")
    if kind == "photo":
        _check_photo(given.content)
    return store(shelf, kind, given)


def _known(shelf: Shelf[TelegramFile], kind: str, file_id: Any) -> TelegramFile:
    file = shelf.files.get(file_id) if isinstance(file_id, str) else None
    if file is None:
        raise bad(NO_SUCH_FILE)
    if file.kind != kind:
        raise bad(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def _check_photo(content: bytes) -> None:
    if len(content) > LARGEST_PHOTO:
        raise bad("file is too big")
    width, height = measured(content)
    if not width or not height:
        raise bad("IMAGE_PROCESS_FAILED")
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def measured(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, GIF or JPEG picture; (0, 0) if it is none."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    return 0, 0


def _jpeg(content: bytes) -> tuple[int, int]:
    """Walk the segments up to the start of frame (C0..CF without C4, C8, CC)."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(
                content[at + 5 : at + 7]
            )
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return 0, 0


def field(file: TelegramFile) -> Any:
    """The file as the field of a message (PhotoSize list, Document, Voice or Sticker)."""
    shape: dict[str, Any] = {
        "file_id": file.id,
        "file_unique_id": f"u{file.id}",
        "file_size": len(file.content),
    }
    if file.kind == "photo":
        return [{**shape, "width": file.width or 90, "height": file.height or 90}]
    if file.kind == "sticker":
        still = {"is_animated": False, "is_video": False}
        return {**shape, "type": "regular", "width": 512, "height": 512, **still}
    if file.kind == "voice":
        return {**shape, "duration": 1, "mime_type": file.mime}
    return {**shape, "file_name": file.name, "mime_type": file.mime}
