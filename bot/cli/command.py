"""How a command runs: one way to the database, and one way to say what came of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from bot.channels import opened
from bot.cli.terminal import Echo, Say, in_words
from bot.config import SettingsWrong, complain
from bot.keys import chosen_keys
from models.letters import Text
from models.refused import Refused
from models.store import Store
from models.store.engine.database import Database, StoreAway, normalised
from models.store.engine.migrate import current, migrate
from models.store.oversight.trail import undone

R = TypeVar("R")
AWAY = "run-database-away"
OFFICE_AWAY = "office-database-away"


def answered(
    work: Callable[[], R],
    show: Callable[[R], int | None],
    *,
    say: Say,
    echo: Echo,
    away: str = AWAY,
) -> int:
    """Do the work and show what it made; the exit code: what `show` gives (None is 0), or 1 with a
    sentence on stderr where something is refused, a setting is wrong or the database is away."""
    try:
        return show(work()) or 0
    except Refused as no:
        echo(in_words(no.why, say), err=True)
    except SettingsWrong as wrong:
        complain(wrong)
    except StoreAway:
        echo(say(away), err=True)
    return 1


def read(url: str, job: Callable[[Store], R]) -> R:
    """What the job reads from a database that is up to date. Raises what the job raises,
    `StoreAway`, or `Refused` where `tilik migrate` must run first."""
    return _over(ready(url), lambda database: database.read(job))


def changed(url: str, job: Callable[[Store], R]) -> R:
    """As `read`, for a job that also writes, as one that the trail tells of."""
    return _over(ready(url), lambda database: database.run(job))


def written(url: str, job: Callable[[Store], R], *, dry_run: bool = False) -> R:
    """What the job gives, over a database brought up to date; a dry run takes back what it wrote.

    Raises what the job raises, or `StoreAway`. Call it outside a running loop, like the others.
    """
    migrate(url)
    return _over(url, lambda database: database.run(partial(_tried, job) if dry_run else job))


def _tried(job: Callable[[Store], R], store: Store) -> R:
    with undone(store):
        return job(store)


def ready(url: str) -> str:
    """The URL of a database that is there and up to date; raises as `read` does. Looking must not
    make an empty file."""
    parsed = normalised(url)
    file = parsed.database or ""
    if parsed.drivername == "sqlite" and not os.path.exists(file):  # noqa: PTH110  (any name)
        raise Refused(Text("run-no-database", {"file": file}))
    if not current(url):
        raise Refused(Text("run-not-migrated"))
    return url


def _over(url: str, ask: Callable[[Database], Awaitable[R]]) -> R:
    async def run() -> R:
        database = opened(url, keys=chosen_keys)
        try:
            return await ask(database)
        finally:
            await database.close()

    return asyncio.run(run())
