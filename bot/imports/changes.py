"""What a file has changed, cell by cell, in words and for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.cli.terminal import Say
from bot.imports.reading.sheets import Columns


@dataclass(frozen=True)
class Change:
    """What is otherwise from now on, in a column of the file; "" where there is nothing."""

    column: str
    before: str
    after: str


def changed(column: str, before: str, after: str) -> Iterator[Change]:
    """The change, where there is one."""
    if before != after:
        yield Change(column, before, after)


def told(changes: Iterable[Change], columns: Columns, say: Say) -> str:
    """All of them in a line."""
    return "; ".join(_told(change, columns.title(change.column), say) for change in changes)


def as_written(changes: Iterable[Change], columns: Columns) -> list[dict[str, Any]]:
    """All of them for JSON, None where there is nothing."""
    return [
        {
            "column": columns.title(change.column),
            "before": change.before or None,
            "after": change.after or None,
        }
        for change in changes
    ]


def _told(change: Change, title: str, say: Say) -> str:
    before, after = change.before or say("sheet-none"), change.after or say("sheet-none")
    return say("sheet-change", what=title, before=before, after=after)
