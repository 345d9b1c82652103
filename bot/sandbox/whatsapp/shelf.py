"""The shelf of media: what either side uploaded, found again by its id until it expires."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from bot.sandbox.records import Upload
from bot.sandbox.shelf import Shelf, bare_name
from bot.sandbox.whatsapp.records import Media
from bot.sandbox.whatsapp.refusal import unknown


def store(shelf: Shelf[Media], upload: Upload, *, until: datetime) -> Media:
    """Keep it under a new id."""
    shelf.count += 1
    number = str(1_000_000_000_000_000 + shelf.count)
    sha256 = hashlib.sha256(upload.content).hexdigest()
    name = bare_name(upload.name) or "file"
    return shelf.put(Media(number, upload.mime, upload.content, name, sha256, until))


def find(shelf: Shelf[Media], media_id: Any, now: datetime) -> Media:
    """The media of this id; raises the refusal of one that is unknown or expired."""
    media = shelf.files.get(media_id) if isinstance(media_id, str) else None
    if media is None or media.until <= now:
        raise unknown(media_id)
    return media
