"""The small frozen records that the box keeps and gives out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Message = dict[str, Any]
Form = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """An accepted call that a person could see; `at_monotonic` in seconds of time.monotonic."""

    number: int
    method: str
    chat_id: int
    payload: Mapping[str, Any]
    at_monotonic: float
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A call that was answered with an error."""

    method: str
    code: int
    description: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: exactly one of `data` and `url` is set."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message as its phone shows it now; `mine` means that the person wrote it.

    `html` is safe HTML with plain newlines; `photo`, `document` and `voice` are file ids; `date`
    is in seconds since 1970 (UTC).
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
    edited: bool
    date: int

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]


@dataclass(frozen=True, slots=True)
class Poster:
    """What hangs at a counter, as the page shows it; `whatsapp` is a link there, "" for none."""

    service: str
    counter: str
    code: str
    link: str
    whatsapp: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a multipart request."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class File:
    """A file that the box keeps, as Telegram's servers do."""

    id: str
    kind: str
    name: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        return f"{self.kind}s/{self.id}/{self.name}"
