"""Every conversation and every prompt, played in a store that is thrown away afterwards."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.cli.bubbles.phone import Phone
from bot.cli.bubbles.town import NOW, SENDERS, TODAY, Town, peopled
from bot.cli.bubbles.walks import WAYS, Walked, walked
from bot.inbound.outcome import Speech
from bot.sandbox.office import ZONE
from bot.texts import catalogue, lexicon
from handlers import CONVERSATIONS, INVITATIONS, VERBS
from handlers.manifest import Player
from models.calendar import decreed
from models.campaigns import Due, own_prompts, superior_summary_at
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database, opened
from models.store.engine.migrate import migrate

R = TypeVar("R")


class _Undone(Exception):
    """What a job gives whose writing is not to be kept."""

    def __init__(self, result: Any) -> None:
        super().__init__()
        self.result = result


def played(language: str) -> tuple[list[Walked], list[Walked]]:
    """The conversations, each in every way that is another than its shortest, and the
    prompts by their kinds, in this language. Not within a running loop."""
    with tempfile.TemporaryDirectory(prefix="tilik-bubbles-") as folder:
        url = f"sqlite:///{Path(folder) / 'tilik.db'}"
        migrate(url)
        return asyncio.run(_played(url, language))


async def _played(url: str, language: str) -> tuple[list[Walked], list[Walked]]:
    speech = _speech()
    database = opened(url)
    try:
        town = await database.run(lambda store: peopled(store, language))
        walks = [
            await _undone(
                database,
                partial(walked, town=town, name=name, way=way, language=language, speech=speech),
            )
            for name in CONVERSATIONS
            for way in WAYS
        ]
        return _distinct(walks), await _prompts(database, town, language, speech)
    finally:
        await database.close()


def _speech() -> Speech:
    texts = catalogue()
    return Speech(texts, lexicon(texts, verbs=VERBS, conversations=CONVERSATIONS))


async def _undone(database: Database, job: Callable[[Store], R]) -> R:
    """Run the job and keep nothing of what it writes: every walk finds the same office."""

    def undone(store: Store) -> R:
        raise _Undone(job(store))

    try:
        return await database.run(undone)
    except _Undone as done:
        result: R = done.result
        return result


def _distinct(walks: list[Walked]) -> list[Walked]:
    """Without the ways that cost what the shortest does."""
    shortest = {one.conversation: one.count for one in walks if one.way == "shortest"}
    return [
        one for one in walks if one.way == "shortest" or one.count != shortest[one.conversation]
    ]


async def _prompts(database: Database, town: Town, language: str, speech: Speech) -> list[Walked]:
    dues = {due.kind: due for due in reversed(list(_dues()))}
    return [
        await _undone(
            database, partial(_prompted, due=dues[kind], language=language, speech=speech)
        )
        for kind in INVITATIONS
    ]


def _dues() -> Iterator[Due]:
    """What falls due around the day of the office: all kinds of it."""
    first, last = Quarter.of(TODAY).first_day, TODAY + timedelta(days=28)
    yield from own_prompts(first, last, decreed(), ZONE)
    day = TODAY
    while day <= last:
        summary = superior_summary_at(day, decreed(), ZONE)
        if summary is not None:
            yield summary
        day += timedelta(days=1)


def _prompted(store: Store, *, due: Due, language: str, speech: Speech) -> Walked:
    who: Player = "superior" if due.kind in ("short", "long", "quarter") else "employee"
    address = addresses.meet(store, "whatsapp", SENDERS[who], at=NOW).address
    person = addresses.person_at(store, address, due.at)
    letter = INVITATIONS[due.kind](store, person, due, due.at)
    phone = Phone(store, SENDERS[who], due.at, speech)
    if letter is not None:
        phone.reads(letter, language)
    return Walked(due.kind, who, "prompt", phone.count, tuple(phone.labels))
