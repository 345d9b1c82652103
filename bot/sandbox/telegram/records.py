"""What Telegram keeps: calls, refusals and files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Message = dict[str, Any]


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
class RefusedMethod:
    """A call that was answered with an error."""

    method: str
    code: int
    description: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TelegramFile:
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
