"""What WhatsApp keeps: calls, refusals and media; and whom it knows as the bot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class SentMessage:
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
class RefusedCall:
    """A call that was answered with an error: the HTTP status, Meta's code, title and details."""

    call: str
    http: int
    code: int
    title: str
    details: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Business:
    """Whom the box knows as the bot: its ids, its number, and what it signs and verifies with."""

    token: str
    phone_id: str
    business_id: str
    app_secret: str
    name: str
    number: str


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
