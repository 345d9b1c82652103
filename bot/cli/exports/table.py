"""Tables that leave Tilik, as XLSX and CSV. What a person typed stays text: no formula gets out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.imports.reading.tables import UnusableError, shown

Cell = str | int | Decimal | date | time | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula."""
_INNER = re.compile(r"""(?<=[,;\t\n\r])(["']*[=+\-@])""")
_NOT_XML = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
MOST_ROWS = 1_048_576
"""The rows of a workbook's sheet."""
LONGEST_CELL = 32_767
"""The letters of a workbook's cell."""
WIDTH = 18
"""Of a column, in letters."""
A4 = 9
"""As workbooks number the papers."""
EXACT = 15
"""The digits that a workbook keeps of a number."""


@dataclass(frozen=True)
class Table:
    """Lines above, a header, and rows. A str is words, whoever wrote them; None is blank."""

    titles: Sequence[str]
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    @property
    def lines(self) -> Iterable[Sequence[Cell]]:
        """All of it from top to bottom."""
        return (*([title] for title in self.titles), self.header, *self.rows)


def write(folder: Path, name: str, table: Table, *, force: bool) -> tuple[Path, Path]:
    """Write the table as XLSX and as CSV; gives the two files.

    Raises UnusableError when one is there already (unless `force`), when the folder cannot be
    written to, or when there are more rows than a sheet has.
    """
    if len(table.titles) + 1 + len(table.rows) > MOST_ROWS:
        raise UnusableError("export-too-long", count=len(table.rows))
    files = (folder / f"{name}.xlsx", folder / f"{name}.csv")
    there = [file for file in files if file.exists()]
    if there and not force:
        raise UnusableError("export-exists", file=shown(there[0]))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, written in zip(files, (_workbook, _csv), strict=True):
            part = file.with_name(f"{file.name}.part")
            written(part, table)
            part.replace(file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("export-refused", folder=shown(folder), reason=reason) from None
    return files


def guarded(words: str) -> str:
    """Words as they stand in a CSV: a ' keeps a spreadsheet from reckoning what they say.

    Also within them, after a sign at which another program's reader may cut the row.
    """
    plain = _INNER.sub(r"'\1", _clean(words))
    return f"'{plain}" if plain.startswith(FORMULA) else plain


def _clean(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words.replace("\r\n", "\n"))


def _csv(file: Path, table: Table) -> None:
    """Semicolons, decimal commas and a byte order mark, for a spreadsheet set to Indonesian."""
    with file.open("w", encoding="utf-8-sig", newline="") as sheet:
        writer = csv.writer(sheet, delimiter=";")
        writer.writerows([_written(cell) for cell in line] for line in table.lines)


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case time():
            return f"{cell:%H:%M}"
        case date():
            return cell.isoformat()
        case int():
            return str(cell)


def _workbook(file: Path, table: Table) -> None:
    import xlsxwriter

    # Row by row, so that a year of a ministry needs no more memory than a day of a village.
    with file.open("wb") as kept, xlsxwriter.Workbook(kept, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        looks = {kind: book.add_format(look) for kind, look in _LOOKS.items()}
        sheet.set_column(0, len(table.header) - 1, WIDTH)
        _set_up(sheet, header=len(table.titles), columns=len(table.header), rows=len(table.rows))
        for row, line in enumerate(table.lines):
            words = looks[bytes] if row <= len(table.titles) else None
            for column, cell in enumerate(line):
                _put(sheet, row, column, cell, looks, words)


def _set_up(sheet: Any, *, header: int, columns: int, rows: int) -> None:
    """The header stays in sight and on every page; printed it is as wide as a sheet of A4."""
    sheet.freeze_panes(header + 1, 0)
    sheet.autofilter(header, 0, header + rows, columns - 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    sheet.set_footer("&L&F&R&P / &N")


_LOOKS: dict[type, dict[str, Any]] = {
    bytes: {"bold": True},  # what stands above the rows
    date: {"num_format": "dd/mm/yyyy"},
    time: {"num_format": "hh:mm"},
}


def _put(sheet: Any, row: int, column: int, cell: Cell, looks: dict[type, Any], words: Any) -> None:
    match cell:
        case None | "":
            return
        case str():
            sheet.write_string(row, column, _clean(cell)[:LONGEST_CELL], words)
        case Decimal() if len(cell.normalize().as_tuple().digits) > EXACT:
            sheet.write_string(row, column, f"{cell:f}")
        case Decimal() | int():
            sheet.write_number(row, column, cell)
        case time():
            sheet.write_datetime(row, column, cell, looks[time])
        case date():
            sheet.write_datetime(row, column, cell, looks[date])
