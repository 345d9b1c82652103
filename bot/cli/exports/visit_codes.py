"""`tilik visit-codes`: visit codes of a counter on paper, or as a table for a queue printer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path

import typer

from bot.attachments.joining_sheet import reach_of
from bot.attachments.links import Reach, checked
from bot.attachments.promised import promised
from bot.attachments.visit_slips import visit_rows, visit_sheets, visit_slip
from bot.cli.command import OFFICE_AWAY, answered, changed
from bot.cli.exports.table import as_csv
from bot.cli.skm.answer_sheet import legible
from bot.cli.terminal import Echo, Say, speaker
from bot.config import chosen_or_exit
from bot.imports.reading.tables import UnusableError, shown
from handlers.office.code_sheets import PrintedCodes, printed
from models.letters import Fact
from models.services import as_code
from models.store import Store
from models.store.office import services
from models.store.oversight.looks import note_operator

Draw = Callable[[PrintedCodes], None]


def visits_for(
    counter: str, *, count: int, pdf: Path | None, csv: Path | None, force: bool, now: datetime
) -> int:
    """The command at a terminal, by the settings of this machine; the exit code."""
    chosen, say = chosen_or_exit(), speaker("visit", "office", "command")
    return visit_codes(
        counter,
        count=count,
        pdf=pdf,
        csv=csv,
        force=force,
        url=chosen.database,
        reach=reach_of(chosen, asking=True, say=say, echo=typer.echo),
        say=say,
        echo=typer.echo,
        now=now,
    )


def visit_codes(
    counter: str,
    *,
    count: int,
    pdf: Path | None = None,
    csv: Path | None = None,
    force: bool = False,
    url: str,
    reach: Reach,
    say: Say,
    echo: Echo,
    now: datetime,
) -> int:
    """Make so many codes of the counter with this code, and write them to one file, or print them
    as a table; the exit code, 1 with a sentence (no such counter, enough for today).

    Where the file cannot be written there are no codes. Nobody is known as their maker: whoever
    serves at the counter cannot use them, as they cannot rate there. The trail tells how many.
    """

    def work() -> tuple[PrintedCodes, Reach]:
        there = checked(reach)
        with _promise(pdf, csv, there, force=force) as draw:
            job = partial(_made, counter, count=count, draw=draw, now=now)
            return changed(url, job), there

    def show(made: tuple[PrintedCodes, Reach]) -> None:
        file = pdf or csv
        echo(_told(made[0], file, say) if file else _table(*made).rstrip())

    return answered(work, show, say=say, echo=echo, away=OFFICE_AWAY)


def _told(sheet: PrintedCodes, file: Path, say: Say) -> str:
    facts: dict[str, Fact] = {"counter": sheet.counter.full_name, "file": shown(file)}
    return say("visit-codes-written", count=len(sheet.codes), day=sheet.last_day, **facts)


def _promise(
    pdf: Path | None, csv: Path | None, reach: Reach, *, force: bool
) -> AbstractContextManager[Draw | None]:
    if pdf and csv:
        raise UnusableError("visit-codes-one-file")
    if pdf:
        return promised(pdf, lambda sheet: _paper(sheet, reach), force=force)
    if csv:
        return promised(csv, lambda one: _bytes(_table(one, reach)), force=force, ending=".csv")
    return nullcontext()


def _made(
    typed: str, store: Store, *, count: int, draw: Draw | None, now: datetime
) -> PrintedCodes:
    """They are drawn before the commit: without their file there are none."""
    counter = services.counter_by_code(store, as_code(typed) or "")
    if counter is None:
        raise UnusableError("visit-codes-nowhere", code=legible(typed))
    sheet = printed(store, counter, count=count, by=None, now=now)
    facts = {"counter": counter.id, "count": count}
    note_operator(store, "codes", [None], now=now, zone=counter.unit.zone, **facts)
    if draw:
        draw(sheet)
    return sheet


def _paper(sheet: PrintedCodes, reach: Reach) -> bytes:
    slips = (
        visit_slip(sheet.counter, code, last=sheet.last_day, reach=reach) for code in sheet.codes
    )
    return visit_sheets(slips)


def _table(sheet: PrintedCodes, reach: Reach) -> str:
    return as_csv(visit_rows(sheet.counter, sheet.codes, last=sheet.last_day, reach=reach))


def _bytes(table: str) -> bytes:
    return table.encode("utf-8-sig")
