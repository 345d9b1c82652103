"""A person's phone, as it is with either app."""

from __future__ import annotations

from abc import ABC, abstractmethod
from html import escape
from typing import Any

from bot.sandbox.box import Box
from bot.sandbox.buttons import chosen
from bot.sandbox.records import Bubble, Button

NAMES = {"photo": "photo.jpg", "document": "document.pdf", "voice": "voice.ogg"}
"""What a phone sends, and what that is called where nobody says."""

Message = dict[str, Any]


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
    def rows(self, message: Message) -> list[list[Button]]:
        """The buttons of a stored message."""

    @abstractmethod
    def press(self, message_id: int, data: str) -> None:
        """Tap a button of this message with this data, whether or not there is such a one."""

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
        raise AssertionError(f"A phone sends a photo, a document or a voice, not {kind!r}.")
    return NAMES[kind]
