"""Tables that leave Tilik, as XLSX and CSV. What a person typed stays text: no formula gets out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from bot.imports.reading.tables import UnusableError, shown
from bot.render.workbook import HEAD, READ, set_up, widths

Cell = str | int | Decimal | date | time | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula."""
_INNER = re.compile(r"""(?<=[,;\t\n\r])(["']*[=+\-@])""")
_NOT_XML = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
MOST_ROWS = 1_048_576
"""The rows of a workbook's sheet."""
LONGEST_CELL = 32_767
"""The letters of a workbook's cell."""
EXACT = 15
"""The digits that a workbook keeps of a number."""


@dataclass(frozen=True)
class Table:
    """Lines above, a header, and rows. A str is words, whoever wrote them; None is blank.

    A workbook's sheet also has a name, what stands at each page's foot (`page`), and, below the
    rows, where it is signed: lines.
    """

    name: str
    page: str
    titles: Sequence[str]
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    signed: Sequence[str] = ()

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


def as_csv(lines: Iterable[Sequence[Cell]]) -> str:
    """Semicolons and decimal commas, for a spreadsheet set to Indonesian."""
    sheet = StringIO(newline="")
    csv.writer(sheet, delimiter=";").writerows([_written(cell) for cell in line] for line in lines)
    return sheet.getvalue()


def _csv(file: Path, table: Table) -> None:
    file.write_text(as_csv(table.lines), "utf-8-sig", newline="")


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
        book.set_properties({"title": " ".join(table.titles)})
        sheet = book.add_worksheet(table.name)
        looks = {kind: book.add_format(look) for kind, look in _LOOKS.items()}
        header, last = len(table.titles), len(table.header) - 1
        set_up(sheet, header=header, footer=table.page)
        sheet.autofilter(header, 0, header + len(table.rows), last)
        shown = ([_written(cell) for cell in row] for row in table.rows[:READ])
        for column, wide in enumerate(widths(table.header, shown)):
            sheet.set_column(column, column, wide)
        for row, line in enumerate(table.lines):
            words = looks["row" if row > header else "header" if row == header else "title"]
            for column, cell in enumerate(line):
                _put(sheet, row, column, cell, looks, words)
        for row, said in enumerate(table.signed, header + len(table.rows) + 2):
            sheet.write_string(row, max(0, last - SIGNED_FROM_THE_RIGHT), _clean(said))


SIGNED_FROM_THE_RIGHT = 4
"""So many columns from the last one it is signed."""
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "header": HEAD,
    "row": {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C3CBD2"},
}
_LOOKS["day"] = {**_LOOKS["row"], "num_format": "dd/mm/yyyy", "align": "left"}
_LOOKS["time"] = {**_LOOKS["row"], "num_format": "hh:mm", "align": "left"}


def _put(sheet: Any, row: int, column: int, cell: Cell, looks: dict[str, Any], words: Any) -> None:
    match cell:
        case None | "":
            sheet.write_blank(row, column, None, words)
        case str():
            sheet.write_string(row, column, _clean(cell)[:LONGEST_CELL], words)
        case Decimal() if len(cell.normalize().as_tuple().digits) > EXACT:
            sheet.write_string(row, column, f"{cell:f}", words)
        case Decimal() | int():
            sheet.write_number(row, column, cell, words)
        case time():
            sheet.write_datetime(row, column, cell, looks["time"])
        case date():
            sheet.write_datetime(row, column, cell, looks["day"])
