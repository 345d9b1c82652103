"""A table that an office fills in: its columns by their names, its cells, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.imports.reading.tables import Row
from models.letters import Text

TITLE_ROWS = 20
"""A header stands within so many rows: offices put a title and an address above it."""
LONGEST = 200
"""Letters in a cell, where its column does not say otherwise."""
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
FAILED = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
"""What a cell shows where its formula failed."""
Check = Callable[[str], Text | None]
"""What is wrong with a cell that is filled in, or None."""


@dataclass(frozen=True)
class Columns:
    """Column -> what offices may call it; the first is what Tilik itself calls it.

    The file must have the `needed` ones, and each row must fill in the `filled` ones.
    """

    names: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    filled: tuple[str, ...]
    longest: Mapping[str, int] = field(default_factory=dict)

    def title(self, column: str) -> str:
        """What Tilik calls the column."""
        return self.names[column][0]

    @property
    def titles(self) -> list[str]:
        """What Tilik calls them, in their order."""
        return [names[0] for names in self.names.values()]

    def named(self, cell: str) -> str | None:
        """The column that is meant by a cell of the header."""
        name = _plain(cell)
        return next((key for key, names in self.names.items() if name in map(_plain, names)), None)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what is written in each column that the file has, "" where it is blank."""

    row: int
    cells: Mapping[str, str]

    def of(self, column: str) -> str | None:
        """What is written there; None where it is blank or the file has no such column."""
        return self.cells.get(column) or None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A sentence about the file; about one cell of it where `row` and `column` are named."""

    why: Text
    row: int = 0
    column: str = ""


class SheetWrong(Exception):
    """The file cannot be taken as it is; all that is wrong with it, row by row."""

    def __init__(self, wrongs: Sequence[Wrong]) -> None:
        super().__init__(f"{len(wrongs)} wrong")
        self.wrongs = sorted(wrongs, key=lambda wrong: wrong.row)


def lines(table: Sequence[Row], columns: Columns) -> list[Line]:
    """The rows below the header that have anything in a column of ours.

    Raises `SheetWrong` when a column is missing or there twice.
    """
    header = header_of(table, columns)
    places, wrongs = _places(header, columns)
    missing = [columns.title(column) for column in columns.needed if column not in places]
    if missing:
        known = ", ".join(columns.titles)
        facts = {"columns": ", ".join(missing), "known": known}
        wrongs.append(Wrong(Text("sheet-columns-missing", facts)))
    if wrongs:
        raise SheetWrong(wrongs)
    below = table[table.index(header) + 1 :]
    found = [
        Line(row.number, {column: _cell(row, place) for column, place in places.items()})
        for row in below
    ]
    return [line for line in found if any(line.cells.values())]


def header_of(table: Sequence[Row], columns: Columns) -> Row:
    """The row that names the most of these columns."""
    return max(table[:TITLE_ROWS], key=lambda row: len(_places(row, columns)[0]))


def wrong_cells(line: Line, columns: Columns, checks: Mapping[str, Check]) -> Iterator[Wrong]:
    """What is wrong with each cell of the row, at most one sentence a cell."""
    for column, cell in line.cells.items():
        longest = columns.longest.get(column, LONGEST)
        why = None
        if not cell:
            why = Text("sheet-cell-missing") if column in columns.filled else None
        elif cell in FAILED:
            why = Text("sheet-cell-failed", {"value": cell})
        elif column in checks and (found := checks[column](cell)):
            why = found
        elif len(cell) > longest:
            why = Text("sheet-cell-long", {"longest": longest})
        elif any(not letter.isprintable() for letter in cell):
            why = Text("sheet-cell-signs")
        if why is not None:
            yield Wrong(why, line.row, columns.title(column))


def zone_of(typed: str) -> str | None:
    """The IANA name of a zone typed as WIB, WITA, WIT or its IANA name; None if there is none."""
    name = ZONES.get(typed.strip().upper(), typed.strip())
    try:
        return ZoneInfo(name).key if len(name) <= 40 else None
    except (LookupError, ValueError, OSError):
        return None


def wrong_zone(cell: str) -> Text | None:
    """What is wrong with a zone, or None."""
    return None if zone_of(cell) else Text("sheet-zone-wrong", {"value": short(cell)})


def same(name: str) -> str:
    """What makes two spellings one name: capital letters do not."""
    return name.casefold()


def short(cell: str) -> str:
    """A cell as it can be printed within a sentence."""
    kept = "".join(letter if letter.isprintable() else "?" for letter in cell)
    return kept if len(kept) <= 40 else f"{kept[:39]}…"


def _places(header: Row, columns: Columns) -> tuple[dict[str, int], list[Wrong]]:
    places: dict[str, int] = {}
    twice = []
    for place, cell in enumerate(header.cells):
        column = columns.named(cell)
        if column in places:
            facts = {"column": columns.title(column)}
            twice.append(Wrong(Text("sheet-column-twice", facts)))
        elif column is not None:
            places[column] = place
    return places, twice


def _plain(cell: str) -> str:
    """A column's name without capitals, signs, and what stands in brackets."""
    return " ".join(re.sub(r"\(.*?\)|[_\-*:.]", " ", cell.casefold()).split())


def _cell(row: Row, place: int) -> str:
    return " ".join(row.cells[place].split()) if place < len(row.cells) else ""
