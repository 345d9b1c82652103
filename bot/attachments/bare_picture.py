"""A picture without what its camera, phone or program has written into it: where, when, by whom.

It is read in a process of its own with little memory and time, as a workbook is: what is killed for
a picture of a million rows must not be Tilik. Nothing of the file is carried over: what is seen is
drawn anew, upright, as a JPEG that has no other part than the picture. Run as a program: the file
comes on stdin, the picture goes to stdout; what it returns is said below.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import warnings
from io import BytesIO
from typing import Any, Literal, NoReturn

MEMORY, SECONDS = 800_000_000, 20
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000")
"""Of what Pillow reads: what a phone or a program makes of a picture."""
MOST_PIXELS, MOST_WHOLE = 200_000_000, 60_000_000
"""The largest camera of a phone makes so many; what is no JPEG is read whole, four bytes for each.
"""
LONGEST, QUALITY = 2560, 88
"""Pixels of the longer side, as either channel shows at most; small writing stays legible."""
MIME = "image/jpeg"
BEGINNINGS = (
    b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM", b"\0\0\0\x0cjP"
)
"""How these begin; what stands in boxes, HEIC and films among it, says `ftyp` after four bytes."""
Why = Literal["unread", "huge"]
CODES: dict[Why, int] = {"unread": 3, "huge": 4}


class NotBared(Exception):
    """It stays out: it is no picture that can be read (`unread`), or too large to be (`huge`)."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def bared(content: bytes) -> bytes:
    """The picture as a JPEG of its own. Raises `NotBared`."""
    if not begins_as_picture(content):
        raise NotBared("unread")
    command = [sys.executable, "-P", "-m", __name__]
    ran = subprocess.run(command, input=content, capture_output=True, check=False)  # noqa: S603
    if ran.returncode or not ran.stdout:
        found = (why for why, number in CODES.items() if number == ran.returncode)
        raise NotBared(next(found, "huge"))
    return ran.stdout


def begins_as_picture(content: bytes) -> bool:
    """Whether it begins as a picture or a film does."""
    return content.startswith(BEGINNINGS) or content[4:8] == b"ftyp"


def main() -> None:
    """Read, and write what is seen; turns go before."""
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("ignore")
    sys.stdout.buffer.write(drawn_anew(sys.stdin.buffer.read()))


def drawn_anew(content: bytes) -> bytes:
    """The picture as a JPEG of its own; ends the process where there is none to be had."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # ours, below, is asked before anything is read
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            most = MOST_PIXELS if picture.format in ("JPEG", "MPO") else MOST_WHOLE
            if picture.width * picture.height > most:
                _ends("huge")
            picture.draft("RGB", (LONGEST, LONGEST))
            picture.thumbnail((LONGEST, LONGEST))
            return _written(ImageOps.exif_transpose(picture))
    except MemoryError:
        _ends("huge")
    except Exception:  # whatever a broken file makes of a reader
        _ends("unread")


def _written(picture: Any) -> bytes:
    """Its pixels alone, on white where it lets through."""
    from PIL import Image

    lets_through = picture.has_transparency_data
    seen = picture.convert("RGBA" if lets_through else "RGB")
    fresh = Image.new("RGB", seen.size, "white")
    fresh.paste(seen, mask=seen.getchannel("A") if lets_through else None)
    out = BytesIO()
    fresh.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _ends(why: Why) -> NoReturn:
    sys.exit(CODES[why])


if __name__ == "__main__":
    main()
