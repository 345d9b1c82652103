"""Ten thousand people out of a workbook, against bare inserts of the same rows."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import xlsxwriter
from sqlalchemy import insert, select

from benchmarks.bots import now
from benchmarks.tables import table
from bot.cli.imports.kind import ImportOptions, import_kind
from bot.imports.kinds.people.rows import COLUMNS
from bot.texts import catalogue
from models.letters import Text
from models.store import Store
from models.store.engine.migrate import migrate
from models.store.schema import duties, invitations, people, posts, superiors, units
from tests import postgresql
from tests.asked import asked

MANY, FEWER, ROUNDS = 10_000, 1_000, 3
WRITTEN = (units, people, posts, superiors, duties, invitations)


def run(options: Namespace) -> None:
    """Take them in and insert them by turns, each time into an empty database; print."""
    number = FEWER if options.small else MANY
    rounds = 1 if options.small else ROUNDS
    rows = []
    with tempfile.TemporaryDirectory(prefix="tilik-bench-") as folder:
        file = _workbook(Path(folder) / "staf.xlsx", number)
        for engine in ("SQLite", "PostgreSQL"):
            with _databases(engine, Path(folder)) as empty:
                took = [_round(file, empty, number) for _ in range(rounds)]
            whole, bare = (median(times) for times in zip(*took, strict=True))
            rows.append((engine, f"{whole:.1f} s", f"{bare:.2f} s", f"{whole / bare:.1f}"))
    table(
        f"`tilik import people`, {number:,} people from XLSX into an empty store, "
        f"median of {rounds} (aim 30 s)",
        ("", "import", "bare inserts", "times"),
        rows,
    )


def _round(file: Path, empty: Any, number: int) -> tuple[float, float]:
    """Seconds of the import, and of inserting what it has written."""
    with empty() as url:
        since = perf_counter()
        code = import_kind(
            "people", file, ImportOptions(), url=url, zone="WIB", now=now(), say=_say, echo=_quiet
        )
        whole = perf_counter() - since
        assert code == 0
        rows = asked(url, lambda store: [_rows(store, one) for one in WRITTEN])
        assert len(rows[1]) == len(rows[-1]) == number
    with empty() as url:
        since = perf_counter()
        asked(url, partial(_inserted, rows=rows))
        return whole, perf_counter() - since


def _rows(store: Store, one: Any) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in store.execute(select(one))]


def _inserted(store: Store, *, rows: list[list[dict[str, Any]]]) -> None:
    for one, several in zip(WRITTEN, rows, strict=True):
        store.execute(insert(one), several)


def _workbook(file: Path, number: int) -> Path:
    days = [date(1965, 1, 1) + timedelta(days=n) for n in range(number)]
    nips = [f"{day:%Y%m%d}{day.year + 25}011001" for day in days]
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet()
        for place, title in enumerate(COLUMNS.titles[:6]):
            sheet.write_string(0, place, title)
        for row, nip in enumerate(nips):
            head = row == 0
            cells = (nip, f"Orang {row}", f"Unit {row % 50}", "Kepala" if head else "Staf")
            for place, cell in enumerate(
                (*cells, "" if head else nips[0], "kepala" if head else "")
            ):
                sheet.write_string(row + 1, place, cell)
    return file


@contextmanager
def _databases(engine: str, folder: Path) -> Iterator[Any]:
    """What gives the URL of an empty database that is up to date, again and again."""
    if engine == "SQLite":

        @contextmanager
        def empty() -> Iterator[str]:
            file = folder / f"{perf_counter()}.db"
            url = f"sqlite:///{file}"
            migrate(url)
            yield url

        yield empty
        return
    with postgresql.served() as server:

        @contextmanager
        def fresh() -> Iterator[str]:
            with server.database() as url:
                migrate(url)
                yield url

        yield fresh


def _say(text: str, /, **facts: Any) -> str:
    return catalogue().plain("id", Text(text, facts))


def _quiet(message: str, /, *, err: bool = False) -> None:
    assert not err, message
