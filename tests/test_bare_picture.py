"""Pictures of complaints lose what a camera, a phone or a program has written into them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bot.attachments.bare_picture import (
    FORMATS,
    LONGEST,
    NotBared,
    bared,
    begins_as_picture,
    drawn_anew,
)
from bot.outbound.mime_types import is_seen, named
from tests.pictures import bomb, drawing, in_webp, photo

NAME = "Kanarini Rahasiawati"


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize("make", [photo, drawing, in_webp])
def test_nothing_of_where_when_and_by_whom_is_left(make: object) -> None:
    assert callable(make)
    sent = make(NAME)
    assert NAME.encode() in sent
    kept = bared(sent)
    assert NAME.encode() not in kept
    assert b"Exif" not in kept
    assert b"adobe" not in kept
    seen = opened(kept)
    assert seen.format == "JPEG"
    assert not seen.getexif()
    assert set(seen.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_it_stands_upright_and_what_lets_through_is_white() -> None:
    upright = opened(bared(photo(NAME)))
    assert upright.size == (20, 40)
    assert upright.getpixel((10, 5))[0] > 200  # type: ignore[index]
    assert upright.getpixel((10, 5))[1] < 60  # type: ignore[index]
    assert opened(bared(drawing(NAME))).getpixel((6, 6)) == (255, 255, 255)


def test_what_is_large_is_made_as_small_as_it_is_shown() -> None:
    assert max(opened(bared(photo(NAME, size=(4000, 30)))).size) == LONGEST


def test_every_kind_of_picture_that_is_taken_can_be_read() -> None:
    for kind in FORMATS:
        out = BytesIO()
        Image.new("RGB", (8, 8), "red").save(out, kind)
        assert begins_as_picture(out.getvalue()), kind
        assert drawn_anew(out.getvalue()).startswith(b"\xff\xd8\xff"), kind


def test_what_would_fill_the_memory_or_cannot_be_read_stays_out() -> None:
    with pytest.raises(NotBared, match="huge"):
        bared(bomb())
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40
    for broken in (b"x", photo(NAME)[:60], heic):
        with pytest.raises(NotBared, match="unread"):
            bared(broken)


def test_a_document_is_a_picture_by_what_it_says_or_how_it_begins() -> None:
    assert is_seen("document", drawing(NAME), "application/octet-stream")
    assert is_seen("document", b"?", "video/mp4")
    assert not is_seen("document", b"%PDF-1.7", "application/pdf")
    assert not is_seen("voice", b"OggS", "audio/ogg")
    assert named("bukti.heic", "document", "image/jpeg") == "bukti.jpg"
    assert named("bukti.jpeg", "document", "image/jpeg") == "bukti.jpeg"
