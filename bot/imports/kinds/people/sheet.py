"""A table of staff: each row one person, with their post, their superior and their role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.imports.reading.cells import day_in, wrong_day, wrong_nip
from bot.imports.reading.sheets import (
    LONGEST,
    Columns,
    Line,
    Wrong,
    lines,
    same,
    short,
    wrong_cells,
    wrong_zone,
    zone_of,
)
from bot.imports.reading.tables import Row
from models import nip
from models.letters import Text
from models.people import Duty

COLUMNS = Columns(
    names={
        "nip": ("NIP", "nip baru", "nip pegawai", "n i p"),
        "name": ("nama", "nama pegawai", "nama lengkap", "name"),
        "unit": ("unit", "nama unit", "unit kerja"),
        "title": ("jabatan", "nama jabatan", "title", "position"),
        "superior": (
            *("NIP atasan", "nip atasan langsung", "nip pejabat penilai", "superior nip"),
            "nip superior",
        ),
        "role": ("peran", "role"),
        "counters": ("loket", "loket dilayani", "counter", "counters"),
        "zone": ("zona", "zona waktu", "zone", "time zone"),
        "parent": ("unit induk", "induk", "parent unit", "parent"),
        "last": ("berhenti", "hari terakhir", "tanggal berhenti", "tmt pensiun", "last day"),
        "old_nip": ("NIP lama", "nip sebelumnya", "old nip"),
    },
    needed=("nip", "name", "unit", "title", "superior", "role"),
    filled=("nip", "name", "unit", "title"),
    longest={"counters": 10 * LONGEST},
)
AS_TEXT = ("nip", "superior", "old_nip")
ROLES: Mapping[str, Duty | None] = {
    **dict.fromkeys(("", "pegawai", "staf", "staff", "employee", "atasan", "superior")),
    **dict.fromkeys(("kepala unit", "kepala", "head"), "head"),
    **dict.fromkeys(("admin kepegawaian", "kepegawaian", "hr"), "hr"),
    **dict.fromkeys(("pengawas", "inspektorat", "oversight"), "oversight"),
    **dict.fromkeys(("auditor",), "auditor"),
    **dict.fromkeys(("operator",), "operator"),
}
"""What may be written as the role -> the duty it brings. Who is a superior, the links say."""
LEFT = ("keluar", "berhenti", "pensiun", "left")
"""What is written as the role of who works here no more."""


@dataclass(frozen=True, slots=True)
class Staff:
    """One row: a person. `counters` is None where the file has no such column.

    `left`: after `last_day`, or from today on, they have no post, no duty and no team.
    `old_nip`: under which they are known so far.
    """

    row: int
    nip: str
    name: str
    unit: str
    title: str
    superior: str | None
    duty: Duty | None
    counters: tuple[str, ...] | None
    parent: str | None
    zone: str | None
    left: bool
    last_day: date | None
    old_nip: str | None


@dataclass(frozen=True)
class Sheet:
    """The rows that can be read as people, every nip in the file, and all that is wrong with it."""

    staff: Sequence[Staff]
    nips: frozenset[str]
    wrongs: Sequence[Wrong]


def read(table: Sequence[Row]) -> Sheet:
    """What a file says, and what is wrong with it cell by cell.

    Raises `SheetWrong` when a column is missing or there twice.
    """
    staff, nips, wrongs = [], set(), []
    for line in lines(table, COLUMNS):
        found = list(wrong_cells(line, COLUMNS, CHECKS))
        wrongs += found
        nips.add(nip.normalised(line.cells["nip"]))
        if not found:
            staff.append(_staff(line))
    return Sheet(staff, frozenset(nips), wrongs)


def _wrong_role(cell: str) -> Text | None:
    known = same(cell) in (*ROLES, *LEFT)
    return None if known else Text("people-role-wrong", {"value": short(cell)})


CHECKS = {
    "nip": wrong_nip,
    "superior": wrong_nip,
    "role": _wrong_role,
    "zone": wrong_zone,
    "last": wrong_day,
    "old_nip": wrong_nip,
}


def _staff(line: Line) -> Staff:
    superior, zone = line.of("superior"), line.of("zone")
    counters = line.cells.get("counters")
    return Staff(
        row=line.row,
        nip=nip.normalised(line.cells["nip"]),
        name=line.cells["name"],
        unit=line.cells["unit"],
        title=line.cells["title"],
        superior=nip.normalised(superior) if superior else None,
        duty=ROLES.get(same(line.cells["role"])),
        counters=None if counters is None else _several(counters),
        parent=line.of("parent"),
        zone=zone_of(zone) if zone else None,
        left=same(line.cells["role"]) in LEFT or line.of("last") is not None,
        last_day=day_in(line, "last"),
        old_nip=nip.normalised(old) if (old := line.of("old_nip")) else None,
    )


def _several(cell: str) -> tuple[str, ...]:
    """The names in a cell, parted by semicolons."""
    return tuple(name for part in cell.split(";") if (name := part.strip()))
