"""How a command of the office runs: its settings read, what is refused said in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import typer

from bot.cli.command import answered, read, written
from bot.cli.terminal import in_words, speaker
from bot.config import Settings, chosen_or_exit
from models.dates import days_of
from models.letters import Text
from models.refused import Refused
from models.store import Store


def say(words: Text | str) -> str:
    """A text of the office's commands in the terminal's language; words as they are."""
    if isinstance(words, str):
        return words
    return in_words(words, speaker())


def done(job: Callable[[Store, Settings], list[str]], *, looks: bool = False) -> int:
    """Print the lines that the job gives over the office's database; the exit code, 1 with a
    sentence on stderr where it is refused or the database is away. One that only `looks` makes no
    database where there is none."""
    chosen, reach = chosen_or_exit(), read if looks else written

    def show(lines: list[str]) -> None:
        for line in lines:
            typer.echo(line)

    def work() -> list[str]:
        return reach(chosen.database, lambda store: job(store, chosen))

    return answered(work, show, say=speaker(), echo=typer.echo)


def day_from(typed: str) -> date:
    """A day as people write it, or the first day of a month or a quarter (Des 2026, 2027-Q1, TW I
    2027). Raises Refused."""
    found = days_of(typed)
    if found is None or (found.first != found.last and not found.whole):
        raise Refused(Text("setting-bad-day", {"value": typed[:40]}))
    return found.first
