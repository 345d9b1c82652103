"""A table that an office fills in: what its columns are called, what its rows say, what is wrong.

A kind of file declares its rows as a dataclass, each field `Annotated` with its column; from that
the header, the cells and the empty file to fill in are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar, get_type_hints

from bot.imports.reading.tables import Row
from models.letters import Text

TITLE_ROWS = 20
"""A header stands within so many rows: offices put a title and an address above it."""
LONGEST_CELL = 200
"""Letters in a cell, where its column does not say otherwise."""
FAILED = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
"""What a cell shows where its formula failed."""


class CellWrong(Exception):
    """A cell cannot be taken as it is; `why` is said of it."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.id)
        self.why = why


@dataclass(frozen=True)
class Mistake:
    """A sentence about the file; about one cell of it where `row` and `column` are named."""

    why: Text
    row: int = 0
    column: str = ""


class SheetWrong(Exception):
    """The file cannot be taken as it is; all that is wrong with it, row by row."""

    def __init__(self, wrongs: Iterable[Mistake]) -> None:
        self.wrongs = sorted(wrongs, key=lambda wrong: wrong.row)
        super().__init__(f"{len(self.wrongs)} wrong")


def refuse(wrongs: Iterable[Mistake]) -> None:
    """Raise `SheetWrong` where anything is wrong."""
    found = list(wrongs)
    if found:
        raise SheetWrong(found)


@dataclass(frozen=True)
class SheetColumn:
    """What a cell of a column may hold; `reads` gives its value, or raises `CellWrong`.

    The file must have the column if it is `needed`, and each row must fill it in if `filled`.
    `blank` is the value of a blank cell, `absent` that of every row where there is no such column.
    `as_text`: long numbers in it must stay whole.
    """

    headers: tuple[str, ...]
    reads: Callable[[str], Any]
    needed: bool
    filled: bool
    blank: Any
    absent: Any
    longest: int
    as_text: bool

    def value(self, cell: str) -> Any:
        """What the cell says; raises `CellWrong`."""
        if not cell:
            if self.filled:
                raise CellWrong(Text("sheet-cell-missing"))
            return self.blank
        if cell in FAILED:
            raise CellWrong(Text("sheet-cell-failed", {"value": cell}))
        value = self.reads(cell)
        if len(cell) > self.longest:
            raise CellWrong(Text("sheet-cell-long", {"longest": self.longest}))
        if not cell.isprintable():
            raise CellWrong(Text("sheet-cell-signs"))
        return value


