"""`tilik import KIND`: any kind of file, tried and printed, taken in or left to wait."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.cli.imports.progress import bar
from bot.cli.terminal import Echo, Say
from bot.imports.all_kinds import KINDS, parsed
from bot.imports.intake import chosen_zone, content_of, in_words, taken_in, write_empty, written
from bot.imports.intaking import Given, put
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.tables import shown
from models.store import Store

FIRST_LINES = 200
"""So many lines of a page are printed, the rest is counted."""


def import_kind(
    kind: str,
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

    All of it or, where one cell is wrong, nothing. What needs a second person waits for one.
    Call it outside a running loop.
    """

    def work() -> Given:
        chosen = chosen_zone(zone)
        with bar(say("import-reading", file=shown(file))) as watch:
            sheet = parsed(kind, content_of(file), shown(Path(file.name)))
            watch(0.1)
            terms = Terms(now, chosen, watch=watch)

            def job(store: Store) -> Given:
                return put(store, sheet, terms)

            return written(url, job, dry_run=dry_run)

    def show(made: Given) -> str:
        if as_json:
            return as_object(made, say, dry_run=dry_run)
        return "\n".join(as_page(made, say, dry_run=dry_run))

    return taken_in(work, show, say=say, echo=echo)


def write_template(kind: str, file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already."""
    known = KINDS[kind]
    as_text = known.as_text
    return write_empty(file, known.columns, ready=known.ready, as_text=as_text, say=say, echo=echo)


def as_page(made: Given, say: Say, *, dry_run: bool) -> Iterator[str]:
    """The counts, the first lines, and what becomes of the file now."""
    yield counted(made.outcome, say, tried=dry_run or made.number is not None)
    yield from first_lines(made.outcome, say)
    yield from what_next(made, say, dry_run=dry_run)


def counted(outcome: Outcome, say: Say, *, tried: bool) -> str:
    """How much is new, changed, ended and the same, in words."""
    counts = _counts(outcome)
    return say("import-would-be", **counts) if tried else say("import-done", **counts)


def first_lines(outcome: Outcome, say: Say) -> Iterator[str]:
    """The first lines; of more than are printed, how many."""
    for line in outcome.lines[:FIRST_LINES]:
        yield in_words(line, say)
    if (more := len(outcome.lines) - FIRST_LINES) > 0:
        yield say("import-more", count=more)


def what_next(made: Given, say: Say, *, dry_run: bool) -> Iterator[str]:
    """Whether the file waits for a second person, would wait, or was a trial."""
    if dry_run and made.number is not None:
        yield say("import-would-wait")
    elif made.number is not None:
        yield say("import-waits", number=made.number)
    elif made.alone and not dry_run:
        yield say("import-alone")
    if dry_run:
        yield say("office-tried")


def as_object(made: Given, say: Say, *, dry_run: bool) -> str:
    """All of it as JSON, lines in the words of the terminal's language."""
    lines: Iterable[str] = (in_words(line, say) for line in made.outcome.lines)
    page: dict[str, Any] = {
        "dry_run": dry_run,
        **_counts(made.outcome),
        "lines": list(lines),
        "needs_second": made.outcome.sensitive,
        "waiting": None if dry_run else made.number,
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _counts(outcome: Outcome) -> dict[str, int]:
    return {
        "new": outcome.new,
        "changed": outcome.changed,
        "ended": outcome.ended,
        "same": outcome.same,
    }
