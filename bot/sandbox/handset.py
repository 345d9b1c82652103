"""A person's phone, as it is with either app."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from html import escape
from typing import Any

from bot.sandbox.box import Box
from bot.sandbox.buttons import chosen
from bot.sandbox.records import Bubble, PhoneButton, Upload

NAMES = {
    "photo": "photo.jpg",
    "document": "document.pdf",
    "voice": "voice.ogg",
    "sticker": "sticker.webp",
}
"""What a phone sends, and what that is called where nobody says."""

Message = dict[str, Any]
STICKER = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"
"""A picture of one pixel: what is on a sticker, the page draws."""


class Handset(ABC):
    """`stored` holds the messages of both directions by number, oldest first."""

    id: int | str

    def __init__(self, box: Box, *, name: str) -> None:
        self.name = name
        self.started = False
        self.blocked = False
        self.stored: dict[int, Message] = {}
        self.last_id = 0
        self._box = box

    @property
    def messages(self) -> list[Bubble]:
        """What the phone shows, oldest first, both directions."""
        return [self.bubble(message) for message in self.stored.values()]

    @abstractmethod
    def bubble(self, message: Message) -> Bubble:
        """A stored message as it is shown."""

    @abstractmethod
    def rows(self, message: Message) -> list[list[PhoneButton]]:
        """The buttons of a stored message."""

    @abstractmethod
    def press(self, message_id: int, data: str) -> None:
        """Tap a button of this message with this data, whether or not there is such a one."""

    @abstractmethod
    def sends(
        self,
        kind: str,
        content: bytes,
        *,
        name: str = "",
        caption: str | None = None,
        album: str = "",
        forwarded: bool = False,
    ) -> str:
        """Send a "photo", "document", "voice" or "sticker"; returns its file id.

        `album` is what the files of one album share; a sticker's caption is the face on it.
        """

    def sends_album(
        self,
        kind: str,
        files: Sequence[Upload],
        *,
        caption: str | None = None,
        forwarded: bool = False,
    ) -> None:
        """Send several files of one kind together; as in the apps, the first has the caption."""
        album = str(self.last_id + 1)
        for place, file in enumerate(files):
            self.sends(
                kind,
                file.content,
                name=file.name,
                caption=None if place else caption,
                album=album,
                forwarded=forwarded,
            )

    def tap(self, label: str) -> None:
        """Tap the newest button that this label means (see `chosen`).

        Raises AssertionError with the buttons that there were.
        """
        for number, message in reversed(self.stored.items()):
            there = [button for row in self.rows(message) for button in row]
            if found := chosen(there, label):
                return self.press(number, found.data)
        raise AssertionError(f"{self.name} finds no button {label!r}; there were: {self._labels()}")

    def _labels(self) -> str:
        newest = [found.labels for found in reversed(self.messages) if found.buttons]
        return "; then ".join(", ".join(map(repr, labels)) for labels in newest[:3]) or "none"

    def put(self, message: Message) -> None:
        """Show a message under the number `last_id`, and drop the oldest beyond what is kept."""
        self.stored[self.last_id] = message
        if self._box.keep is not None and len(self.stored) > self._box.keep:
            del self.stored[next(iter(self.stored))]
        self._box.changed()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id} {escape(self.name)}>"


def sendable(kind: str) -> str:
    """What a file of this kind is called where nobody says."""
    if kind not in NAMES:
        kinds = "a photo, a document, a voice or a sticker"
        raise AssertionError(f"A phone sends {kinds}, not {kind!r}.")
    return NAMES[kind]
