"""The queue of a SQLite file without a thread, for tests that decide themselves when it dies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias, TypeVar

from models.store.engine.away import StoreAway
from models.store.engine.sqlite import Job, Queue, Writer

R = TypeVar("R")
Fate: TypeAlias = Literal["lives", "away", "dies before", "dies after"]


class Died(BaseException):
    """The process is no more; whoever asked is never answered."""


class Inline:
    """Does each job at once. Of every job it asks what becomes of the process meanwhile."""

    def __init__(self, writer: Writer, fate: Callable[[], Fate]) -> None:
        self._writer = writer
        self._fate = fate

    async def write(self, job: Job) -> Any:
        """Do the job; raises `Died` before anything is written, or once all is."""
        fate = self._fate()
        if fate == "away":
            raise StoreAway("away")
        if fate == "dies before":
            raise Died
        [(made, wrong)] = self._writer.committed([job])
        if fate == "dies after":
            raise Died
        if wrong is not None:
            raise wrong
        return made

    async def beside(self, work: Callable[[], R]) -> R:
        """Do it at once."""
        return work()

    async def close(self) -> None:
        """Close the writer."""
        self._writer.close()


def inline(*fates: Fate) -> Callable[[Writer], Queue]:
    """Makes a queue whose first jobs have these fates; every later one lives."""
    left: Iterator[Fate] = iter(fates)
    return lambda writer: Inline(writer, lambda: next(left, "lives"))
