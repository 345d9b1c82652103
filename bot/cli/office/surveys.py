"""`tilik office instrument`: the official questionnaire and the office's own, as data."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import typer

from bot.cli.office.saying import day_from, done, say
from bot.cli.office.settled import put_or_wait
from bot.config import Settings
from bot.imports.reading.tables import shown as legible
from models import survey_words
from models.calendar import local
from models.instruments import Instrument
from models.letters import Fact, Text
from models.quarter import Quarter
from models.questionnaires import made, read
from models.refused import Refused
from models.settings import setting
from models.store import Store
from models.store.rules.measures import measure, places, survey_of


def shown(now: datetime) -> int:
    """Print the questionnaires of today's quarter: key, bands and elements in their order."""

    def job(store: Store, chosen: Settings) -> list[str]:
        here = measure(store, Quarter.of(local(now, chosen.zone).date()))
        every = (here.survey, *here.own.values())
        return [line for one in every for line in _page(one)]

    return done(job, looks=True)


def checked(file: Path) -> int:
    """Say whether a file can be used, without a database; 1 with the first thing that is wrong."""
    try:
        survey = made(read(_content(file)))
    except Refused as no:
        typer.echo(say(no.why), err=True)
        return 1
    typer.echo("\n".join([say(_good(survey)), *_page(survey)]))
    return 0


def used(file: Path, *, since: str | None, now: datetime) -> int:
    """Ask the file's questionnaire beside the official one from a quarter on, the next one where
    none is named: in its own place, or in the first that is free."""

    def job(store: Store, chosen: Settings) -> list[str]:
        value = survey_of(store, _content(file))
        there = places(store, _begins(since, now, chosen.zone))
        named = [name for name, keys in there.items() if value["key"] in keys]
        free = [name for name, keys in there.items() if not keys]
        if not (named or free):
            known = ", ".join(sorted({key for keys in there.values() for key in keys}))
            raise Refused(Text("survey-places-full", {"known": known}))
        name = (*named, *free)[0]
        return [say(_good(made(value))), *_put(store, name, value, since, now, chosen.zone)]

    return done(job)


def ended(key: str | None, *, since: str | None, now: datetime) -> int:
    """End a survey of the office's own from a quarter on, the next one where none is named; which
    one must be said where there are several."""

    def job(store: Store, chosen: Settings) -> list[str]:
        there = {n: k for n, k in places(store, local(now, chosen.zone).date()).items() if k}
        named = [name for name, keys in there.items() if key is None or key in keys]
        if not there:
            return [say(Text("survey-none"))]
        if len(named) != 1:
            known = ", ".join(sorted({one for keys in there.values() for one in keys}))
            raise Refused(Text("survey-which", {"known": known}))
        return _put(store, named[0], None, since, now, chosen.zone)

    return done(job)


def _put(
    store: Store, name: str, value: Any, since: str | None, now: datetime, zone: str
) -> list[str]:
    begins = _begins(since, now, zone)
    lines = put_or_wait(store, setting(name), value, since=begins, now=now)
    return [say(line) for line in lines]


def _begins(since: str | None, now: datetime, zone: str) -> date:
    """The first day of the quarter that is meant."""
    one = setting("instrument")
    return one.begun(day_from(since) if since else one.earliest(now, zone), now, zone)


def _content(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refused(Text("office-no-file", {"file": legible(file)})) from None


def _good(survey: Instrument) -> Text:
    facts: dict[str, Fact] = {"key": survey.key, "version": survey.version}
    return Text("survey-file-good", {**facts, "count": len(survey.elements)})


def _page(survey: Instrument) -> list[str]:
    bands = "  ".join(f"{band.letter} {band.floor}" for band in survey.bands)
    lines = [
        f"{number}. {element} ({survey.share(element)}): {say(survey_words.name(survey, element))}"
        for number, element in enumerate(survey.elements, 1)
    ]
    return [f"{survey.key} {survey.version}", bands, *lines]
