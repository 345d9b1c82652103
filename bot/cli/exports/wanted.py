"""What all `tilik export` commands share: find the unit, read the month, name and save files."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from bot.cli.command import OFFICE_AWAY, answered
from bot.cli.exports.table import Table, write
from bot.cli.terminal import Echo, Say
from bot.imports.reading.sheets import same
from bot.imports.reading.tables import UnusableError, shown
from bot.texts import Texts, bundle_of
from models.dates import days_of
from models.letters import Text
from models.quarter import Quarter, quarter_of
from models.services import Unit
from models.store import Store
from models.store.office import services

NEAR = 5
"""So many names are offered for one that is not there."""


def exported(work: Callable[[], Sequence[Path]], *, say: Say, echo: Echo) -> int:
    """Do the work and name its files; the exit code, 1 with a sentence on stderr."""

    def show(files: Sequence[Path]) -> None:
        for file in files:
            echo(say("export-written", file=shown(file)))

    return answered(work, show, say=say, echo=echo, away=OFFICE_AWAY)


def unit_named(store: Store, name: str) -> Unit:
    """The unit of this name; UnusableError with the nearest names where there is none."""
    units = {same(" ".join(unit.name.split())): unit for unit in services.every_unit(store)}
    wanted = same(" ".join(name.split()))
    if wanted in units:
        return units[wanted]
    within = [key for key in units if wanted and wanted in key]
    near = list(dict.fromkeys([*within, *get_close_matches(wanted, units, n=NEAR)]))[:NEAR]
    if not near:
        raise UnusableError("export-unit-unknown", unit=name)
    names = ", ".join(units[key].name for key in near)
    raise UnusableError("export-unit-near", unit=name, near=names)


def month_of(typed: str) -> tuple[date, date]:
    """The first and the last day of a month typed as 2026-11, Nov 2026 or November 2026;
    UnusableError for anything else."""
    found = re.fullmatch(r"(20[0-9]{2})-(0[1-9]|1[0-2])", typed.strip())
    days = days_of(f"01/{found[2]}/{found[1]}" if found else typed)
    if days is None or not (found or days.whole) or days.first.month != days.last.month:
        raise UnusableError("export-month-wrong", value=typed)
    year, month = days.first.year, days.first.month
    return days.first, date(year, month, monthrange(year, month)[1])


def quarter_named(typed: str) -> Quarter:
    """The quarter typed as 2026-Q4 or TW IV 2026; UnusableError for anything else."""
    found = quarter_of(typed)
    if found is None:
        raise UnusableError("export-quarter-wrong", value=typed)
    return found


def file_name(*parts: str) -> str:
    """The parts in plain letters, joined."""
    plain = (unicodedata.normalize("NFKD", p).encode("ascii", "ignore").decode() for p in parts)
    slugs = (re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")[:60] for part in plain)
    return "-".join(slug for slug in slugs if slug)


def words() -> Texts:
    """The words within a file. It goes to an office: they are Indonesian, whatever the terminal."""
    return bundle_of("id", ["export", "groups", "score", "skm", "supervisor", "work"])


def worded(text: Text) -> str:
    """A text in the language of the files."""
    return words().plain("id", text)


def page() -> str:
    """The foot of a printed page, as spreadsheets put the numbers in."""
    return worded(Text("export-page", {"page": "&P", "pages": "&N"}))


def saved(folder: Path, name: str, table: Table, *, force: bool) -> Sequence[Path]:
    """Write the table; raises UnusableError where that cannot be, or where it has no rows."""
    if not table.rows:
        raise UnusableError("export-nothing")
    return write(folder, name, table, force=force)
