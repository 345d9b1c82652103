"""Reads the sheets of a workbook in a process of its own, with little memory and time.

A workbook of a few bytes can claim a cell in the last row and column, and a reader then makes room
for all between: what is killed for that must not be Tilik. A text can stand in it once and be shown
by a million cells, so what goes back is bounded too, cell by cell and in all. Run as a program: the
file comes on stdin, its sheets go to stdout as lines of JSON, for each first what is said of it,
then its rows, each `[number, [cell, ...]]`; what it returns is said below.

Pages with tables and the XML of Excel 2003, which are called .xls too, are read here as well. Of a
hidden sheet only its name is told.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal, NoReturn

from bot.imports.reading.markup import html_sheets, is_html, is_xml, xml_sheets
from bot.imports.reading.raw import Numbered, RawSheet, with_merges
from bot.imports.reading.xls_parts import xls_marks
from bot.imports.reading.xlsx_parts import SheetMarks, marks_of

MEMORY, SECONDS = 1_000_000_000, 30
LONGEST_CELL = 5_000
"""Letters of a cell that are read: more than any column takes, and so more is never needed."""
MOST_BACK, PER_CELL = 60_000_000, 15
"""Characters of all rows together as JSON, and so many more for each cell, of a file whose rows are
counted: 50,000 rows of thirty cells have room."""
MOST_SHEETS = 30
"""Sheets that are looked at."""
XLS = b"\xd0\xcf\x11\xe0"
"""How an XLS begins, and an XLSX with a password."""
WHOLE = 2**53
"""From here on a spreadsheet's numbers lose their last digits."""
Why = Literal["broken", "heavy", "locked"]
CODES: dict[Why, int] = {"broken": 3, "heavy": 4, "locked": 5}


class UnreadWorkbook(Exception):
    """It could not be read: it is no workbook, takes more room than any table of an office, or
    asks for a password."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet that was read: rows that have anything in them, by their number; places of columns
    and numbers of rows that are hidden."""

    name: str
    hidden: bool
    rows: list[Numbered]
    hidden_rows: frozenset[int]
    hidden_columns: Sequence[int]


def sheets(content: bytes, *, most: int | None) -> list[WorkbookSheet]:
    """The sheets of a workbook; of all together one row more than `most` at the most. Raises
    `UnreadWorkbook`."""
    command = [sys.executable, "-P", "-m", __name__, str(most or 0)]
    ran = subprocess.run(command, input=content, capture_output=True, check=False)  # noqa: S603
    if ran.returncode:
        raise UnreadWorkbook(next((w for w, n in CODES.items() if n == ran.returncode), "heavy"))
    found: list[WorkbookSheet] = []
    for line in map(json.loads, ran.stdout.splitlines()):
        if isinstance(line, dict):
            found.append(WorkbookSheet(**{**line, "hidden_rows": frozenset(line["hidden_rows"])}))
        else:
            found[-1].rows.append((line[0], line[1]))
    return found


def is_workbook(content: bytes) -> bool:
    """Whether it begins as XLSX and ODS, or the older XLS, or is a table in markup; the name's
    ending is not to be trusted."""
    return content.startswith((b"PK\x03\x04", XLS)) or _is_markup(content)


def _is_markup(content: bytes) -> bool:
    return is_xml(content) or is_html(content)


def main() -> None:
    """Read, and tell what was read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content, most = sys.stdin.buffer.read(), int(sys.argv[1])
    try:
        if is_xml(content):
            _tell(xml_sheets(content), most)
        elif is_html(content):
            _tell(html_sheets(content), most)
        else:
            _tell(_of_workbook(content), most)
    except ValueError:
        _ends("broken")


def _ends(why: Why) -> NoReturn:
    sys.exit(CODES[why])


def _tell(found: Iterable[RawSheet], most: int) -> None:
    """Write the sheets to stdout; of one for which there is no more room only its name, the first
    that has rows must have it."""
    back, rows, told, out = 0, 0, False, sys.stdout.buffer
    for _, one in zip(range(MOST_SHEETS), found, strict=False):
        lines, over = [_head(one)], False
        for number, cells in one.rows if not one.hidden else ():
            kept = [cell[:LONGEST_CELL] for cell in cells]
            lines.append(json.dumps([number, kept], ensure_ascii=False).encode())
            back, rows = back + len(lines[-1]) + PER_CELL * len(cells), rows + 1
            if over := bool(most) and (back > MOST_BACK or rows > most):
                break
        if over and back > MOST_BACK and not told:
            _ends("heavy")
        out.write(b"\n".join(lines[:1] if over and told else lines) + b"\n")
        told = told or len(lines) > 1


def _head(one: RawSheet) -> bytes:
    said: dict[str, Any] = {"name": one.name[:100], "hidden": one.hidden, "rows": []}
    said["hidden_rows"] = sorted(one.hidden_rows)
    said["hidden_columns"] = list(one.hidden_columns)[:200]
    return json.dumps(said, ensure_ascii=False).encode()


def _of_workbook(content: bytes) -> Iterator[RawSheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        marks = xls_marks(content) if content.startswith(XLS) else marks_of(content)
        for number, one in enumerate(book.sheets_metadata):
            if str(one.typ).endswith("WorkSheet"):
                hidden = not str(one.visible).endswith(".Visible")
                if hidden:
                    yield RawSheet(one.name, hidden=True)
                    continue
                sheet = book.get_sheet_by_index(number)
                yield _sheet(one.name, sheet, marks.get(one.name, SheetMarks()))
    except PasswordError:
        _ends("locked")
    except CalamineError:
        _ends("locked" if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k" in content else "broken")


def _sheet(name: str, sheet: Any, marks: SheetMarks) -> RawSheet:
    start = (sheet.start or (0, 0))[1]
    merged = [(a + 1, b, c + 1, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
    return RawSheet(
        name,
        rows=with_merges(_cells(sheet.iter_rows(), start, marks), merged),
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=sorted(marks.hidden_columns),
    )


def _cells(
    table: Iterable[Sequence[object]], start: int, marks: SheetMarks
) -> Iterator[Numbered]:
    """The rows, with what they show; the table begins at the place `start`."""
    for number, row in enumerate(table, start=1):
        cells = [""] * start
        for at, cell in enumerate(row, start):
            failed = marks.failed.get((number, at))
            is_percent = (number, at) in marks.percents
            cells.append(failed or (_percent(cell) if is_percent else _written(cell)))
        yield number, cells


def _percent(cell: object) -> str:
    """A share as the percent that a person sees."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return _written(cell)
    return f"{cell * 100:.12g}%"


def _written(cell: object) -> str:
    """A cell as a person sees it: a workbook keeps the answer 3 as 3.0, and 0.3 in 17 digits.

    Three decimals become four, so that no reader takes 1.125 for a thousand; a number too long to
    be kept whole stays in powers of ten, so that nobody takes what is left of it for all of it.
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)[:LONGEST_CELL]
    if abs(cell) < WHOLE and cell == int(cell):
        return str(int(cell))
    written = f"{cell:.15g}" if abs(cell) < WHOLE else repr(float(cell))
    return f"{written}0" if re.fullmatch(r"-?[0-9]+\.[0-9]{3}", written) else written


if __name__ == "__main__":
    main()
