"""The files stored in a box, sent by the bot or by a person, found by id."""

from __future__ import annotations

from pathlib import PurePath
from typing import Generic, Protocol, TypeVar


class ShelvedFile(Protocol):
    """A file of either platform."""

    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=ShelvedFile)


class Shelf(Generic[K]):
    """Files by id, the oldest dropped beyond `keep`."""

    def __init__(self, keep: int | None) -> None:
        self.files: dict[str, K] = {}
        self.keep = keep
        self.count = 0

    def put(self, file: K) -> K:
        """Keep it; gives it back."""
        self.files[file.id] = file
        if self.keep is not None and len(self.files) > self.keep:
            del self.files[next(iter(self.files))]
        return file


def bare_name(path: str) -> str:
    """The name of a file without its folders, of either kind of system."""
    return PurePath(path.replace("\\", "/")).name
