"""`tilik weights`: how much each part of a person's scores weighs, and from which quarter on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.cli.command import answered, read, written
from bot.cli.office.settled import put_or_wait
from bot.cli.terminal import Echo, Say, in_words
from models.calendar import local
from models.letters import Text
from models.parts import Key
from models.performance import checked_weights
from models.quarter import Quarter, quarter_of
from models.refused import Refused
from models.settings import setting
from models.store import Store
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
    """Print the weights of a quarter (this one), or set them, which waits for a second person where
    there is any; the exit code.

    A quarter that is over keeps its weights: the scores that people have read stay as they were.
    """
    running = Quarter.of(local(now, zone).date())
    said = {key: value for key, value in given.items() if value is not None}

    def work() -> list[Text]:
        since = _quarter(quarter) or running
        if said and (problem := _problem(given, since, running)):
            raise Refused(Text(problem, {"quarter": since.key}))
        reach = written if said else read
        return reach(url, lambda store: list(_settled(store, said, since, now)))

    def show(found: list[Text]) -> None:
        for line in found:
            echo(in_words(line, say))

    return answered(work, show, say=say, echo=echo)


def _quarter(typed: str | None) -> Quarter | None:
    found = quarter_of(typed) if typed else None
    if typed and found is None:
        raise Refused(Text("weights-no-quarter", {"value": str(typed)}))
    return found


def _problem(given: Mapping[Key, int | None], since: Quarter, running: Quarter) -> str | None:
    values = [value for value in given.values() if value is not None]
    if since < running:
        return "weights-past"
    if len(values) < len(given) or sum(values) != 100 or min(values) < 0:
        return "weights-not-hundred"
    return None


def _settled(
    store: Store, given: Mapping[Key, int], since: Quarter, now: datetime
) -> Iterator[Text]:
    if given:
        wanted, begins = dict(checked_weights(given)), since.first_day
        yield from put_or_wait(store, setting("weights"), wanted, since=begins, now=now)
        return
    parts = {str(key): weight for key, weight in settings.weights(store, since).items()}
    yield Text("weights-are", {"quarter": since.key, **parts})
