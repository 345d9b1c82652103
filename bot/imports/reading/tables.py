"""Tables as offices keep them: CSV out of any spreadsheet program, or a workbook's first sheet."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

from bot.imports.reading.workbook import LONGEST_CELL, MOST_BACK, PER_CELL, UnreadWorkbook, sheet
from bot.outbound.file_source import MOST_BYTES
from models.letters import Text
from models.refused import Refused

HEAD = 5
"""So many lines are looked at to see what cuts a text into cells."""
LONGEST_LINE = 1_000_000
"""Letters in a line of a text whose rows are counted: cut into cells, it takes a hundred times the
room."""
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How XLSX and ODS, and the older XLS, begin. The name's ending is not to be trusted."""


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


def rows(file: Path, *, most: int | None = None) -> list[Row]:
    """The rows of a table that have anything in them.

    CSV may be cut by comma, semicolon or tab, in UTF-8, UTF-16 with its mark, or Windows-1252.
    Raises UnusableError when the file is missing, is no table, is empty, or has more than `most`.
    """
    found = content(file, most=None if most is None else MOST_BYTES)
    return rows_of(found, shown(file), most=most)


def rows_of(written: bytes, name: str, *, most: int | None = None) -> list[Row]:
    """The rows of a table as `rows` gives them; `name` is what the file is called. It takes its
    time: not in a running loop's thread. Raises UnusableError."""
    if most is not None and len(written) > MOST_BYTES:
        raise UnusableError("table-large", file=name, most=MOST_BYTES // 10**6)
    read = _of_workbook if written.startswith(WORKBOOKS) else _of_text
    found, room = list[Row](), MOST_BACK
    for number, cells in read(written, name, most):
        stripped = tuple(cell[:LONGEST_CELL].strip() for cell in cells)
        room -= sum(map(len, stripped)) + PER_CELL * len(stripped)
        if most is not None and room < 0:
            raise UnusableError("table-heavy", file=name)
        if any(stripped):
            found.append(Row(number, stripped))
        if most is not None and len(found) > most:
            raise UnusableError("table-long", file=name, most=most)
    if not found:
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


def _of_workbook(content: bytes, name: str, most: int | None) -> list[tuple[int, list[str]]]:
    try:
        return sheet(content, most=most)
    except UnreadWorkbook as wrong:
        text = "table-broken" if wrong.why == "broken" else "table-heavy"
        raise UnusableError(text, file=name) from None


def _of_text(content: bytes, name: str, most: int | None) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(content)
    if text is None or "\0" in text:
        raise UnusableError("table-broken", file=name)
    lines = StringIO(text, newline="")
    if most is not None and any(len(line) > LONGEST_LINE for line in lines):
        raise UnusableError("table-heavy", file=name)
    lines.seek(0)
    try:
        yield from enumerate(csv.reader(lines, delimiter=_delimiter(text)), 1)
    except csv.Error:
        raise UnusableError("table-broken", file=name) from None


def _decoded(content: bytes) -> str | None:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "windows-1252"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """What cuts one of the first lines into the most cells: a title above the header has none,
    and a decimal comma is not in a header."""
    first = [line for line in text[:LONGEST_LINE].splitlines() if line.strip()][:HEAD]

    def widest(sign: str) -> int:
        return max((len(row) for row in csv.reader(first, delimiter=sign)), default=0)

    return max(";\t,", key=widest)
