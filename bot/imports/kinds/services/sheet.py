"""A table of an office: each row one service, at one counter, of one unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.imports.reading.sheets import (
    Columns,
    Line,
    Wrong,
    lines,
    short,
    wrong_cells,
    wrong_zone,
    zone_of,
)
from bot.imports.reading.tables import Row
from models.letters import Text

COLUMNS = Columns(
    names={
        "unit": ("unit", "nama unit", "unit kerja"),
        "service": ("layanan", "nama layanan", "jenis layanan", "service"),
        "counter": ("loket", "nama loket", "counter"),
        "population": (
            *("penduduk dilayani", "jumlah penduduk", "penduduk yang dilayani"),
            *("population served", "population"),
        ),
        "parent": ("unit induk", "induk", "parent unit", "parent"),
        "zone": ("zona", "zona waktu", "zone", "time zone"),
    },
    needed=("unit", "service", "counter"),
    filled=("unit", "service", "counter"),
)
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


def read(table: Sequence[Row]) -> tuple[list[Stand], list[Wrong]]:
    """The rows that can be read as stands, and what is wrong with the others, cell by cell.

    Raises `SheetWrong` when a column is missing or there twice.
    """
    stands, wrongs = [], []
    for line in lines(table, COLUMNS):
        found = list(wrong_cells(line, COLUMNS, CHECKS))
        wrongs += found
        if not found:
            stands.append(_stand(line))
    return stands, wrongs


def _wrong_population(cell: str) -> Text | None:
    return None if _people(cell) else Text("office-population-wrong", {"value": short(cell)})


CHECKS = {"population": _wrong_population, "zone": wrong_zone}


def _people(cell: str) -> int | None:
    """A whole number from 1, thousands parted by one kind of sign or by none."""
    if not re.fullmatch(r"[0-9]+|[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*", cell):
        return None
    number = int(re.sub(r"[., ]", "", cell)[:20])
    return number if 1 <= number <= MOST_PEOPLE else None


def _stand(line: Line) -> Stand:
    zone = line.of("zone")
    return Stand(
        row=line.row,
        unit=line.cells["unit"],
        service=line.cells["service"],
        counter=line.cells["counter"],
        population=_people(line.of("population") or ""),
        parent=line.of("parent"),
        zone=zone_of(zone) if zone else None,
    )
