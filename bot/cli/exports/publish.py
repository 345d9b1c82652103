"""`tilik publish`: the results for the public, as a folder of pages that any web server shows."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from bot.cli.command import OFFICE_AWAY, answered, changed, read
from bot.cli.terminal import Echo, Say
from bot.imports.reading.tables import UnusableError, shown
from bot.publishing import published
from bot.publishing.written import write
from bot.texts import catalogue
from models.store import Store
from models.store.oversight.looks import note_operator


def publish(folder: Path, *, url: str, zone: str, say: Say, echo: Echo, now: datetime) -> int:
    """Write the pages in place of an earlier publication there; the exit code, 1 with a sentence.

    The trail tells that they were written. Nobody who rates meanwhile waits for the reading.
    """

    def files() -> dict[str, str]:
        found = read(url, lambda store: published(store, catalogue(), now))
        if not found:
            raise UnusableError("publish-nothing")
        write(folder, found)
        changed(url, partial(noted, len(found)))
        return found

    def noted(count: int, store: Store) -> None:
        note_operator(store, "publish", [None], now=now, zone=zone, count=count)

    def show(found: dict[str, str]) -> None:
        echo(say("publish-written", folder=shown(folder), count=len(found)))

    return answered(files, show, say=say, echo=echo, away=OFFICE_AWAY)
