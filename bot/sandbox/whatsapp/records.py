"""The small frozen records that the box keeps and gives out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.records import Upload

__all__ = ["Bubble", "Button", "Media", "Refused", "Sent", "Upload"]


@dataclass(frozen=True, slots=True)
class Sent:
    """An accepted send. `to` is as it was given, `person` the id of its phone, None if nobody's;
    `at` by the box's clock, `at_monotonic` in seconds of time.monotonic; `template` is a name."""

    number: int
    to: str
    person: str | None
    type: str
    payload: Mapping[str, Any]
    at: datetime
    at_monotonic: float
    wamid: str
    template: str | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A call that was answered with an error: the HTTP status, Meta's code, title and details."""

    call: str
    http: int
    code: int
    title: str
    details: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """A reply button, a row of a list or a template's quick reply."""

    label: str
    data: str | None = None
    url: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message as its phone shows it; `mine` means that the person wrote it.

    `text` is without WhatsApp's *bold* and _italic_ marks, `html` is safe HTML with plain newlines;
    `photo`, `document` and `voice` are media ids; `date` is in seconds since 1970 (UTC).
    `file_name` is what a document is called; `menu` is the label that opens the list of a list
    message. Nothing is ever edited.
    """

    id: int
    mine: bool
    text: str
    html: str
    buttons: list[list[Button]]
    photo: str | None
    document: str | None
    voice: str | None
    location: tuple[float, float] | None
    date: int
    file_name: str | None = None
    menu: str | None = None
    asks_location: bool = False
    template: str | None = None
    edited: bool = False

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]


@dataclass(frozen=True, slots=True)
class Media:
    """A file on WhatsApp's servers, from either side; gone after `until`."""

    id: str
    mime: str
    content: bytes
    name: str
    sha256: str
    until: datetime

    @property
    def kind(self) -> str:
        """image, audio or document, as its mime type says."""
        head = self.mime.partition("/")[0]
        return head if head in ("image", "audio") else "document"