def column(
    headers: tuple[str, ...],
    reads: Callable[[str], Any] = str,
    *,
    needed: bool = False,
    filled: bool = False,
    blank: Any = None,
    longest: int = LONGEST_CELL,
    **other: Any,
) -> SheetColumn:
    """What a field of a row is annotated with that is a column of the file."""
    known = {"absent": blank, "as_text": False, **other}
    return SheetColumn(headers, reads, needed or filled, filled, blank, longest=longest, **known)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a file; `row` is its number there."""

    row: int

    @classmethod
    def gaps(cls, cells: Mapping[str, str]) -> Iterable[tuple[str, Text]]:
        """What is left blank in a row and needed by its other cells, whatever they say."""
        return ()

    def wrongs(self) -> Iterable[tuple[str, Text]]:
        """What does not fit together within the row: the column, and why."""
        return ()


R = TypeVar("R", bound=SheetRow)


@dataclass(frozen=True)
class Columns:
    """The columns of a kind of file, by the fields of its rows."""

    columns: Mapping[str, SheetColumn]

    def title(self, name: str) -> str:
        """What Tilik calls the column."""
        return self.columns[name].headers[0]

    @property
    def titles(self) -> list[str]:
        """What Tilik calls them, in their order."""
        return [column.headers[0] for column in self.columns.values()]

    @cached_property
    def needed(self) -> list[str]:
        """Those that the file must have."""
        return [name for name, column in self.columns.items() if column.needed]

    def named(self, cell: str) -> str | None:
        """The column that is meant by a cell of the header."""
        return self._by_header.get(_plain(cell))

    @cached_property
    def _by_header(self) -> Mapping[str, str]:
        named = ((name, column.headers) for name, column in self.columns.items())
        return {_plain(header): name for name, headers in named for header in headers}


def columns_of(row: type[SheetRow]) -> Columns:
    """The columns that the row declares: its fields that are `Annotated` with one."""
    hints = get_type_hints(row, include_extras=True)
    declared = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    return Columns({name: found[0] for name, found in declared.items() if found})


@dataclass(frozen=True)
class ReadSheet(Generic[R]):
    """What a file says: the rows that are right by themselves, and what is wrong with the others.

    `unread` are those others as they are written, by column.
    """

    rows: Sequence[R]
    wrongs: Sequence[Mistake]
    unread: Sequence[Mapping[str, str]] = ()


def sheet_of(table: Sequence[Row], kind: type[R]) -> ReadSheet[R]:
    """What a file says; raises `SheetWrong` when a column is missing or there twice."""
    columns = columns_of(kind)
    found, wrongs, unread = [], list[Mistake](), []
    for number, cells in _below(table, columns):
        values = {name: column.absent for name, column in columns.columns.items()}
        bad = [*_read(cells, columns, values), *kind.gaps(cells)]
        if not bad:
            one = kind(row=number, **values)
            bad = list(one.wrongs())
        if bad:
            unread.append(cells)
        else:
            found.append(one)
        wrongs += [Mistake(why, number, columns.title(name)) for name, why in bad]
    return ReadSheet(found, wrongs, unread)


def header_of(table: Sequence[Row], columns: Columns) -> Row:
    """The row that names the most of these columns."""
    return max(table[:TITLE_ROWS], key=lambda row: len(_places(row, columns)[0]))


def twice(keyed: Iterable[tuple[int, Hashable]], text: str, column: str) -> Iterator[Mistake]:
    """What only one row may have, and a later one has too: row and what it has."""
    first: dict[Hashable, int] = {}
    for row, key in keyed:
        earlier = first.setdefault(key, row)
        if earlier != row:
            yield Mistake(Text(text, {"first": earlier}), row, column)


def same(name: str) -> str:
    """What makes two spellings one name: capital letters do not."""
    return name.casefold()


def short(cell: str) -> str:
    """A cell as it can be printed within a sentence."""
    kept = "".join(letter if letter.isprintable() else "?" for letter in cell)
    return kept if len(kept) <= 40 else f"{kept[:39]}…"


def _below(table: Sequence[Row], columns: Columns) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows below the header that have anything in a column of ours: number and cells."""
    header = header_of(table, columns)
    places, wrongs = _places(header, columns)
    missing = [columns.title(name) for name in columns.needed if name not in places]
    if missing:
        facts = {"columns": ", ".join(missing), "known": ", ".join(columns.titles)}
        wrongs.append(Mistake(Text("sheet-columns-missing", facts)))
    refuse(wrongs)
    for row in table[table.index(header) + 1 :]:
        cells = {column: _cell(row, place) for column, place in places.items()}
        if any(cells.values()):
            yield row.number, cells


def _read(
    cells: Mapping[str, str], columns: Columns, values: dict[str, Any]
) -> Iterator[tuple[str, Text]]:
    """Put what the cells say into `values`; gives what is wrong, at most one sentence a cell."""
    for name, cell in cells.items():
        try:
            values[name] = columns.columns[name].value(cell)
        except CellWrong as reason:
            yield name, reason.why


def _places(header: Row, columns: Columns) -> tuple[dict[str, int], list[Mistake]]:
    places: dict[str, int] = {}
    wrongs = []
    for place, cell in enumerate(header.cells):
        column = columns.named(cell)
        if column in places:
            facts = {"column": columns.title(column)}
            wrongs.append(Mistake(Text("sheet-column-twice", facts)))
        elif column is not None:
            places[column] = place
    return places, wrongs


def _plain(cell: str) -> str:
    """A column's name without capitals, signs, and what stands in brackets."""
    return " ".join(re.sub(r"\([^()]*\)|[_\-*:.]", " ", cell.casefold()).split())


def _cell(row: Row, place: int) -> str:
    return " ".join(row.cells[place].split()) if place < len(row.cells) else ""
