"""`tilik weights`: how much each part of a person's scores weighs, and from which quarter on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.cli.skm import Echo, Say
from bot.imports.intake import written
from models.calendar import local
from models.parts import Key
from models.quarter import Quarter
from models.store import Store
from models.store.engine.database import StoreAway
from models.store.rules import settings


def weights(
    given: Mapping[Key, int | None],
    *,
    quarter: str | None,
    url: str,
    zone: str,
    say: Say,
    echo: Echo,
    now: datetime,
) -> int:
    """Print the weights of a quarter (this one), or set them; the exit code.

    A quarter that is over keeps its weights: the scores that people have read stay as they were.
    """
    running = Quarter.of(local(now, zone).date())
    try:
        since = Quarter.parse(quarter) if quarter else running
    except ValueError:
        echo(say("weights-no-quarter", value=str(quarter)), err=True)
        return 1
    said = {key: value for key, value in given.items() if value is not None}
    if said and (problem := _problem(given, since, running)):
        echo(say(problem, quarter=since.key), err=True)
        return 1
    try:
        shown = written(url, lambda store: _settled(store, said, since, now), dry_run=False)
    except StoreAway:
        echo(say("run-database-away"), err=True)
        return 1
    parts = {str(key): number for key, number in shown.items()}
    echo(say("weights-set" if said else "weights-are", quarter=since.key, **parts))
    return 0


def _problem(given: Mapping[Key, int | None], since: Quarter, running: Quarter) -> str | None:
    values = [value for value in given.values() if value is not None]
    if since < running:
        return "weights-past"
    if len(values) < len(given) or sum(values) != 100 or min(values) < 0:
        return "weights-not-hundred"
    return None


def _settled(
    store: Store, given: Mapping[Key, int], since: Quarter, now: datetime
) -> Mapping[Key, int]:
    if given:
        settings.weigh(store, given, since=since, now=now)
    return settings.weights(store, since)
