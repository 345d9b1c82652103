"""The box's shelf of files: what was uploaded by either side, found again by its file id."""

from mimetypes import guess_type
from pathlib import PurePath
from typing import Any

from bot.sandbox.records import File, Upload
from bot.sandbox.refusal import RefusalError, bad

LARGEST_UPLOAD = 50_000_000
LARGEST_PHOTO = 10_000_000
LARGEST_DOWNLOAD = 20_000_000
NO_SUCH_FILE = "wrong file identifier/HTTP URL specified"


class Shelf:
    """Files by id, the oldest dropped beyond `keep`."""

    def __init__(self, keep: int | None) -> None:
        self.files: dict[str, File] = {}
        self.keep = keep
        self.count = 0

    def store(self, kind: str, upload: Upload, *, width: int = 0, height: int = 0) -> File:
        self.count += 1
        name = PurePath(upload.name.replace("\\", "/")).name or f"{kind}.bin"
        mime = upload.mime
        if not mime or mime == "application/octet-stream":
            mime = guess_type(name)[0] or "application/octet-stream"
        file = File(f"{kind}{self.count}", kind, name, mime, upload.content, width, height)
        self.files[file.id] = file
        if self.keep is not None and len(self.files) > self.keep:
            del self.files[next(iter(self.files))]
        return file

    def find(self, file_id: Any, kind: str) -> File:
        """The file of this id and kind; raises the refusal of a wrong identifier."""
        file = self.files.get(file_id) if isinstance(file_id, str) else None
        if file is None:
            raise bad(NO_SUCH_FILE)
        if file.kind != kind:
            raise bad(f"can't use file of type {file.kind.title()} as {kind.title()}")
        return file

    def receive(self, kind: str, given: Any) -> File:
        """A file of the bot: uploaded now (checked as Telegram does), or known by its id."""
        if not isinstance(given, Upload):
            return self.find(given, kind)
        if not given.content:
            raise bad("file must be non-empty")
        if len(given.content) > LARGEST_UPLOAD:
            raise RefusalError(413, "Request Entity Too Large")
        if kind != "photo":
            return self.store(kind, given)
        if len(given.content) > LARGEST_PHOTO:
            raise bad("file is too big")
        width, height = measured(given.content)
        if not width or not height:
            raise bad("IMAGE_PROCESS_FAILED")
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad("PHOTO_INVALID_DIMENSIONS")
        return self.store(kind, given, width=width, height=height)


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


def field(file: File) -> Any:
    """The file as the field of a message (PhotoSize list, Document or Voice)."""
    shape: dict[str, Any] = {
        "file_id": file.id,
        "file_unique_id": f"u{file.id}",
        "file_size": len(file.content),
    }
    if file.kind == "photo":
        return [{**shape, "width": file.width or 90, "height": file.height or 90}]
    if file.kind == "voice":
        return {**shape, "duration": 1, "mime_type": file.mime}
    return {**shape, "file_name": file.name, "mime_type": file.mime}
