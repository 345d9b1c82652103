"""What a person can say to an open question, whatever channel it came by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from models.letters import FileKind


@dataclass(frozen=True)
class Typed:
    """Words from the keyboard."""

    text: str


@dataclass(frozen=True)
class Unasked(Typed):
    """Words that were written before the question that they answer was ever shown."""


@dataclass(frozen=True)
class Chosen:
    """A tap on one of the open question's own buttons: the key of the choice."""

    key: str


@dataclass(frozen=True)
class Skipped:
    """The wish to leave an optional question unanswered."""


@dataclass(frozen=True)
class GivenFile:
    """A file: the channel's own id for it (of a link, the link), its name, its size in bytes."""

    kind: FileKind
    file: str
    name: str | None = None
    size: int | None = None
    caption: str | None = None


@dataclass(frozen=True)
class Located:
    """A place on the map, in degrees."""

    latitude: float
    longitude: float


Said: TypeAlias = Typed | Chosen | Skipped | GivenFile | Located
