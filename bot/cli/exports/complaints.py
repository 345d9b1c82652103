"""`tilik export complaints`: what was handed on to the state's own channel, in columns.

Nothing weighty is among it: its words are the oversight team's. Nobody is in it who complained.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.cli.command import changed
from bot.cli.exports.table import Cell, Table
from bot.cli.exports.wanted import exported, file_name, page, saved, unit_named, worded
from bot.cli.terminal import Echo, Say
from models.calendar import local
from models.complaints import Complaint
from models.letters import Text
from models.services import Unit
from models.store import Store
from models.store.complaints import complaints
from models.store.office import services
from models.store.oversight.looks import note_operator

HEADER = ("nomor Tilik", "nomor SP4N-LAPOR!", "tanggal", "jenis", "unit", "loket", "isi")


def export_complaints(
    unit: str,
    *,
    url: str,
    say: Say,
    echo: Echo,
    folder: Path,
    now: datetime,
    force: bool = False,
) -> int:
    """Write what the unit and those below it have handed on and is open, as XLSX and CSV; the exit
    code, 1 with a sentence. The trail tells that it was written."""

    def files() -> Sequence[Path]:
        found, rows = changed(url, lambda store: _rows(store, unit, now))
        day = local(now, found.zone).date()
        name = file_name("pengaduan", found.name, day.isoformat())
        title = worded(Text("export-complaints-title", {"unit": found.name, "day": day}))
        sheet = worded(Text("export-sheet-complaints"))
        return saved(folder, name, Table(sheet, page(), (title,), HEADER, rows), force=force)

    return exported(files, say=say, echo=echo)


def _rows(store: Store, name: str, now: datetime) -> tuple[Unit, list[list[Cell]]]:
    unit = unit_named(store, name)
    below = services.subtree(store, unit.id)
    names = {one.id: one.name for one in services.every_unit(store)}
    found = complaints.outside(store, below)
    note_operator(
        store, "export.complaints", [None], now=now, zone=unit.zone, count=len(found)
    )
    return unit, [_row(store, one, names) for one in found]


def _row(store: Store, one: Complaint, names: dict[int, str]) -> list[Cell]:
    steps = complaints.steps(store, one)
    said = " ".join(step.words for step in steps if step.kind == "said" and step.words)
    at = services.counter_names(store, [one.counter_id] if one.counter_id else [])
    kind = worded(Text(f"export-complaint-{one.kind}"))
    number = one.outside or None
    return [one.number, number, one.said_on, kind, names[one.unit_id], "".join(at) or None, said]
