"""What the cells of several kinds of files say: numbers of people, days, zones, chosen words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.imports.reading.columns import CellWrong, Edge, SheetColumn, column, same, short
from bot.imports.reading.day_columns import UNTIL
from bot.imports.reading.headers import NAME, NIP, TO, ZONE
from bot.imports.reading.tables import UnusableError
from models import nip
from models.dates import day_of
from models.letters import Text

T = TypeVar("T")
OPEN_ENDED = frozenset(
    (
        *("sekarang", "saat ini", "kini", "seterusnya", "selesai", "now", "present", "open"),
        *("ada pejabat definitif", "terisi pejabat definitif", "dilantik pejabat definitif"),
        *("ditetapkan pejabat definitif", "pejabat definitif", "belum ditentukan", "dicabut"),
        *("batas waktu yang belum ditentukan", "ada ketentuan lebih lanjut", "pensiun"),
    )
)
"""What is written for a last day that nobody knows yet, behind "sampai dengan"."""
EARLIEST, LATEST = date(1950, 1, 1), date(2199, 12, 31)
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


def day(cell: str) -> date:
    """A day within reason."""
    found = day_of(cell)
    if found is None:
        raise CellWrong(Text("sheet-day-wrong", {"value": short(cell)}))
    if not EARLIEST <= found <= LATEST:
        raise CellWrong(Text("sheet-day-far", {"value": short(cell)}))
    return found


def until(cell: str) -> date | None:
    """The same, or nobody knows yet until when: "ada pejabat definitif"."""
    return None if same(UNTIL.sub("", cell)) in OPEN_ENDED else day(cell)


def number_of_person(cell: str) -> str:
    """A nip, without blanks and dots."""
    try:
        nip.parse(cell)
    except nip.NotNip as reason:
        raise CellWrong(reason.why) from None
    return nip.normalised(cell)


def zone_of(typed: str) -> str | None:
    """The IANA name of a zone typed as WIB, WITA, WIT or its IANA name; None if there is none."""
    name = ZONES.get(typed.strip().upper(), typed.strip())
    try:
        return ZoneInfo(name).key if len(name) <= 40 else None
    except (LookupError, ValueError, OSError):
        return None


def chosen_zone(typed: str) -> str:
    """The zone given with a command, as an IANA name; raises UnusableError for no zone."""
    chosen = zone_of(typed)
    if chosen is None:
        raise UnusableError("office-zone-unknown", value=typed)
    return chosen


def read_by(read: Callable[[str], T | None], text: str) -> Callable[[str], T]:
    """Reads by `read`; the sentence `text` is said where that gives None."""

    def value(cell: str) -> T:
        found = read(cell)
        if found is None:
            raise CellWrong(Text(text, {"value": short(cell)}))
        return found

    return value


def chosen(words: Mapping[str, T], text: str) -> Callable[[str], T]:
    """Reads one of these words; the sentence `text` is said of any other."""

    def read(cell: str) -> T:
        if same(cell) not in words:
            raise CellWrong(Text(text, {"value": short(cell)}))
        return words[same(cell)]

    return read


def several(cell: str) -> tuple[str, ...]:
    """Names parted by semicolons, each once."""
    return tuple(dict.fromkeys(name for part in cell.split(";") if (name := part.strip())))


def of_person(headers: tuple[str, ...] = NIP, *, filled: bool = False) -> SheetColumn:
    """The column of a person's nip."""
    return column(headers, number_of_person, filled=filled, as_text=True)


def name_beside() -> SheetColumn:
    """The column of the name that stands beside a number, to compare it with whose that is."""
    return column(NAME, beside=True)


def days(headers: tuple[str, ...], edge: Edge, **other: bool) -> SheetColumn:
    """A column of days; `edge` says which day is meant by a month."""
    return column(headers, day, day=edge, **other)


def days_until(headers: tuple[str, ...] = TO) -> SheetColumn:
    """A column of last days, which nobody may know yet."""
    return column(headers, until, day="last")


def in_zone(headers: tuple[str, ...] = ZONE) -> SheetColumn:
    """The column of a time zone, as an IANA name."""
    return column(headers, read_by(zone_of, "sheet-zone-wrong"))
