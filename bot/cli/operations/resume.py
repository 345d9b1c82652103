"""`tilik resume`: send again after a restored backup, and nothing a second time."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial

import typer

from bot.background.epochs import remember, remembered
from bot.channels import opened
from bot.cli.command import answered, changed, read
from bot.cli.terminal import speaker
from bot.config import Settings, chosen_or_exit
from bot.keys import chosen_keys
from handlers.listed import PROMPTS
from models.dice import SYSTEM
from models.store.oversight import epochs
from models.store.oversight.epochs import Remembered, Resumed, Trouble
from scheduler.planner import MOST, Silences, plan


def resume(*, now: datetime) -> int:
    """Let Tilik send again, or seal again where the trail was cut; print what is never sent."""
    chosen, say = chosen_or_exit(), speaker("operations", "command")

    def show(found: tuple[Trouble, Resumed] | None) -> None:
        if found is None:
            typer.echo(say("resume-nothing"))
        else:
            trouble, done = found
            typer.echo(say(f"resume-{trouble}", letters=done.letters, prompts=done.prompts))

    return answered(lambda: _resumed(chosen, now), show, say=say, echo=typer.echo)


def _resumed(chosen: Settings, now: datetime) -> tuple[Trouble, Resumed] | None:
    chosen.make_home(to_keep=True)
    url, known, fresh = chosen.database, _compared(chosen, now), SYSTEM.hexadecimal(16)
    found = read(url, lambda store: epochs.trouble_of(store, known))
    if found is None:
        return None
    trouble, since = found
    before = since if trouble == "restored" else None
    if before is not None:
        asyncio.run(_planned(url, before))
    done = changed(
        url, lambda store: epochs.resume(store, fresh, now=now, known=known, before=before)
    )
    return trouble, done


def _compared(chosen: Settings, now: datetime) -> Remembered | None:
    """Notice what Tilik would at its start, which may still be to come. What several share is left
    to them where nothing is remembered here."""
    known = remembered(chosen)
    if known is None and chosen.file is None:
        return None
    known = known or Remembered(SYSTEM.hexadecimal(16), -1)
    job = partial(epochs.go_on, known=known, fresh=SYSTEM.hexadecimal(16), now=now)
    known, _ = changed(chosen.database, job)
    remember(chosen, known)
    return known


async def _planned(url: str, at: datetime) -> None:
    """Write down what was due by then: it may have been sent, and is planned no second time."""
    silences: Silences = {}
    database = opened(url, keys=chosen_keys)
    try:
        while await plan(database, at, PROMPTS, silences) >= MOST:
            continue
    finally:
        await database.close()
