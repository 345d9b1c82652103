"""A table that an office fills in: what its rows say, what is wrong, and how it was read.

A kind of file declares its rows as a dataclass, each field `Annotated` with its column; from that
the header, the cells and the empty file to fill in are read.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar, get_type_hints

from bot.imports.reading.columns import LONGEST_CELL as LONGEST_CELL
from bot.imports.reading.columns import CellWrong as CellWrong
from bot.imports.reading.columns import Columns as Columns
from bot.imports.reading.columns import SheetColumn as SheetColumn
from bot.imports.reading.columns import column as column
from bot.imports.reading.columns import has_failed
from bot.imports.reading.columns import is_nothing as is_nothing
from bot.imports.reading.columns import same as same
from bot.imports.reading.columns import short as short
from bot.imports.reading.day_columns import is_range, settled_days
from bot.imports.reading.frame import Cells, Frame, frame_of, header_of, numbers
from bot.imports.reading.tables import SheetTable
from models.letters import Fact, Text


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
Unread = tuple[int, Mapping[str, str]]


def columns_of(row: type[SheetRow]) -> Columns:
    """The columns that the row declares: its fields that are `Annotated` with one."""
    hints = get_type_hints(row, include_extras=True)
    declared = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    return Columns({name: found[0] for name, found in declared.items() if found})


@dataclass(frozen=True)
class ReadSheet(Generic[R]):
    """What a file says: the rows that are right by themselves, and what is wrong with the others.

    `unread` are those others, by number, as they are written (a failed formula says nothing);
    `notes` how the file was read.
    """

    rows: Sequence[R]
    wrongs: Sequence[Mistake]
    unread: Sequence[Unread] = ()
    notes: Sequence[Text] = ()


def sheet_of(
    tables: Sequence[SheetTable], kind: type[R], *, today: date | None = None
) -> ReadSheet[R]:
    """What a file says; raises `SheetWrong` when a column is missing or there twice. A day without
    a year is the nearest to `today`."""
    columns = columns_of(kind)
    frame = frame_of(tables, columns)
    refuse(_unfit(frame, columns))
    days = settled_days(frame.rows, columns, today)
    rows, twins = _once(days.rows)
    failed = list(_failed_beside(rows, columns))
    found, unread = list[R](), list[Unread]()
    wrongs = [Mistake(*one) for one in days.wrongs]
    for number, cells in rows:
        values = {name: column.absent for name, column in columns.columns.items()}
        bad = [*_read(cells, columns, values), *kind.gaps(cells)]
        bad = [one for one in bad if (number, one[0]) not in days.told]
        if not bad and not any((number, name) in days.told for name in cells):
            one = kind(row=number, **values)
            bad = list(one.wrongs())
            if not bad:
                found.append(one)
        if bad or any((number, name) in days.told for name in cells):
            unread.append((number, {n: "" if has_failed(c) else c for n, c in cells.items()}))
        wrongs += [Mistake(why, number, columns.title(name)) for name, why in bad]
    notes = [*_columns_read(frame, columns), *frame.notes, *twins, *days.notes, *failed]
    return ReadSheet(found, wrongs, unread, notes)


def fits(tables: Sequence[SheetTable], columns: Columns) -> int | None:
    """How many titles of the file are none of these columns; None where one is missing."""
    header = header_of(tables, columns)
    if header is None or _missing(header.columns, columns):
        return None
    strange = {None, *columns.beside}
    return sum(one.column in strange and not one.is_not_kept for one in header.meanings)


def twice(keyed: Iterable[tuple[int, Hashable]], text: str, column: str) -> Iterator[Mistake]:
    """What only one row may have, and a later one has too: row and what it has."""
    first: dict[Hashable, int] = {}
    for row, key in keyed:
        earlier = first.setdefault(key, row)
        if earlier != row:
            yield Mistake(Text(text, {"first": earlier}), row, column)


def grouped(wrongs: Sequence[Mistake]) -> list[tuple[Mistake, str]]:
    """What is wrong, the same of several rows of a column once, with their numbers."""
    rows: dict[tuple[str, str], list[int]] = {}
    first: dict[tuple[str, str], Mistake] = {}
    for wrong in wrongs:
        key = (wrong.column, repr(wrong.why))
        first.setdefault(key, wrong)
        rows.setdefault(key, []).append(wrong.row)
    return [(first[key], numbers(found)) for key, found in rows.items()]


def _missing(there: set[str], columns: Columns) -> list[str]:
    """The columns that the file must have and has not, nor what does as well."""
    lacking = [name for name in columns.needed if name not in there]
    return [name for name in lacking if columns.columns[name].instead not in there]


def _unfit(frame: Frame, columns: Columns) -> Iterator[Mistake]:
    """What is wrong with the titles: there twice, missing, or not sure."""
    for name in frame.twice:
        yield Mistake(Text("sheet-column-twice", {"column": columns.title(name)}))
    there = {*frame.written, *frame.said, *(("unit",) if frame.has_bands else ())}
    missing = _missing(there, columns)
    if missing == ["last"] and any(is_range(cells.get("first", "")) for _, cells in frame.rows):
        missing = []
    doubtful = {near[0] for _, near in frame.asked if len(near) == 1}
    missing = [name for name in missing if name not in doubtful]
    for title, near in frame.asked:
        meant = " / ".join(columns.title(name) for name in near)
        yield Mistake(Text("sheet-column-asked", {"title": short(title), "column": meant}))
    if missing:
        facts = {"columns": ", ".join(columns.title(name) for name in missing)}
        facts["known"] = ", ".join(columns.titles)
        yield Mistake(Text("sheet-columns-missing", facts))


def _columns_read(frame: Frame, columns: Columns) -> Iterator[Text]:
    """How every column was read, and which were not."""
    kept = {name: title for name, title in frame.written.items() if name not in columns.beside}
    pairs = [(short(t), columns.title(name)) for name, t in kept.items()]
    beside = [short(title) for name, title in frame.written.items() if name not in kept]
    said = (one if same(one) == same(name) else f"{one} → {name}" for one, name in pairs)
    if frame.written:
        yield Text("sheet-read-columns", {"columns": "; ".join(said)})
    if beside:
        yield Text("sheet-read-beside", {"columns": "; ".join(beside)})
    if frame.unknown:
        yield Text("sheet-read-unknown", {"columns": "; ".join(map(short, frame.unknown))})
    if frame.ignored:
        yield Text("sheet-read-unkept", {"columns": "; ".join(map(short, frame.ignored))})


def _once(rows: Sequence[tuple[int, Cells]]) -> tuple[list[tuple[int, Cells]], list[Text]]:
    """The rows without those that say again what an earlier one says."""
    first: dict[tuple[tuple[str, str], ...], int] = {}
    kept, twins = list[tuple[int, Cells]](), list[int]()
    for number, cells in rows:
        if first.setdefault(tuple(sorted(cells.items())), number) == number:
            kept.append((number, cells))
        else:
            twins.append(number)
    facts: dict[str, Fact] = {"rows": numbers(twins), "count": len(twins)}
    return kept, [Text("sheet-read-twins", facts)] if twins else []


def _failed_beside(rows: Iterable[tuple[int, Cells]], columns: Columns) -> Iterator[Text]:
    """Where what is only compared could not be reckoned: nothing is lost without it."""
    for name in columns.beside:
        failed = [(number, of) for number, of in rows if has_failed(of.get(name, ""))]
        for _, cells in failed:
            cells[name] = ""
        if failed:
            facts = {"column": columns.title(name), "rows": numbers([n for n, _ in failed])}
            yield Text("sheet-read-failed", facts)


def _read(
    cells: Mapping[str, str], columns: Columns, values: dict[str, Any]
) -> Iterator[tuple[str, Text]]:
    """Put what the cells say into `values`; gives what is wrong, at most one sentence a cell."""
    for name, cell in cells.items():
        try:
            values[name] = columns.columns[name].value(cell)
        except CellWrong as reason:
            yield name, reason.why
