"""`tilik export log`: a unit's log of a month, in the shape of the progress form of e-Kinerja."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from bot.cli.command import changed
from bot.cli.exports.table import Cell, Table
from bot.cli.exports.wanted import (
    exported,
    file_name,
    month_of,
    page,
    saved,
    unit_named,
    worded,
)
from bot.cli.terminal import Echo, Say
from models.letters import Fact, File, Text
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.oversight.looks import note_operator
from models.store.people.people import head_of, name_of, nip_of
from models.store.people.tenures import Tenure, on, tenures
from models.store.work import entries as work
from models.store.work import targets
from models.work import Entry

HEADER = (
    *("tanggal", "mulai", "selesai", "aktivitas", "progres", "satuan", "bukti", "catatan"),
    *("NIP", "nama", "RHK", "status", "diperiksa oleh", "tanggal entri", "nomor catatan"),
)
"""The first eight are the columns of the form; the others say whose row it is and what of it."""
DOTS = "." * 28
"""Where a name or a NIP is written by hand."""
AT_ONCE = 5000
"""So many people are read at a time."""


def export_log(
    unit: str,
    month: str,
    *,
    url: str,
    say: Say,
    echo: Echo,
    folder: Path,
    now: datetime,
    force: bool = False,
) -> int:
    """Write the month (typed as 2026-11) as XLSX and CSV; the exit code, 1 with a sentence.

    The unit's, with all units below it: an entry belongs to the unit where its person worked on
    that day. Withdrawn entries are left out. A file that is there is overwritten only by `force`.
    The trail tells of whom it was.
    """

    def files() -> Sequence[Path]:
        first, last = month_of(month)
        found, rows, signed = changed(url, lambda store: _rows(store, unit, first, last, now))
        name = file_name("catatan", found.name, f"{first:%Y-%m}")
        days: dict[str, Fact] = {"first": first.day, "last": last}
        title = worded(Text("export-log-title", {"unit": found.name, **days}))
        table = Table(worded(Text("export-sheet-log")), page(), (title,), HEADER, rows, signed)
        return saved(folder, name, table, force=force)

    return exported(files, say=say, echo=echo)


def _rows(
    store: Store, name: str, first: date, last: date, now: datetime
) -> tuple[Unit, list[list[Cell]], list[str]]:
    unit = unit_named(store, name)
    below = set(services.subtree(store, unit.id, last))
    people = {
        number: own
        for number, own in tenures(store, first, last).items()
        if any(tenure.unit.id in below for tenure in own)
    }
    found = []
    numbers = list(people)
    for at in range(0, len(numbers), AT_ONCE):
        some = numbers[at : at + AT_ONCE]
        entries = work.entries_of(store, some, first, last)
        own = [e for e in entries if on(people[e.person_id], e.day).unit.id in below]
        found += [entry for entry in own if entry.state != "withdrawn"]
    told = {"month": f"{first:%Y-%m}", "unit": unit.id}
    shown = sorted({entry.person_id for entry in found})
    note_operator(store, "export.log", shown, now=now, zone=unit.zone, **told)
    place = {number: place for place, number in enumerate(people)}
    found.sort(key=lambda entry: (place[entry.person_id], entry.day, entry.id))
    results, deciders = _results(store, found), _deciders(store, found)
    rows = [_row(e, people[e.person_id], results, deciders.get(e.id, "")) for e in found]
    return unit, rows, _signed(store, unit, last)


def _signed(store: Store, unit: Unit, day: date) -> list[str]:
    """Where the head of the unit signs, as under any form of an office: by name and NIP, as far as
    they are known."""
    head = head_of(store, unit.id, day)
    nip, name = (nip_of(store, head), name_of(store, head)) if head else ("", "")
    lines = worded(Text("export-signed", {"unit": unit.name})).split("\n")
    return [*lines, "", "", "", name or DOTS, f"NIP {nip or DOTS}"]


def _deciders(store: Store, entries: Sequence[Entry]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at in range(0, len(entries), AT_ONCE):
        found.update(work.deciders(store, [entry.id for entry in entries[at : at + AT_ONCE]]))
    return found


def _results(store: Store, entries: Sequence[Entry]) -> dict[int | None, str]:
    """Target -> its result (rhk), of the targets that these entries serve."""
    wanted = sorted({entry.target_id for entry in entries if entry.target_id is not None})
    found: dict[int | None, str] = {}
    for at in range(0, len(wanted), AT_ONCE):
        some = targets.of_ids(store, wanted[at : at + AT_ONCE])
        found.update((target.id, target.result) for target in some)
    return found


def _row(
    entry: Entry, own: list[Tenure], results: dict[int | None, str], decider: str
) -> list[Cell]:
    who = on(own, entry.day)
    direct = worded(Text("export-direct"))
    return [
        entry.day,
        entry.starts,
        entry.ends,
        entry.activity,
        entry.quantity,
        entry.measure,
        "; ".join(_evidence(entry.evidence)),
        entry.reason,
        who.nip,
        who.name,
        results.get(entry.target_id, direct),
        worded(Text(f"entry-state-{entry.state}")),
        decider,
        entry.entered_on,
        entry.receipt,
    ]


def _evidence(files: Sequence[File]) -> Iterator[str]:
    """A link as it is; of a file its kind and name, since the file itself stays in the chat."""
    for file in files:
        if file.kind == "link":
            yield file.file
        else:
            kind = worded(Text(f"export-{file.kind}"))
            yield f"{kind} ({file.name})" if file.name else kind
