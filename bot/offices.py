"""`tilik import services`: the units, services and counters of an office, out of one table."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.office_checks import checked
from bot.office_sheet import COLUMNS, SheetWrong, Stand, Wrong, zone_of
from bot.office_store import Made, founded
from bot.skm import Echo, Say
from bot.tables import UnusableError, rows, shown
from models.store import Store, people
from models.store.database import StoreAway, opened
from models.store.migrate import migrate

R = TypeVar("R")
NAMED_WRONGS = 50
"""So many sentences are printed about a file, the rest is counted."""


class _Tried(Exception):
    """A dry run has come to its end: what it would have made goes out, the rest is undone."""

    def __init__(self, made: Made) -> None:
        super().__init__()
        self.made = made


def import_services(
    file: Path,
    *,
    url: str,
    zone: str,
    say: Say,
    echo: Echo,
    dry_run: bool = False,
    as_json: bool = False,
    now: datetime,
) -> int:
    """Take in a table (CSV or workbook); the exit code, 1 with sentences on stderr.

    All of it or, where one cell is wrong, nothing. What is known already stays as it is, so a
    file may be given again with new rows. `zone` (WIB, WITA, WIT or an IANA name) is for units
    whose rows name none. Call it outside a running loop.
    """
    try:
        chosen = zone_of(zone)
        if chosen is None:
            raise UnusableError("office-zone-unknown", value=zone)
        stands = _read(file)
        if not reached(url):
            raise StoreAway
        migrate(url)
        made = _taken_in(stands, url, zone=chosen, say=say, dry_run=dry_run, now=now)
    except UnusableError as reason:
        echo(say(reason.text, **reason.facts), err=True)
    except SheetWrong as found:
        _complain(found.wrongs, say, echo)
    except (StoreAway, OSError):
        echo(say("office-database-away"), err=True)
    else:
        echo(_as_object(made, dry_run) if as_json else _as_page(made, say, dry_run=dry_run))
        return 0
    return 1


def write_template(file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already.

    Semicolons and a byte order mark: so a spreadsheet set to Indonesian opens it as columns.
    """
    if file.suffix.lower() != ".csv":
        echo(say("office-template-csv", file=shown(file)), err=True)
        return 1
    try:
        with file.open("x", encoding="utf-8-sig", newline="") as sheet:
            csv.writer(sheet, delimiter=";").writerow(names[0] for names in COLUMNS.values())
    except FileExistsError:
        echo(say("office-template-exists", file=shown(file)), err=True)
        return 1
    except OSError as error:
        reason = error.strerror or type(error).__name__
        echo(say("office-template-refused", file=shown(file), reason=reason), err=True)
        return 1
    echo(say("office-template-written", file=shown(file)))
    return 0


def asked(url: str, job: Callable[[Store], R]) -> R:
    """What the job gives, in a transaction of its own; raises what it raises, or `StoreAway`."""

    async def run() -> R:
        database = opened(url)
        try:
            return await database.run(job)
        finally:
            await database.close()

    return asyncio.run(run())


def reached(url: str) -> bool:
    """Whether the database can be opened at all."""
    try:
        asked(url, lambda store: None)
    except (StoreAway, OSError):
        return False
    return True


def _read(file: Path) -> list[Stand]:
    try:
        return checked(rows(file))
    except UnusableError as reason:
        if reason.text == "table-empty":
            raise SheetWrong([Wrong("office-empty", {})]) from None
        raise


def _taken_in(
    stands: Sequence[Stand], url: str, *, zone: str, say: Say, dry_run: bool, now: datetime
) -> Made:
    def job(store: Store) -> Made:
        made = founded(
            store,
            stands,
            zone=zone,
            now=now,
            name_head=lambda unit: say("office-head-name", unit=unit),
        )
        if dry_run:
            raise _Tried(made)
        return made

    try:
        return asked(url, job)
    except _Tried as tried:
        return tried.made


def _complain(wrongs: Sequence[Wrong], say: Say, echo: Echo) -> None:
    for wrong in wrongs[:NAMED_WRONGS]:
        echo(say(wrong.text, **wrong.facts), err=True)
    if (more := len(wrongs) - NAMED_WRONGS) > 0:
        echo(say("office-more-wrong", count=more), err=True)
    echo(say("office-nothing-written"), err=True)


def _as_object(made: Made, dry_run: bool) -> str:
    heads = [
        {"unit": head.unit, "person": head.person, "code": None if dry_run else head.code}
        for head in made.heads
    ]
    page = {
        "dry_run": dry_run,
        "units": made.units,
        "services": made.services,
        "counters": made.counters,
        "heads": heads,
        "codes_valid_hours": _hours(),
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _as_page(made: Made, say: Say, *, dry_run: bool) -> str:
    counts = {"units": made.units, "services": made.services, "counters": made.counters}
    told = "office-would-make" if dry_run else "office-made"
    lines = [say(told, **counts) if any(counts.values()) else say("office-nothing-new")]
    if dry_run:
        lines.append(say("office-tried"))
        lines += [say("office-head-tried", unit=head.unit) for head in made.heads]
    elif made.heads:
        lines += ["", say("office-heads", hours=_hours())]
        lines += [say("office-head", unit=head.unit, code=head.code) for head in made.heads]
        lines += ["", say("office-next")]
    return "\n".join(lines)


def _hours() -> int:
    """How long a joining code is valid."""
    return int(people.VALID.total_seconds() // 3600)
