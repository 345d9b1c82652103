"""`tilik doctor`: how everything is, and what to do, as a table."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from textwrap import wrap

import typer

from bot.cli.command import read
from bot.cli.run import runs
from bot.cli.terminal import Say, in_words, speaker
from bot.config import Settings, SettingsWrong, every_wrong, settings
from bot.doctor import examined, inside
from bot.doctor.finding import Finding
from bot.doctor.inside import Inside
from bot.keys import known
from models.refused import Refused
from models.store import Store
from models.store.engine.database import StoreAway

WIDTH, LABEL, LEVEL = 80, 22, 7
"""Columns: of all, of what was looked at, of how it is."""


def doctor(*, as_json: bool, now: datetime) -> int:
    """Print a row for everything that was looked at; 1 where anything is ill.

    JSON: `findings`, each with `name`, `of`, `level` (well, look, ill), `found` and `advice` (null
    where there is nothing to do).
    """
    with _quiet():
        say, found = speaker(), _findings(now)
    if as_json:
        page = {"findings": [_facts(one, say) for one in found]}
        typer.echo(json.dumps(page, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(line for one in found for line in _row(one, say)))
        typer.echo(say("doctor-sum", ill=_count(found, "ill"), look=_count(found, "look")))
    return int(_count(found, "ill") > 0)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without a line of the log meanwhile: it is all in the table."""
    log = logging.getLogger("tilik")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _findings(now: datetime) -> list[Finding]:
    try:
        chosen = settings()
    except SettingsWrong:
        return examined.missing(every_wrong())
    opens, *inside_it = examined.of_database(_inside(chosen, now), now, chosen.zone)
    rest = asyncio.run(examined.of_the_rest(chosen, now))
    return [*examined.of_settings(chosen), opens, *rest, *inside_it]  # what may be a cause first


def _inside(chosen: Settings, now: datetime) -> Inside | StoreAway | Refused:
    def look(store: Store) -> Inside:
        return inside.read(store, known(chosen), now)

    try:
        return replace(read(chosen.database, look), runs=runs(chosen))
    except (StoreAway, Refused) as wrong:
        return wrong


def _row(one: Finding, say: Say) -> Iterator[str]:
    """Its label, its level and its words; what to do stands below."""
    beside = LABEL + LEVEL
    label, words = wrap(in_words(one.label, say), LABEL - 1), _wrapped(in_words(one.found, say))
    level = say(f"doctor-level-{one.level}")
    for number in range(max(len(label), len(words))):
        cells = (label, [level], words)
        first, second, third = (cell[number] if number < len(cell) else "" for cell in cells)
        yield f"{second.ljust(LEVEL)}{first.ljust(LABEL)}{third}".rstrip()
    for line in _wrapped(in_words(one.advice, say), "> ") if one.advice else ():
        yield " " * beside + line


def _wrapped(words: str, before: str = "") -> list[str]:
    room = WIDTH - LABEL - LEVEL
    return wrap(words, room, initial_indent=before, subsequent_indent=" " * len(before))


def _facts(one: Finding, say: Say) -> dict[str, str | None]:
    advice = in_words(one.advice, say) if one.advice else None
    found = {"level": one.level, "found": in_words(one.found, say), "advice": advice}
    return {"name": one.name, "of": one.of, **found}


def _count(found: Sequence[Finding], level: str) -> int:
    return sum(one.level == level for one in found)
