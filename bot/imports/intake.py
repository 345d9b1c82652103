"""How a file of an office goes in: all of it or nothing, tried first if wanted, said in words."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Collection, Sequence
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import TypeVar

from bot.channels import LOUD
from bot.cli.terminal import Echo, Say
from bot.imports.reading.sheets import Columns, SheetWrong, Wrong, zone_of
from bot.imports.reading.tables import Row, UnusableError, content, rows, shown
from bot.outbound.file_source import MOST
from models.letters import Text
from models.store import Store
from models.store.engine.database import StoreAway, opened
from models.store.engine.migrate import current, migrate
from models.store.oversight.trail import undone
from models.store.people import people

R = TypeVar("R")
NAMED_WRONGS = 50
"""So many sentences are printed about a file, the rest is counted."""
MOST_ROWS = 50_000
"""Rows of a file that are taken at once."""
WIDTH = 22
"""Of a column in a template, in letters."""


def taken_in(work: Callable[[], R], show: Callable[[R], str], *, say: Say, echo: Echo) -> int:
    """Do the work and print what it made; the exit code, 1 with sentences on stderr."""
    try:
        made = work()
    except UnusableError as reason:
        echo(say(reason.text, **reason.facts), err=True)
    except SheetWrong as found:
        _complain(found.wrongs, say, echo)
    except (StoreAway, OSError):
        echo(say("office-database-away"), err=True)
    else:
        echo(show(made))
        return 0
    return 1


def chosen_zone(typed: str) -> str:
    """The zone given with a command, as an IANA name; raises UnusableError for no zone."""
    chosen = zone_of(typed)
    if chosen is None:
        raise UnusableError("office-zone-unknown", value=typed)
    return chosen


def hours() -> int:
    """How long a joining code is valid."""
    return int(people.VALID.total_seconds() // 3600)


def content_of(file: Path) -> bytes:
    """What is in the file; raises UnusableError, also where it is too large."""
    return content(file, most=MOST)


def table_of(file: Path, *, empty: str) -> list[Row]:
    """The file's rows; raises UnusableError, or `SheetWrong` with the text `empty`."""
    try:
        return rows(file, most=MOST_ROWS)
    except UnusableError as reason:
        if reason.text == "table-empty":
            raise SheetWrong([Wrong(Text(empty))]) from None
        raise


def written(url: str, job: Callable[[Store], R], *, dry_run: bool) -> R:
    """What the job gives, over a database brought up to date; a dry run takes back what it wrote.

    Raises what the job raises, or `StoreAway`. Call it outside a running loop.
    """
    if not reached(url):
        raise StoreAway
    migrate(url)
    return asked(url, partial(_tried, job) if dry_run else job)


def _tried(job: Callable[[Store], R], store: Store) -> R:
    with undone(store):
        return job(store)


def read(url: str, job: Callable[[Store], R]) -> R:
    """What the job reads; raises what it raises, `StoreAway`, or UnusableError before migration."""
    if not reached(url):
        raise StoreAway
    if not current(url):
        raise UnusableError("run-not-migrated")
    return asked(url, job)


def asked(url: str, job: Callable[[Store], R]) -> R:
    """What the job gives, in a transaction of its own; raises what it raises, or `StoreAway`."""

    async def run() -> R:
        database = opened(url, loud=LOUD)
        try:
            return await database.run(job)
        finally:
            await database.close()

    return asyncio.run(run())


def reached(url: str) -> bool:
    """Whether the database can be opened at all."""
    try:
        asked(url, lambda store: None)
    except (StoreAway, OSError):
        return False
    return True


def write_empty(
    file: Path, columns: Columns, *, ready: str, say: Say, echo: Echo, as_text: Collection[str] = ()
) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already.

    A CSV has semicolons and a byte order mark: so a spreadsheet set to Indonesian opens it as
    columns. In a workbook the columns `as_text` keep long numbers whole. `ready` is what is said.
    """
    made = {".csv": _csv, ".xlsx": _workbook}.get(file.suffix.lower())
    if made is None:
        echo(say("sheet-template-kind", file=shown(file)), err=True)
        return 1
    try:
        with file.open("xb") as sheet:
            sheet.write(made(columns, as_text))
    except FileExistsError:
        echo(say("sheet-template-exists", file=shown(file)), err=True)
        return 1
    except OSError as error:
        reason = error.strerror or type(error).__name__
        echo(say("sheet-template-refused", file=shown(file), reason=reason), err=True)
        return 1
    echo(say(ready, file=shown(file)))
    return 0


def _csv(columns: Columns, as_text: Collection[str]) -> bytes:
    kept = StringIO(newline="")
    csv.writer(kept, delimiter=";").writerow(columns.titles)
    return kept.getvalue().encode("utf-8-sig")


def _workbook(columns: Columns, as_text: Collection[str]) -> bytes:
    import xlsxwriter

    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet, bold, text = book.add_worksheet(), book.add_format(), book.add_format()
        bold.set_bold()
        text.set_num_format("@")
        for place, column in enumerate(columns.names):
            sheet.set_column(place, place, WIDTH, text if column in as_text else None)
            sheet.write_string(0, place, columns.title(column), bold)
        sheet.freeze_panes(1, 0)
    return kept.getvalue()


def _complain(wrongs: Sequence[Wrong], say: Say, echo: Echo) -> None:
    for wrong in wrongs[:NAMED_WRONGS]:
        why = in_words(wrong.why, say)
        if wrong.row:
            why = say("sheet-cell", row=wrong.row, column=wrong.column, why=why)
        echo(why, err=True)
    if (more := len(wrongs) - NAMED_WRONGS) > 0:
        echo(say("sheet-more-wrong", count=more), err=True)
    echo(say("sheet-nothing-written"), err=True)


def in_words(text: Text, say: Say) -> str:
    """A text of the catalogue, said with its facts."""
    return say(text.id, **text.facts)
