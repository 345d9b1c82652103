"""`tilik office calendar add-year`, `number` and `ramadan`: what holds for a whole year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from bot.cli.office.calendars import day_given, stamp_of, words_of
from bot.cli.office.saying import done, say
from bot.config import Settings
from bot.imports.reading.tables import Row, UnusableError, rows
from models.dates import day_of
from models.decrees import JOINT, NATIONAL, DecreedDay, Kind, packaged_decrees
from models.letters import Fact, Text
from models.refused import Refused
from models.schedule import Ramadan
from models.store import Store
from models.store.rules import decrees

COLUMNS = ("tanggal", "jenis", "nama")
MOST = 100
_KINDS: dict[str, Kind] = {"libur_nasional": NATIONAL, "cuti_bersama": JOINT}
_HOUR = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


def year_added(file: Path, *, decree: str, now: datetime) -> int:
    """Take in a year's decree out of a table, CSV or XLSX: `tanggal`, `jenis`, `nama`.

    All or nothing; what is wrong is named with its row and column.
    """

    def job(store: Store, chosen: Settings) -> list[str]:
        given = list(_given(_table(file)))
        year = decrees.add_year(store, given, decree=words_of(decree), stamp=stamp_of(chosen, now))
        return [say(Text("calendar-year-added", {"year": str(year), "days": len(given)}))]

    return done(job)


def numbered(year: int, words: str, *, now: datetime) -> int:
    """Fill in the number of a packaged year's decree."""

    def job(store: Store, chosen: Settings) -> list[str]:
        if year not in packaged_decrees():
            raise Refused(Text("calendar-not-packaged", {"year": str(year)}))
        decrees.set_number(store, year, words_of(words), stamp=stamp_of(chosen, now))
        return [say(Text("calendar-numbered", {"year": str(year), "number": words_of(words)}))]

    return done(job)


def ramadan_set(first: str, last: str, *, until: str, now: datetime) -> int:
    """Set when a Ramadan is and when its office days end."""

    def job(store: Store, chosen: Settings) -> list[str]:
        found = _HOUR.fullmatch(until.strip())
        if found is None:
            raise Refused(Text("ramadan-hour"))
        ends = time(int(found[1]), int(found[2]))
        one = Ramadan(day_given(first), day_given(last), ends)
        decrees.set_ramadan(store, one, stamp=stamp_of(chosen, now))
        facts: dict[str, Fact] = {"first": one.first, "last": one.last}
        facts["hour"] = f"{ends:%H.%M}"
        return [say(Text("libur-ramadan", facts))]

    return done(job)


def _table(file: Path) -> list[Row]:
    try:
        return rows(file, most=MOST)
    except UnusableError as no:
        raise Refused(Text(no.text, no.facts)) from None


def _given(table: list[Row]) -> Iterator[DecreedDay]:
    head = [cell.casefold() for cell in table[0].cells]
    missing = [name for name in COLUMNS if name not in head]
    if missing:
        raise Refused(Text("calendar-columns", {"names": ", ".join(missing)}))
    for row in table[1:]:
        cells = dict(zip(head, row.cells, strict=False))
        day, kind = day_of(cells.get("tanggal", "")), _KINDS.get(cells.get("jenis", ""))
        name = cells.get("nama", "")
        wrong = "tanggal" if day is None else "jenis" if kind is None else "nama"
        if day is None or kind is None or not 0 < len(name) <= 200:
            raise Refused(Text("calendar-row", {"row": row.number, "column": wrong}))
        yield DecreedDay(day, kind, name)
