"""Tables as offices keep them: CSV out of any spreadsheet program, or a workbook's first sheet."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

HEAD = 5
"""So many lines are looked at to see what cuts a text into cells."""
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How XLSX and ODS, and the older XLS, begin. The name's ending is not to be trusted."""
WHOLE = 2**53
"""From here on a spreadsheet's numbers lose their last digits."""


class UnusableError(Exception):
    """What a person gave cannot be used. `text` is the id of the sentence that says why."""

    def __init__(self, text: str, /, **facts: str | int | Decimal) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is the row's own in the file, from 1; cells are stripped text, "" when blank."""

    number: int
    cells: tuple[str, ...]


def rows(file: Path) -> list[Row]:
    """The rows of a table that have anything in them.

    CSV may be cut by comma, semicolon or tab, in UTF-8, UTF-16 with its mark, or Windows-1252.
    Raises UnusableError when the file is missing, is no table, or is empty.
    """
    content = _content(file)
    read = _of_workbook if content.startswith(WORKBOOKS) else _of_text
    numbered = (
        Row(number, tuple(cell.strip() for cell in cells))
        for number, cells in enumerate(read(content, file), start=1)
    )
    found = [row for row in numbered if any(row.cells)]
    if not found:
        raise UnusableError("table-empty", file=shown(file))
    return found


def shown(file: Path) -> str:
    """The file's name as it can be printed, whatever bytes it is made of."""
    return str(file).encode("utf-8", "replace").decode("utf-8")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise UnusableError("table-missing", file=shown(file)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("table-closed", file=shown(file), reason=reason) from None


def _of_workbook(content: bytes, file: Path) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
        return [[_written(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except CalamineError:
        raise UnusableError("table-broken", file=shown(file)) from None


def _written(cell: object) -> str:
    """A cell as a person sees it: a workbook keeps the answer 3 as 3.0, and 0.3 in 17 digits.

    Three decimals become four, so that no reader takes 1.125 for a thousand; a number too long to
    be kept whole stays in powers of ten, so that nobody takes what is left of it for all of it.
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)
    if abs(cell) < WHOLE and cell == int(cell):
        return str(int(cell))
    written = f"{cell:.15g}" if abs(cell) < WHOLE else repr(float(cell))
    return f"{written}0" if re.fullmatch(r"-?[0-9]+\.[0-9]{3}", written) else written


def _of_text(content: bytes, file: Path) -> Iterator[list[str]]:
    text = _decoded(content)
    if text is None or "\0" in text:
        raise UnusableError("table-broken", file=shown(file))
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    except csv.Error:
        raise UnusableError("table-broken", file=shown(file)) from None


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
    first = [line for line in text.splitlines() if line.strip()][:HEAD]

    def widest(sign: str) -> int:
        return max((len(row) for row in csv.reader(first, delimiter=sign)), default=0)

    return max(";\t,", key=widest)
