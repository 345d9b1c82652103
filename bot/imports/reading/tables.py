"""Tables as offices keep them: CSV out of any spreadsheet program, or the sheets of a workbook."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

from bot.imports.reading.workbook import (
    LONGEST_CELL,
    MOST_BACK,
    PER_CELL,
    UnreadWorkbook,
    is_workbook,
    sheets,
)
from bot.outbound.file_source import MOST_BYTES
from models.letters import Text
from models.refused import Refused

HEAD = 20
"""So many lines are looked at to see what cuts a text into cells."""
LONGEST_HEAD = 10_000
"""So many letters of each of them."""
LONGEST_LINE = 1_000_000
"""Letters in a line of a text whose rows are counted: cut into cells, it takes a hundred times the
room."""
UNREAD = {"broken": "table-broken", "heavy": "table-heavy", "locked": "table-locked"}
TOLD = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
"""How a text can begin for Excel: what cuts it into cells."""
NO_TABLES = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"MIME-Version:")
"""How files begin that are none, though a reader of texts would make cells of some."""
class UnusableError(Refused):
    """What a person gave cannot be used; `text` is the id of the sentence that says why."""

    def __init__(self, text: str, /, **facts: str | int | Decimal) -> None:
        super().__init__(Text(text, facts))
        self.text = text
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is the row's own in the file, from 1; cells are stripped text, "" when blank."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class SheetTable:
    """A sheet, or a whole text, which has no name: its rows that have anything in them.

    `hidden` are the numbers of its hidden rows, which are not among `rows`; `hidden_columns` the
    places of hidden columns, which are. Of a sheet that `is_hidden` there are no rows.
    """

    rows: list[Row]
    name: str = ""
    is_hidden: bool = False
    hidden: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


def rows(file: Path, *, most: int | None = None) -> list[Row]:
    """The rows of a table that have anything in them: of a workbook those of the first sheet that
    is not hidden and has any.

    CSV may be cut by comma, semicolon, tab or bar, in UTF-8, UTF-16, or Windows-1252. Raises
    UnusableError when the file is missing, is no table, is empty, or has more than `most`.
    """
    found = content(file, most=None if most is None else MOST_BYTES)
    return rows_of(found, shown(file), most=most)


def rows_of(written: bytes, name: str, *, most: int | None = None) -> list[Row]:
    """The rows of a table as `rows` gives them; `name` is what the file is called. It takes its
    time: not in a running loop's thread. Raises UnusableError."""
    return next(one.rows for one in tables_of(written, name, most=most) if one.rows)


def tables_of(written: bytes, name: str, *, most: int | None = None) -> list[SheetTable]:
    """Every sheet of a workbook, or the one table that a text is; raises as `rows_of` does where
    none has a row."""
    if most is not None and len(written) > MOST_BYTES:
        raise UnusableError("table-large", file=name, most=MOST_BYTES // 10**6)
    read = _of_workbook if is_workbook(written) else _of_text
    found = list(read(written, name, most))
    if not any(one.rows for one in found):
        raise UnusableError("table-empty", file=name)
    return found


def shown(file: Path) -> str:
    """The file's name as it can be printed, whatever bytes it is made of."""
    return str(file).encode("utf-8", "replace").decode("utf-8")


def content(file: Path, *, most: int | None = None) -> bytes:
    """What is in the file; raises UnusableError where it is not there, is closed to us, or has
    more bytes than `most`."""
    try:
        with file.open("rb") as opened:
            found = opened.read(-1 if most is None else most + 1)
    except FileNotFoundError:
        raise UnusableError("table-missing", file=shown(file)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("table-closed", file=shown(file), reason=reason) from None
    if most is not None and len(found) > most:
        raise UnusableError("table-large", file=shown(file), most=most // 10**6)
    return found


def _of_workbook(content: bytes, name: str, most: int | None) -> Iterator[SheetTable]:
    try:
        found = sheets(content, most=most)
    except UnreadWorkbook as wrong:
        raise UnusableError(UNREAD[wrong.why], file=name) from None
    for one in found:
        if most is not None and len(one.rows) > most:
            raise UnusableError("table-long", file=name, most=most)
        yield SheetTable(
            [_row(n, cells) for n, cells in one.rows if n not in one.hidden_rows],
            one.name,
            one.hidden,
            tuple(n for n, _ in one.rows if n in one.hidden_rows),
            tuple(one.hidden_columns),
        )


def _row(number: int, cells: Iterable[str]) -> Row:
    return Row(number, tuple(cell[:LONGEST_CELL].strip() for cell in cells))


def _of_text(content: bytes, name: str, most: int | None) -> Iterator[SheetTable]:
    found, room = list[Row](), MOST_BACK
    for number, cells in _lines(content, name, most):
        row = _row(number, cells)
        room -= sum(map(len, row.cells)) + PER_CELL * len(row.cells)
        if most is not None and room < 0:
            raise UnusableError("table-heavy", file=name)
        if any(row.cells):
            found.append(row)
        if most is not None and len(found) > most:
            raise UnusableError("table-long", file=name, most=most)
    yield SheetTable(found)


def _lines(content: bytes, name: str, most: int | None) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(content)
    if text is None or "\0" in text or content.startswith(NO_TABLES):
        raise UnusableError("table-broken", file=name)
    lines = StringIO(text, newline="")
    if most is not None and any(len(line) > LONGEST_LINE for line in lines):
        raise UnusableError("table-heavy", file=name)
    lines.seek(0)
    told, first = TOLD.match(text), 1
    if told:
        first += 1
        lines.readline()
    try:
        sign = told[1] if told else _delimiter(text)
        yield from enumerate(csv.reader(lines, delimiter=sign), first)
    except csv.Error:
        raise UnusableError("table-broken", file=name) from None


def _decoded(content: bytes) -> str | None:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else [_wide(content), "utf-8-sig", "windows-1252"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _wide(content: bytes) -> str:
    """UTF-16 that has lost its mark has a zero in every other byte of plain letters."""
    head = content[:400]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, letters = head[first::2].count(0), head[1 - first :: 2]
        if len(head) > 3 and zeros > len(head) // 4 and 0 not in letters:
            return encoding
    return "utf-8-sig"


def _delimiter(text: str) -> str:
    """What cuts the most of the first lines into as many cells as the first that it cuts, which is
    the header: a comma within a name, or within the lines of a cell, cuts it into other ones."""
    lines = [line[:LONGEST_HEAD] for line in text[:LONGEST_LINE].splitlines() if line.strip()]

    def alike(sign: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines[:HEAD], delimiter=sign) if len(row) > 1]
        return (widths.count(widths[0]), widths[0]) if widths else (0, 0)

    return max(";\t,|", key=alike)
