"""`tilik import people`: staff, their posts and superiors out of one table, and their codes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bot.imports.intake import chosen_zone, table_of, taken_in, write_empty, written
from bot.imports.people_checks import checked
from bot.imports.people_page import as_object, as_page
from bot.imports.people_sheet import AS_TEXT, COLUMNS
from bot.imports.people_store import Made, staffed
from bot.reach import Reach
from bot.reach import checked as reachable
from bot.skm import Echo, Say
from models.people import Held
from models.store import Store


def import_people(
    file: Path,
    *,
    url: str,
    zone: str,
    say: Say,
    echo: Echo,
    username: str = "",
    number: str = "",
    dry_run: bool = False,
    as_json: bool = False,
    now: datetime,
) -> int:
    """Take in a table (CSV or workbook); the exit code, 1 with sentences on stderr.

    All of it or, where one cell is wrong, nothing. The file says how its people stand from today
    on; who is not in it stays as they are. `zone` (WIB, WITA, WIT or an IANA name) is for new
    units; with the bot's `username` or a `number` codes have links. Not inside a running loop.
    """

    reach = Reach(username, number)

    def work() -> Made:
        chosen = chosen_zone(zone)
        reachable(reach)
        sheet = checked(table_of(file, empty="people-empty"))

        def duty(held: Held, unit: str) -> str:
            return say("people-duty-head" if held.duty == "head" else "people-duty-hr", unit=unit)

        def job(store: Store) -> Made:
            return staffed(store, sheet, zone=chosen, now=now, in_words=duty)

        return written(url, job, dry_run=dry_run)

    def show(made: Made) -> str:
        page = as_object if as_json else as_page
        return page(made, say, dry_run=dry_run, reach=reachable(reach))

    return taken_in(work, show, say=say, echo=echo)


def write_template(file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already."""
    ready = "people-template-written"
    return write_empty(file, COLUMNS, ready=ready, as_text=AS_TEXT, say=say, echo=echo)
