"""Pictures that tell where, when and by whom they were made, as phones and programs write it; and
what of them is shown."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.actors import Actor

MAKER, ARTIST, XMP, NOTE = 0x010F, 0x013B, 0x0320, 0x9286
GPS, ORIENTATION = 0x8825, 0x0112
PLACE = (7.0, 48.0, 15.75)


def xmp(name: str) -> bytes:
    """A packet of XMP that names somebody."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc>{name}</dc></x:xmpmeta>'.encode()


def photo(name: str, *, size: tuple[int, int] = (40, 20)) -> bytes:
    """A JPEG, taken with the phone held upright: EXIF with a place, a thumbnail after the picture,
    XMP and a comment, each with the name."""
    exif = Image.Exif()
    exif[MAKER] = exif[ARTIST] = name
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "S", 2: PLACE, 3: "E", 4: (110.0, 21.0, 53.0), 29: name}
    out = BytesIO()
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    picture.save(out, "JPEG", exif=exif, comment=name.encode(), xmp=xmp(name))
    return out.getvalue() + b"\0\0\0\x18ftypmp42" + name.encode()


def drawing(name: str) -> bytes:
    """A PNG with the name in each kind of chunk for words, and with what lets through."""
    words = PngInfo()
    words.add_text("Author", name)
    words.add_text("Comment", name, zip=True)
    words.add_itxt("XML:com.adobe.xmp", xmp(name).decode())
    exif = Image.Exif()
    exif[ARTIST] = name
    out = BytesIO()
    picture = Image.new("RGBA", (12, 12), (0, 0, 255, 0))
    picture.save(out, "PNG", pnginfo=words, exif=exif)
    return out.getvalue()


def in_webp(name: str) -> bytes:
    """A WebP with EXIF and XMP."""
    exif = Image.Exif()
    exif[ARTIST] = name
    out = BytesIO()
    Image.new("RGB", (12, 12), "green").save(out, "WEBP", exif=exif, xmp=xmp(name))
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it has more pixels than fit into any memory."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 9)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def shown_to(who: Actor) -> bytes:
    """The file that somebody was shown last."""
    boxes = (who.world.telegram, who.world.whatsapp)
    box = next(one for one in boxes if who.phone in one.phones.values())
    theirs = (one for one in reversed(who.phone.messages) if not one.mine)
    names = (one.photo or one.document or one.voice for one in theirs)
    return box.shelf.files[next(filter(None, names))].content
