"""`tilik whatsapp templates`: shown, checked, created and kept in step with the platform."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal, TypeVar

from pywa_async.api import GraphAPIAsync

from bot.channels import opened
from bot.cli.command import answered, ready
from bot.cli.terminal import Echo, Say
from bot.config import Settings
from bot.imports.reading.tables import UnusableError
from bot.keys import keys
from bot.texts import catalogue
from bot.whatsapp.inbound.platform_events import TIERS
from bot.whatsapp.templates.page import as_object, printed, status_of
from bot.whatsapp.templates.shapes import problems, shapes
from bot.whatsapp.templates.syncing import (
    Judged,
    PlatformAway,
    PlatformRefused,
    graph_of,
    judged,
    keep,
    put,
    tier,
)
from models.store.engine.migrate import current

T = TypeVar("T")
Done = Literal["kept", "created", "edited", "refused"]


@dataclass(frozen=True)
class TemplateOutcome:
    """What became of a template: it was right already, created, edited, or refused, and why."""

    one: Judged
    done: Done
    reason: str = ""


def check(*, say: Say, echo: Echo, as_json: bool) -> int:
    """Print what the platform would refuse, without asking it; 1 where there is anything.

    JSON: `templates`, each with `name`, `language` and `problems` (sentences).
    """
    found = [(one, [say(p.id, **p.facts) for p in problems(one)]) for one in shapes(catalogue())]
    wrong = [(one, sentences) for one, sentences in found if sentences]
    if as_json:
        rows = [
            {"name": one["name"], "language": one["language"], "problems": sentences}
            for one, sentences in found
        ]
        echo(as_object({"templates": rows}))
        return 1 if wrong else 0
    for one, sentences in wrong:
        for sentence in sentences:
            echo(f"{one['name']} ({one['language']}): {sentence}", err=True)
    if not wrong:
        echo(say("templates-fit", count=len(found)))
    return 1 if wrong else 0


def show(chosen: Settings, *, now: datetime, say: Say, echo: Echo, as_json: bool) -> int:
    """Print how each template stands at the platform; nothing is written down.

    JSON: `templates`, each with `name`, `language`, `status`, `reason`, `same`.
    """

    def shown(found: list[Judged]) -> int:
        printed(found, say=say, echo=echo, as_json=as_json)
        return 0

    return _asked(chosen, lambda graph: _read(graph, chosen), shown, say=say, echo=echo)


def create(chosen: Settings, *, now: datetime, say: Say, echo: Echo, as_json: bool) -> int:
    """Create what the platform has not, edit what differs; 1 where it refuses any.

    JSON: `templates`, each with `name`, `language`, `done` (kept, created, edited, refused), and
    `reason`.
    """

    async def work(graph: GraphAPIAsync) -> list[TemplateOutcome]:
        made = [await _made(graph, chosen, one) for one in await _read(graph, chosen)]
        if chosen.is_there and await asyncio.to_thread(current, chosen.database):
            await _kept(graph, chosen, now)
        return made

    def shown(made: list[TemplateOutcome]) -> int:
        rows = [
            {"name": m.one.name, "language": m.one.language, "done": m.done, "reason": m.reason}
            for m in made
        ]
        if as_json:
            echo(as_object({"templates": rows}))
        else:
            for m, row in zip(made, rows, strict=True):
                echo(say(f"templates-{m.done}", **row, status=status_of(m.one, say)))
        return 1 if any(m.done == "refused" for m in made) else 0

    return _asked(chosen, work, shown, say=say, echo=echo)


def sync(chosen: Settings, *, now: datetime, say: Say, echo: Echo, as_json: bool) -> int:
    """Write down how each template stands at the platform, and the day's limit; print it.

    JSON: as `show`, with `limit` (the platform's name of it, null where it tells none) and `freed`
    (letters that were held and may go now).
    """

    async def work(graph: GraphAPIAsync) -> tuple[list[Judged], str | None, int]:
        await asyncio.to_thread(ready, chosen.database)
        return await _kept(graph, chosen, now)

    def shown(found: tuple[list[Judged], str | None, int]) -> int:
        rows, limit, freed = found
        printed(rows, say=say, echo=echo, as_json=as_json, limit=limit, freed=freed)
        if not as_json:
            echo(_limit_in_words(limit, say))
            echo(say("templates-freed", count=freed))
        return 0

    needed = ("TILIK_WHATSAPP_PHONE_ID",)
    return _asked(chosen, work, shown, say=say, echo=echo, also=needed)


def _limit_in_words(limit: str | None, say: Say) -> str:
    if limit is None:
        return say("templates-no-limit")
    most = TIERS.get(limit, limit)
    return say("templates-unlimited") if most is None else say("templates-limit", limit=most)


async def _read(graph: GraphAPIAsync, chosen: Settings) -> list[Judged]:
    return await judged(graph, chosen.whatsapp_business_id, catalogue())


async def _made(graph: GraphAPIAsync, chosen: Settings, one: Judged) -> TemplateOutcome:
    """What is right stays; what the platform refuses is told, and the next one has its turn."""
    if one.same:
        return TemplateOutcome(one, "kept")
    try:
        await put(graph, chosen.whatsapp_business_id, one)
    except PlatformRefused as wrong:
        return TemplateOutcome(one, "refused", str(wrong))
    return TemplateOutcome(one, "created" if one.remote is None else "edited")


async def _kept(
    graph: GraphAPIAsync, chosen: Settings, now: datetime
) -> tuple[list[Judged], str | None, int]:
    found = await _read(graph, chosen)
    limit = await tier(graph, chosen.whatsapp_phone_id)
    database = opened(chosen.database, keys=partial(keys, chosen))
    try:
        freed = await database.run(lambda store: keep(store, found, limit, now=now))
    finally:
        await database.close()
    return found, limit, freed


def _asked(
    chosen: Settings,
    work: Callable[[GraphAPIAsync], Awaitable[T]],
    show: Callable[[T], int],
    *,
    say: Say,
    echo: Echo,
    also: Iterable[str] = (),
) -> int:
    """Ask the platform, show what it tells; the exit code, 1 with a sentence where that fails."""
    needed = ("TILIK_WHATSAPP_TOKEN", "TILIK_WHATSAPP_BUSINESS_ID", *also)
    if missing := [name for name in needed if not chosen.whatsapp[name]]:
        for name in missing:
            echo(say("account-setting-missing", name=name), err=True)
        return 1

    async def asking() -> T:
        try:
            async with graph_of(chosen) as graph:
                return await work(graph)
        except PlatformAway as wrong:
            raise UnusableError("account-away", words=str(wrong)) from None

    logging.getLogger("pywa").setLevel(logging.ERROR)
    return answered(lambda: asyncio.run(asking()), show, say=say, echo=echo)
