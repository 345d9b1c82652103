"""`tilik import services`: the units, services and counters of an office, out of one table."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from bot.cli.terminal import Echo, Say
from bot.imports.intake import chosen_zone, hours, table_of, taken_in, write_empty, written
from bot.imports.kinds.services.checks import checked
from bot.imports.kinds.services.sheet import COLUMNS, Stand
from bot.imports.kinds.services.store import Made, founded
from bot.imports.outcome import Kind, Outcome, Terms
from models.letters import Text
from models.store import Store


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

    def work() -> Made:
        chosen = chosen_zone(zone)
        stands = checked(table_of(file, empty="office-empty"))

        def job(store: Store) -> Made:
            def name_head(unit: str) -> str:
                return say("office-head-name", unit=unit)

            return founded(store, stands, zone=chosen, now=now, name_head=name_head)

        return written(url, job, dry_run=dry_run)

    def show(made: Made) -> str:
        return _as_object(made, dry_run) if as_json else _as_page(made, say, dry_run=dry_run)

    return taken_in(work, show, say=say, echo=echo)


def write_template(file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already."""
    return write_empty(file, COLUMNS, ready="office-template-written", say=say, echo=echo)


def _apply(store: Store, stands: list[Stand], terms: Terms) -> Outcome:
    made = founded(store, stands, zone=terms.zone, now=terms.now, name_head=None)
    counts = {"units": made.units, "services": made.services, "counters": made.counters}
    new = sum(counts.values())
    lines = (Text("import-services", counts),) if new else ()
    return Outcome(new=new, lines=lines, units=made.touched)


SERVICES = Kind("services", COLUMNS, checked, _apply, "office-empty", "office-template-written", ())


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
        "codes_valid_hours": hours(),
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
        lines += ["", say("office-heads", hours=hours())]
        lines += [say("office-head", unit=head.unit, code=head.code) for head in made.heads]
        lines += ["", say("office-next")]
    return "\n".join(lines)
