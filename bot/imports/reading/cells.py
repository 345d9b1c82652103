"""Cells that several kinds of files have: what offices call their columns, and days."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date

from bot.imports.reading.sheets import Check, Columns, Line, Wrong, lines, same, short, wrong_cells
from bot.imports.reading.tables import Row
from models import nip as nips
from models.dates import day_of
from models.letters import Text

NIP = ("NIP", "nip baru", "nip pegawai", "n i p")
SUPERIOR = ("NIP atasan", "nip atasan langsung", "nip pejabat penilai", "superior nip")
UNIT = ("unit kerja", "unit", "nama unit", "opd", "unit organisasi")
PARENT = ("unit induk", "induk", "parent unit", "parent")
ZONE = ("zona waktu", "zona", "zone", "time zone")
FROM = ("mulai", "tmt", "tmt jabatan", "mulai tanggal", "tanggal mulai", "terhitung mulai", "from")
TO = ("sampai", "sampai tanggal", "tanggal selesai", "selesai", "berakhir", "s.d.", "to", "until")
EARLIEST, LATEST = date(1950, 1, 1), date(2199, 12, 31)
NOTHING = ("-", "–", "tidak ada", "none")
"""What is written where somebody means that there is nothing, and has not only left it blank."""


def wrong_day(cell: str) -> Text | None:
    """What is wrong with a day, or None."""
    day = day_of(cell)
    if day is None:
        return Text("sheet-day-wrong", {"value": short(cell)})
    return None if EARLIEST <= day <= LATEST else Text("sheet-day-far", {"value": short(cell)})


def wrong_nip(cell: str) -> Text | None:
    """What is wrong with a nip, or None."""
    try:
        nips.parse(cell)
    except nips.NotNip as reason:
        return reason.why
    return None


def chosen(words: Mapping[str, str], text: str) -> Check:
    """A check that the cell is one of these words, with the sentence that is said if not."""

    def check(cell: str) -> Text | None:
        return None if same(cell) in words else Text(text, {"value": short(cell)})

    return check


def read_lines(
    table: Iterable[Row], columns: Columns, checks: Mapping[str, Check], wrongs: list[Wrong]
) -> Iterator[Line]:
    """The rows that are right cell by cell, and begin before they end; what is wrong with the
    others goes into `wrongs`. Raises `SheetWrong` when a column is missing or there twice."""
    for line in lines(list(table), columns):
        found = list(wrong_cells(line, columns, checks))
        if not found and _ends_early(line):
            found.append(Wrong(Text("sheet-day-order"), line.row, columns.title("last")))
        wrongs += found
        if not found:
            yield line


def _ends_early(line: Line) -> bool:
    first, last = day_in(line, "first"), day_in(line, "last")
    return first is not None and last is not None and last < first


def day_in(line: Line, column: str) -> date | None:
    """The day in a cell that was checked; None where it is blank."""
    cell = line.of(column)
    return day_of(cell) if cell else None


def twice(keyed: Iterable[tuple[int, Hashable]], text: str, column: str) -> Iterator[Wrong]:
    """What only one row may have, and a later one has too: row and what it has."""
    first: dict[Hashable, int] = {}
    for row, key in keyed:
        earlier = first.setdefault(key, row)
        if earlier != row:
            yield Wrong(Text(text, {"first": earlier}), row, column)
