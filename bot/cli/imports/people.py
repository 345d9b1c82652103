"""`tilik import people`: staff, their posts and superiors out of one table, and their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.attachments.joining_sheet import promised, slip
from bot.attachments.links import Reach
from bot.attachments.links import checked as reachable
from bot.cli.imports.people_page import as_object, as_page
from bot.cli.imports.progress import bar
from bot.cli.terminal import Echo, Say
from bot.imports.all_kinds import Parsed, parsed
from bot.imports.intake import chosen_zone, content_of, taken_in, write_empty, written
from bot.imports.intaking import taken
from bot.imports.kinds.people import DUTIES, is_sensitive, outcome_of
from bot.imports.kinds.people.sheet import AS_TEXT, COLUMNS
from bot.imports.kinds.people.store import Made, staffed
from bot.imports.outcome import Terms
from bot.imports.reading.tables import UnusableError, shown
from models.people import Held
from models.store import Store

if TYPE_CHECKING:
    from bot.render.slips import Slip


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
    codes_on: Path | None = None,
    force: bool = False,
    now: datetime,
) -> int:
    """Take in a table (CSV or workbook); the exit code, 1 with sentences on stderr.

    All of it or, where one cell is wrong, nothing. The file says how its people stand from today
    on; who is not in it stays as they are. `zone` (WIB, WITA, WIT or an IANA name) is for new
    units; with the bot's `username` or a `number` codes have links. `codes_on` is the PDF that
    takes the codes instead of the page (overwritten only by `force`). Where it cannot be made,
    nothing is taken in; if drawing fails afterwards, the page has them. Not in a running loop.
    """
    reach = Reach(username, number)
    undrawn: list[UnusableError] = []

    def work() -> Made:
        terms, there = Terms(now, chosen_zone(zone), codes=True), reachable(reach)
        put = partial(_read_in, file, url, terms, say, dry_run=dry_run)
        slips = partial(_slips, reach=there, now=None if dry_run else now)
        return _with_codes_on(codes_on, put, slips, force=force, undrawn=undrawn)

    def show(made: Made) -> str:
        page, onto = as_object if as_json else as_page, None if undrawn else codes_on
        for wrong in undrawn:
            echo(say(wrong.text, **wrong.facts), err=True)
        return page(made, say, dry_run=dry_run, reach=reachable(reach), codes_on=onto)

    return taken_in(work, show, say=say, echo=echo)


def _with_codes_on(
    file: Path | None,
    put: Callable[[], Made],
    slips: Callable[[Made], Iterable[Slip]],
    *,
    force: bool,
    undrawn: list[UnusableError],
) -> Made:
    """Take them in, then draw their codes: that takes long, and a transaction would hold everybody
    up meanwhile. What goes wrong before raises; what goes wrong after is put into `undrawn`."""
    made: list[Made] = []
    try:
        with promised(file, force=force) if file else nullcontext() as draw:
            made.append(put())
            if draw and (ready := list(slips(made[0]))):
                draw(ready)
    except UnusableError as wrong:
        if not made:
            raise
        undrawn.append(wrong)
    return made[0]


def _read_in(file: Path, url: str, terms: Terms, say: Say, *, dry_run: bool) -> Made:
    with bar(say("import-reading", file=shown(file))) as watch:
        sheet = parsed("people", content_of(file), shown(Path(file.name)))
        job = partial(_put_in, sheet, replace(terms, watch=watch), say)
        return written(url, job, dry_run=dry_run)


def _put_in(file: Parsed, terms: Terms, say: Say, store: Store) -> Made:
    def duty(held: Held, unit: str) -> str:
        return say(DUTIES[held.duty], unit=unit)

    def make() -> Made:
        return staffed(store, file.rows, terms, in_words=duty)

    made, number = taken(store, file, terms, make=make, outcome_of=outcome_of)
    if number is not None:
        return replace(made, codes=[], waits=number)
    return replace(made, alone=is_sensitive(made))


def _slips(made: Made, *, reach: Reach, now: datetime | None) -> Iterator[Slip]:
    """The slip of each code that was made; none where nothing was written (`now` is None)."""
    if now is None:
        return
    zones = {step.row.nip: step.unit.zone for step, _ in made.steps}
    for row, code in made.codes:
        zone = zones[row.nip]
        yield slip(row.name, code, nip=row.nip, unit=row.unit, zone=zone, reach=reach, now=now)


def write_template(file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already."""
    ready = "people-template-written"
    return write_empty(file, COLUMNS, ready=ready, as_text=AS_TEXT, say=say, echo=echo)
