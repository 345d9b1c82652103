"""Cells that several kinds of files have: what offices call their columns, and days."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date

from bot.imports.reading.sheets import Check, Columns, Line, Wrong, lines, same, short, wrong_cells
from bot.imports.reading.tables import Row
from models import nip as nips
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
MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            *("januari january jan", "februari february feb pebruari", "maret march mar"),
            *("april apr", "mei may", "juni june jun", "juli july jul"),
            *("agustus august agu agt aug", "september sep sept", "oktober october okt oct"),
            *("november nov nopember", "desember december des dec"),
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00:00(?::00)?)?")
_PLAIN = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WORDS = re.compile(r"(\d{1,2})[ -]([a-z]+)[ -](\d{4})")


def day_of(cell: str) -> date | None:
    """A day typed as 2026-11-02, 2/11/2026 (the day first, as in Indonesia) or 2 November 2026."""
    written = cell.strip().casefold()
    if found := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in found.groups())
    elif found := _PLAIN.fullmatch(written):
        day, month, year = (int(part) for part in found.groups())
    elif (found := _WORDS.fullmatch(written)) and found[2] in MONTHS:
        day, month, year = int(found[1]), MONTHS[found[2]], int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
