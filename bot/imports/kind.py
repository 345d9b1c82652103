"""What each kind of import file defines: how it is read, applied and reported at the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.attachments.links import Reach
from bot.cli.terminal import Say, in_words
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.sheets import Columns, Mistake, ReadSheet, SheetRow, columns_of
from models.letters import Text
from models.store import Store

NOWHERE = Reach()
FIRST_LINES = 200
"""So many lines of a page are printed, the rest is counted."""


@dataclass(frozen=True)
class Imported:
    """What became of a file that who runs the machine gave: `number` is of one that waits, with who
    is `lacking` that could agree to it; `alone` one that should have waited, had anybody joined."""

    outcome: Outcome
    number: int | None = None
    alone: bool = False
    lacking: Text | None = None


@dataclass(frozen=True)
class ImportView:
    """What is to be told at the terminal; `codes_on` is the PDF that has the codes, `reach` where
    Tilik is met with one."""

    made: Imported
    dry_run: bool = False
    reach: Reach = NOWHERE
    codes_on: Path | None = None

    @property
    def tried(self) -> bool:
        """Whether nothing is written yet."""
        return self.dry_run or self.made.number is not None


@dataclass(frozen=True)
class ImportPage:
    """How an outcome is told at the terminal: line by line, and as JSON."""

    lines: Callable[[ImportView, Say], Iterable[str]]
    json: Callable[[ImportView, Say], dict[str, Any]]


def lines(view: ImportView, say: Say) -> Iterator[str]:
    """The counts, the first lines, and what becomes of the file now."""
    outcome = view.made.outcome
    counts = outcome.counts
    yield say("import-would-be", **counts) if view.tried else say("import-done", **counts)
    yield from how_read(view, say)
    for line in outcome.lines[:FIRST_LINES]:
        yield in_words(line, say)
    if (more := len(outcome.lines) - FIRST_LINES) > 0:
        yield say("import-more", count=more)
    yield from waits(view, say)
    if view.dry_run:
        yield say("office-tried")


def how_read(view: ImportView, say: Say) -> Iterator[str]:
    """How the file was read: each column, and what of it was left out."""
    for note in view.made.outcome.notes:
        yield in_words(note, say)


def waits(view: ImportView, say: Say) -> Iterator[str]:
    """Whether the file waits for a second person, would wait, or had nobody to wait for."""
    if view.dry_run and view.made.number is not None:
        yield say("import-would-wait")
    elif view.made.number is not None:
        yield say("import-waits", number=view.made.number)
    if view.made.lacking is not None:
        yield in_words(view.made.lacking, say)
    if view.made.alone and not view.dry_run:
        yield say("import-alone")


def as_object(view: ImportView, say: Say) -> dict[str, Any]:
    """All of it, lines in the words of the terminal's language."""
    outcome = view.made.outcome
    return {
        **outcome.counts,
        "lines": [in_words(line, say) for line in outcome.lines],
        "read": list(how_read(view, say)),
        **waiting(view),
    }


def waiting(view: ImportView) -> dict[str, Any]:
    """Whether it needs a second person, and under which number it waits for one."""
    number = None if view.dry_run else view.made.number
    return {"needs_second": view.made.outcome.sensitive, "waiting": number}


def agreed(rows: Sequence[Any]) -> Iterable[Mistake]:
    """Rows of which each stands for itself."""
    return ()


@dataclass(frozen=True)
class Kind:
    """What a file is called, its rows, whether they agree with each other, what is made of them.

    `agree` tells what is wrong between the rows; `apply` takes in what was read, and raises
    `SheetWrong` with all that is wrong with the file, what the store knows otherwise included.
    `empty` is said of a file without rows, `ready` of an empty one that is written to be filled in.
    """

    name: str
    row: type[SheetRow]
    apply: Callable[[Store, ReadSheet[Any], Terms], Outcome]
    empty: str
    ready: str
    agree: Callable[[Sequence[Any]], Iterable[Mistake]] = agreed
    page: ImportPage = ImportPage(lines, as_object)

    @cached_property
    def columns(self) -> Columns:
        """The columns of the file."""
        return columns_of(self.row)
