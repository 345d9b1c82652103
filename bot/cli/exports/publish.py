"""`tilik publish`: the results for the public, as a folder of pages that any web server shows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bot.cli.command import OFFICE_AWAY, answered, changed
from bot.cli.terminal import Echo, Say
from bot.imports.reading.tables import UnusableError, shown
from bot.publishing import published
from bot.publishing.written import write
from bot.texts import catalogue
from models.store import Store
from models.store.oversight.looks import note_operator


def publish(folder: Path, *, url: str, zone: str, say: Say, echo: Echo, now: datetime) -> int:
    """Write the pages in place of an earlier publication there; the exit code, 1 with a sentence.

    The trail tells that they were written.
    """

    def files() -> dict[str, str]:
        def work(store: Store) -> dict[str, str]:
            found = published(store, catalogue(), now)
            if not found:
                raise UnusableError("publish-nothing")
            note_operator(store, "publish", [None], now=now, zone=zone, count=len(found))
            return found

        found = changed(url, work)
        write(folder, found)
        return found

    def show(found: dict[str, str]) -> None:
        echo(say("publish-written", folder=shown(folder), count=len(found)))

    return answered(files, show, say=say, echo=echo, away=OFFICE_AWAY)
