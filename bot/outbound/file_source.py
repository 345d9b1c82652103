"""The seam for files: how a channel gives what was sent there, by its own id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

MOST_BYTES = 20_000_000
"""Bytes of the largest file that Tilik takes; Telegram gives no larger one either."""


@dataclass(frozen=True)
class Fetched:
    """The bytes as they came; the mime type as the platform tells it, "" where it tells none."""

    content: bytes
    mime: str = ""


class Unfetched(Exception):
    """A file could not be fetched. later: try again; gone: never again; large: more than MOST."""

    def __init__(self, why: Literal["later", "gone", "large"], words: str = "") -> None:
        super().__init__(f"{why}: {words}" if words else why)
        self.why = why
        self.words = words


class Source(Protocol):
    """Where the files of one channel come from."""

    async def fetch(self, file: str) -> Fetched:
        """The file of this id; raises `Unfetched`."""
        ...
