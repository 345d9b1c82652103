"""A table of an office: each row one service, at one counter, of one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.tables import Row

TITLE_ROWS = 20
"""A header stands within so many rows: offices put a title and an address above it."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "unit": ("unit", "nama unit"),
    "service": ("layanan", "nama layanan", "jenis layanan", "service"),
    "counter": ("loket", "nama loket", "counter"),
    "population": (
        *("penduduk dilayani", "jumlah penduduk", "penduduk yang dilayani"),
        *("population served", "population"),
    ),
    "parent": ("unit induk", "induk", "parent unit", "parent"),
    "zone": ("zona", "zona waktu", "zone", "time zone"),
}
"""Column -> what offices may call it, in lower case; the first is what Tilik itself calls it."""
NEEDED = ("unit", "service", "counter")
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
LONGEST_NAME = 200
MOST_PEOPLE = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Stand:
    """One row: a service at a counter. What the file leaves blank is None."""

    row: int
    unit: str
    service: str
    counter: str
    population: int | None
    parent: str | None
    zone: str | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A sentence about the file: a text id and its facts."""

    text: str
    facts: Mapping[str, str | int]


class SheetWrong(Exception):
    """The file cannot be taken as it is; all that is wrong with it, row by row."""

    def __init__(self, wrongs: Sequence[Wrong]) -> None:
        super().__init__(f"{len(wrongs)} wrong")
        self.wrongs = wrongs


def read(table: Sequence[Row]) -> tuple[list[Stand], list[Wrong]]:
    """The rows that can be read as stands, and what is wrong with the others, cell by cell.

    Raises `SheetWrong` when a column is missing or there twice.
    """
    header = max(table[:TITLE_ROWS], key=lambda row: len(_places(row)[0]))
    places, wrongs = _places(header)
    missing = [COLUMNS[column][0] for column in NEEDED if column not in places]
    if missing:
        wrongs.append(Wrong("office-columns-missing", {"columns": ", ".join(missing)}))
    if wrongs:
        raise SheetWrong(wrongs)
    stands = []
    for row in table[table.index(header) + 1 :]:
        cells = {column: _cell(row, place) for column, place in places.items()}
        found = list(_wrong_cells(row.number, cells)) if any(cells.values()) else []
        wrongs += found
        if any(cells.values()) and not found:
            stands.append(_stand(row.number, cells))
    return stands, wrongs


def zone_of(typed: str) -> str | None:
    """The IANA name of a zone typed as WIB, WITA, WIT or its IANA name; None if there is none."""
    name = ZONES.get(typed.strip().upper(), typed.strip())
    try:
        return ZoneInfo(name).key if len(name) <= 40 else None
    except (LookupError, ValueError, OSError):
        return None


def same(name: str) -> str:
    """What makes two spellings one name: capital letters do not."""
    return name.casefold()


def _places(header: Row) -> tuple[dict[str, int], list[Wrong]]:
    places: dict[str, int] = {}
    twice = []
    for place, cell in enumerate(header.cells):
        name = _plain(cell)
        column = next((key for key, names in COLUMNS.items() if name in names), None)
        if column in places:
            twice.append(Wrong("office-column-twice", {"column": COLUMNS[column][0]}))
        elif column is not None:
            places[column] = place
    return places, twice


def _plain(cell: str) -> str:
    """A column's name without capitals, signs, and what stands in brackets."""
    return " ".join(re.sub(r"\(.*?\)|[_\-*:.]", " ", cell.casefold()).split())


def _cell(row: Row, place: int) -> str:
    return " ".join(row.cells[place].split()) if place < len(row.cells) else ""


def _wrong_cells(row: int, cells: Mapping[str, str]) -> Iterator[Wrong]:
    for column, cell in cells.items():
        facts: dict[str, str | int] = {"row": row, "column": COLUMNS[column][0]}
        if not cell and column in NEEDED:
            yield Wrong("office-cell-missing", facts)
        elif column == "population" and cell and _people(cell) is None:
            yield Wrong("office-population-wrong", {**facts, "value": _short(cell)})
        elif column == "zone" and cell and zone_of(cell) is None:
            yield Wrong("office-zone-wrong", {**facts, "value": _short(cell)})
        elif len(cell) > LONGEST_NAME:
            yield Wrong("office-cell-long", {**facts, "longest": LONGEST_NAME})
        elif any(not letter.isprintable() for letter in cell):
            yield Wrong("office-cell-signs", facts)


def _short(cell: str) -> str:
    kept = "".join(letter if letter.isprintable() else "?" for letter in cell)
    return kept if len(kept) <= 40 else f"{kept[:39]}…"


def _people(cell: str) -> int | None:
    """A whole number from 1, thousands parted by one kind of sign or by none."""
    if not re.fullmatch(r"[0-9]+|[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*", cell):
        return None
    number = int(re.sub(r"[., ]", "", cell)[:20])
    return number if 1 <= number <= MOST_PEOPLE else None


def _stand(row: int, cells: Mapping[str, str]) -> Stand:
    return Stand(
        row=row,
        unit=cells["unit"],
        service=cells["service"],
        counter=cells["counter"],
        population=_people(cells.get("population", "")),
        parent=cells.get("parent") or None,
        zone=zone_of(cells["zone"]) if cells.get("zone") else None,
    )
