"""A table of leave: each row some days on which a person is away, or works on other days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from bot.imports.reading.cells import (
    FROM,
    NIP,
    TO,
    chosen,
    day_in,
    read_lines,
    wrong_day,
    wrong_nip,
)
from bot.imports.reading.dated import overlaps
from bot.imports.reading.sheets import Columns, Line, SheetWrong, Wrong, same, short
from bot.imports.reading.tables import Row
from models.dates import WEEKDAYS
from models.letters import Text
from models.nip import normalised

COLUMNS = Columns(
    names={
        "nip": NIP,
        "kind": ("jenis", "jenis cuti", "keterangan", "kind"),
        "first": FROM,
        "last": TO,
        "weekdays": ("hari kerja", "hari", "hari masuk", "weekdays"),
        "holidays": ("hari libur", "masuk hari libur", "holidays"),
        "status": ("status", "keadaan"),
    },
    needed=("nip", "kind", "first", "last"),
    filled=("nip", "kind", "first"),
)
KINDS = {
    **dict.fromkeys(
        ("cuti", "cuti tahunan", "cuti sakit", "cuti besar", "cuti melahirkan", "izin", "leave"),
        "leave",
    ),
    **dict.fromkeys(("cuti alasan penting", "cuti karena alasan penting", "sakit"), "leave"),
    **dict.fromkeys(
        ("dinas luar", "perjalanan dinas", "dinas", "tugas luar", "dl", "travel"), "travel"
    ),
    **dict.fromkeys(("sif", "shift", "piket"), "shift"),
    **dict.fromkeys(("paruh waktu", "part-time", "part time"), "part"),
}
AWAY = ("leave", "travel")
YES = {**dict.fromkeys(("ya", "y", "yes", "masuk"), "yes"), **dict.fromkeys(("tidak", "no"), "")}
STATUSES = {**dict.fromkeys(("", "jadi", "berlaku"), ""), **dict.fromkeys(("batal",), "off")}


@dataclass(frozen=True, slots=True)
class Off:
    """One row: days on which a person is away, or works on other days than the unit."""

    row: int
    nip: str
    kind: str
    first: date
    last: date | None
    weekdays: str
    on_holidays: bool
    dropped: bool


def weekdays_of(cell: str) -> str | None:
    """The days of the week typed as Senin-Jumat or Sen, Rab, Sab: a figure a day, 1 for worked."""
    week = ["0"] * 7
    for part in re.split(r"[,;/]|\bdan\b|\band\b", same(cell)):
        ends = [WEEKDAYS.get(word.strip()) for word in re.split(r"[-–]|\bs\.?d\b\.?", part)]
        if None in ends or len(ends) > 2:
            return None
        first, last = cast(int, ends[0]), cast(int, ends[-1])
        for number in range(first, last + 1 if last >= first else last + 8):
            week[number % 7] = "1"
    return "".join(week)


def read(table: Sequence[Row]) -> list[Off]:
    """What a file says; raises `SheetWrong`."""
    wrongs: list[Wrong] = []
    rows = []
    for line in read_lines(table, COLUMNS, CHECKS, wrongs):
        found = list(_bare(line))
        wrongs += found
        if not found:
            rows.append(_off(line))
    lanes = [((one.nip, one.kind in AWAY), one) for one in rows if not one.dropped]
    wrongs += overlaps(lanes, COLUMNS.title("first"))
    if not rows and not wrongs:
        wrongs.append(Wrong(Text("away-empty")))
    if wrongs:
        raise SheetWrong(wrongs)
    return rows


def _wrong_weekdays(cell: str) -> Text | None:
    return None if weekdays_of(cell) else Text("away-weekdays-wrong", {"value": short(cell)})


CHECKS = {
    "nip": wrong_nip,
    "kind": chosen(KINDS, "away-kind-wrong"),
    "first": wrong_day,
    "last": wrong_day,
    "weekdays": _wrong_weekdays,
    "holidays": chosen(YES, "away-holidays-wrong"),
    "status": chosen(STATUSES, "away-status-wrong"),
}


def _bare(line: Line) -> Iterator[Wrong]:
    kind, off = KINDS[same(line.cells["kind"])], STATUSES[same(line.cells.get("status", ""))]
    if kind not in AWAY and not off and not line.of("weekdays"):
        yield Wrong(Text("away-weekdays-missing"), line.row, COLUMNS.title("weekdays"))


def _off(line: Line) -> Off:
    days, holidays = line.of("weekdays"), line.of("holidays")
    return Off(
        row=line.row,
        nip=normalised(line.cells["nip"]),
        kind=KINDS[same(line.cells["kind"])],
        first=cast(date, day_in(line, "first")),
        last=day_in(line, "last"),
        weekdays=(weekdays_of(days) or "") if days else "",
        on_holidays=bool(holidays and YES[same(holidays)]),
        dropped=STATUSES[same(line.cells.get("status", ""))] == "off",
    )
