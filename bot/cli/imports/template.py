"""`tilik import KIND --template`: an empty file of a kind, to be filled in."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from io import BytesIO, StringIO
from pathlib import Path

from bot.cli.terminal import Echo, Say
from bot.imports.all_kinds import KINDS
from bot.imports.reading.sheets import Columns
from bot.imports.reading.tables import shown

WIDTH = 22
"""Of a column, in letters."""


def write_template(kind: str, file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already."""
    make = MADE.get(file.suffix.lower())
    if make is None:
        echo(say("sheet-template-kind", file=shown(file)), err=True)
        return 1
    try:
        with file.open("xb") as sheet:
            sheet.write(make(KINDS[kind].columns))
    except FileExistsError:
        echo(say("sheet-template-exists", file=shown(file)), err=True)
        return 1
    except OSError as error:
        reason = error.strerror or type(error).__name__
        echo(say("sheet-template-refused", file=shown(file), reason=reason), err=True)
        return 1
    echo(say(KINDS[kind].ready, file=shown(file)))
    return 0


def _csv(columns: Columns) -> bytes:
    """With semicolons and a byte order mark: so a spreadsheet set to Indonesian opens it as
    columns."""
    kept = StringIO(newline="")
    csv.writer(kept, delimiter=";").writerow(columns.titles)
    return kept.getvalue().encode("utf-8-sig")


def _workbook(columns: Columns) -> bytes:
    import xlsxwriter

    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet, bold, text = book.add_worksheet(), book.add_format(), book.add_format()
        bold.set_bold()
        text.set_num_format("@")
        for place, column in enumerate(columns.columns.values()):
            sheet.set_column(place, place, WIDTH, text if column.as_text else None)
            sheet.write_string(0, place, column.headers[0], bold)
        sheet.freeze_panes(1, 0)
    return kept.getvalue()


MADE: Mapping[str, Callable[[Columns], bytes]] = {".csv": _csv, ".xlsx": _workbook}
"""Ending -> what writes such a file."""
