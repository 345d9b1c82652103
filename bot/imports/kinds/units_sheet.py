"""A table of units: each row one of them, and what is above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.imports.kinds.services.checks import circles
from bot.imports.reading.cells import (
    FROM,
    NOTHING,
    PARENT,
    UNIT,
    ZONE,
    chosen,
    day_in,
    read_lines,
    twice,
    wrong_day,
)
from bot.imports.reading.sheets import Columns, Line, SheetWrong, Wrong, same, wrong_zone, zone_of
from bot.imports.reading.tables import Row
from models.letters import Text

COLUMNS = Columns(
    names={
        "unit": UNIT,
        "parent": PARENT,
        "zone": ZONE,
        "week": ("hari kerja", "jumlah hari kerja", "working days", "week"),
        "first": FROM,
        "closed": ("tutup mulai", "ditutup", "tutup", "closed from"),
    },
    needed=("unit",),
    filled=("unit",),
)
WEEKS = {n: n[0] for n in ("5", "6", "5 hari", "6 hari", "5 days", "6 days")}
CHECKS = {
    "zone": wrong_zone,
    "week": chosen(WEEKS, "units-week-wrong"),
    "first": wrong_day,
    "closed": wrong_day,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One row: a unit. What is None stays as it is; `on_top`: there is no unit above it.

    `first`: since when it stands there; `closed`: the first day on which it is there no more.
    """

    row: int
    unit: str
    parent: str | None
    on_top: bool
    zone: str | None
    week: int | None
    first: date | None
    closed: date | None


def read(table: Sequence[Row]) -> list[Part]:
    """What a file says; raises `SheetWrong`."""
    wrongs: list[Wrong] = []
    rows = [_part(line) for line in read_lines(table, COLUMNS, CHECKS, wrongs)]
    unit = COLUMNS.title("unit")
    wrongs += twice(((one.row, same(one.unit)) for one in rows), "units-twice", unit)
    wrongs += circles(rows, COLUMNS)
    if not rows and not wrongs:
        wrongs.append(Wrong(Text("units-empty")))
    if wrongs:
        raise SheetWrong(wrongs)
    return rows


def _part(line: Line) -> Part:
    parent, zone, week = line.of("parent"), line.of("zone"), line.of("week")
    on_top = parent is not None and same(parent) in NOTHING
    return Part(
        row=line.row,
        unit=line.cells["unit"],
        parent=None if on_top else parent,
        on_top=on_top,
        zone=zone_of(zone) if zone else None,
        week=int(WEEKS[same(week)]) if week else None,
        first=day_in(line, "first"),
        closed=day_in(line, "closed"),
    )
