"""What the reader of workbooks does not tell of an XLS of 1997 to 2003: the same marks of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from bot.imports.reading.xlsx_parts import UNSHOWN, SheetMarks

NUMBER, ERROR = 2, 5
"""The kinds of cells, by their numbers in xlrd."""


def xls_marks(content: bytes) -> Mapping[str, SheetMarks]:
    """The marks of each sheet by its name; none where a second reader cannot make it out."""
    import xlrd

    try:
        silent = StringIO()
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=silent)
        return {sheet.name: _marks(book, sheet) for sheet in book.sheets() if not sheet.visibility}
    except MemoryError:
        raise
    except Exception:  # It checks little of what it reads, and breaks in any way.
        return {}


def _marks(book: Any, sheet: Any) -> SheetMarks:
    percents = frozenset(_percent_styles(book))
    marks = SheetMarks()
    marks.hidden_rows.update(at + 1 for at, row in sheet.rowinfo_map.items() if row.hidden)
    marks.hidden_columns.update(at for at, one in sheet.colinfo_map.items() if one.hidden)
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if cell.ctype == ERROR:
                marks.failed[row + 1, column] = _shown(cell.value)
            elif cell.ctype == NUMBER and cell.xf_index in percents:
                marks.percents.add((row + 1, column))
    return marks


def _percent_styles(book: Any) -> Iterator[int]:
    for number, style in enumerate(book.xf_list):
        known = book.format_map.get(style.format_key)
        if known is not None and "%" in UNSHOWN.sub("", known.format_str):
            yield number


def _shown(code: int) -> str:
    import xlrd

    return str(xlrd.error_text_from_code.get(code, "#N/A"))
