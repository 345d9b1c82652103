"""`tilik office instrument`: the official questionnaire and the office's own, as data."""

from __future__ import annotations

from datetime import datetime
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
from models.store.rules.measures import measure, survey_of
from models.store.rules.settings import standing


def shown(now: datetime) -> int:
    """Print the questionnaires of today's quarter: key, bands and elements in their order."""

    def job(store: Store, chosen: Settings) -> list[str]:
        here = measure(store, Quarter.of(local(now, chosen.zone).date()))
        return [*_page(here.survey), *(_page(here.own) if here.own else ())]

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
    none is named."""

    def job(store: Store, chosen: Settings) -> list[str]:
        value = survey_of(store, _content(file))
        return [say(_good(made(value))), *_put(store, value, since, now, chosen.zone)]

    return done(job)


def ended(*, since: str | None, now: datetime) -> int:
    """Ask only the official questionnaire from a quarter on, the next one where none is named."""

    def job(store: Store, chosen: Settings) -> list[str]:
        there = standing(store, setting("instrument"), local(now, chosen.zone).date())
        if not any((there.value, *(one.value for one in there.coming))):
            return [say(Text("survey-none"))]
        return _put(store, None, since, now, chosen.zone)

    return done(job)


def _put(store: Store, value: Any, since: str | None, now: datetime, zone: str) -> list[str]:
    one = setting("instrument")
    begins = one.begun(day_from(since) if since else one.earliest(now, zone), now, zone)
    return [say(line) for line in put_or_wait(store, one, value, since=begins, now=now)]


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
