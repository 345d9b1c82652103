"""`tilik import KIND`: any kind of file, tried and printed, taken in or left to wait."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from bot.attachments.joining_sheet import promised, slip
from bot.attachments.links import Reach, checked
from bot.cli.command import OFFICE_AWAY, answered, written
from bot.cli.terminal import Echo, Say, in_words
from bot.imports.all_kinds import KINDS, parsed
from bot.imports.intake import put
from bot.imports.kind import NOWHERE, Imported, ImportView
from bot.imports.outcome import Code, Terms, Watch, unwatched
from bot.imports.reading.cells import chosen_zone
from bot.imports.reading.sheets import Mistake, SheetWrong, grouped
from bot.imports.reading.tables import UnusableError, content, shown
from bot.outbound.file_source import MOST_BYTES

if TYPE_CHECKING:
    from bot.render.slips import Slip

R = TypeVar("R")
NAMED_WRONGS = 50
"""So many sentences are printed about a file, the rest is counted."""


@dataclass(frozen=True)
class ImportOptions:
    """How who runs the machine wants a file taken in and told.

    With the bot's username or a number (`reach`) codes have links. `codes_on` is the PDF that takes
    the codes instead of the page (overwritten only by `force`): where it cannot be made, nothing is
    taken in; if drawing fails afterwards, the page has them.
    """

    dry_run: bool = False
    as_json: bool = False
    reach: Reach = NOWHERE
    codes_on: Path | None = None
    force: bool = False


def import_kind(
    kind: str,
    file: Path,
    wanted: ImportOptions,
    *,
    url: str,
    zone: str,
    now: datetime,
    say: Say,
    echo: Echo,
) -> int:
    """Take in a table (CSV or workbook); the exit code, 1 with sentences on stderr.

    All of it or, where one cell is wrong, nothing. What needs a second person waits for one.
    `zone` (WIB, WITA, WIT or an IANA name) is for what nothing else says the zone of. Call it
    outside a running loop.
    """

    def work() -> ImportView:
        terms, reach = Terms(now, chosen_zone(zone), say=say), checked(wanted.reach)
        made, codes_on = _with_codes(
            replace(wanted, reach=reach),
            lambda: _read_in(kind, file, url, terms, dry_run=wanted.dry_run),
            complain=lambda wrong: echo(in_words(wrong.why, say), err=True),
        )
        return ImportView(made, wanted.dry_run, reach, codes_on)

    def show(view: ImportView) -> str:
        page = KINDS[kind].page
        if not wanted.as_json:
            return "\n".join(page.lines(view, say))
        whole = {"dry_run": wanted.dry_run, **page.json(view, say)}
        return json.dumps(whole, ensure_ascii=False, indent=2)

    return taken_in(work, show, say=say, echo=echo)


def taken_in(work: Callable[[], R], show: Callable[[R], str], *, say: Say, echo: Echo) -> int:
    """As `answered`, for work that may find everything that is wrong with a file."""
    try:
        return answered(work, lambda made: echo(show(made)), say=say, echo=echo, away=OFFICE_AWAY)
    except SheetWrong as found:
        _complain(found.wrongs, say, echo)
        return 1


@contextmanager
def bar(words: str) -> Iterator[Watch]:
    """What is told how much is done, from 0 to 1; it is shown on stderr if that is a terminal."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(escape(words), total=1.0)
        yield lambda done: progress.update(task, completed=done)


def _with_codes(
    wanted: ImportOptions,
    read_in: Callable[[], Imported],
    *,
    complain: Callable[[UnusableError], None],
) -> tuple[Imported, Path | None]:
    """Take the file in, then draw its codes: that takes long, and a transaction would hold up
    everybody meanwhile. What goes wrong before raises; gives also the PDF, if there is one."""
    if wanted.codes_on is None:
        return read_in(), None
    made: list[Imported] = []
    try:
        with promised(wanted.codes_on, force=wanted.force) as draw:
            made.append(read_in())
            codes = () if wanted.dry_run else made[0].outcome.codes
            if codes:
                draw(_slip(one, wanted.reach) for one in codes)
    except UnusableError as wrong:
        if not made:
            raise
        complain(wrong)
        return made[0], None
    return made[0], wanted.codes_on


def _slip(one: Code, reach: Reach) -> Slip:
    facts = {"nip": one.nip, "unit": one.unit, "zone": one.zone}
    return slip(one.name, one.code, **facts, reach=reach, until=one.until)


def _read_in(kind: str, file: Path, url: str, terms: Terms, *, dry_run: bool) -> Imported:
    say = cast(Say, terms.say)
    with bar(say("import-reading", file=shown(file))) as watch:
        written_there, name = content(file, most=MOST_BYTES), shown(Path(file.name))
        sheet = parsed(kind, written_there, name, today=terms.stamp().day)
        watched = replace(terms, watch=watch)
        return written(url, lambda store: put(store, sheet, watched), dry_run=dry_run)


def _complain(wrongs: Sequence[Mistake], say: Say, echo: Echo) -> None:
    lines = grouped(wrongs)
    for wrong, rows in lines[:NAMED_WRONGS]:
        why = in_words(wrong.why, say)
        if wrong.row:
            why = say("sheet-cell", row=rows, column=wrong.column, why=why)
        echo(why, err=True)
    if (more := len(lines) - NAMED_WRONGS) > 0:
        echo(say("sheet-more-wrong", count=more), err=True)
    echo(say("sheet-nothing-written"), err=True)
