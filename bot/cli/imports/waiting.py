"""`tilik import waiting` and `tilik import drop`: what waits for a second person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.cli.command import changed, read
from bot.cli.imports.kind import taken_in
from bot.cli.terminal import Echo, Say, in_words
from bot.imports.intake import note_intake
from bot.imports.outcome import Terms
from bot.imports.reading.cells import chosen_zone
from bot.imports.reading.tables import UnusableError
from models.calendar import local
from models.intakes import CHANGES
from models.store import Store
from models.store.intake import intakes
from models.store.intake.intakes import EXPIRES_AFTER, Intake


def list_waiting(*, url: str, zone: str, say: Say, echo: Echo) -> int:
    """Print those that wait; the exit code."""

    def work() -> list[Intake]:
        return read(url, intakes.waiting)

    def show(found: list[Intake]) -> str:
        return "\n".join(_lines(found, chosen_zone(zone), say))

    return taken_in(work, show, say=say, echo=echo)


def drop(number: int, *, url: str, zone: str, say: Say, echo: Echo, now: datetime) -> int:
    """Take back one that waits; the exit code, 1 with a sentence where there is none."""

    def work() -> int:
        stamp = Terms(now, chosen_zone(zone)).stamp()

        def job(store: Store) -> bool:
            one = intakes.intake(store, number)
            dropped = intakes.drop(store, number, by=None, now=now)
            if one and dropped:
                note_intake(store, number, one.kind, "dropped", stamp)
            return dropped

        if not changed(url, job):
            raise UnusableError("import-not-waiting", number=number)
        return number

    return taken_in(work, lambda n: say("import-dropped", number=n), say=say, echo=echo)


def _lines(found: list[Intake], zone: str, say: Say) -> Iterator[str]:
    if not found:
        yield say("import-none-waiting")
    for one in found:
        preview, until = one.preview, local(one.given_at + EXPIRES_AFTER, zone).date()
        if one.kind in CHANGES:
            what = in_words(preview.lines[0], say)
            yield say("import-waiting-change", number=one.id, what=what, until=until)
            continue
        yield say(
            "import-waiting-one",
            number=one.id,
            kind=one.kind,
            file=one.name,
            day=local(one.given_at, zone).date(),
            until=until,
            new=preview.new,
            changed=preview.changed,
            ended=preview.ended,
        )
