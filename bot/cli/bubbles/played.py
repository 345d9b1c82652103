"""Every conversation and every prompt, played in a store that is thrown away afterwards."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.channels import opened
from bot.cli.bubbles.phone import PlayedPhone
from bot.cli.bubbles.town import NOW, SENDERS, TODAY, Town, peopled
from bot.cli.bubbles.walks import WAYS, Walked, walked
from bot.inbound.outcome import Speech
from bot.sandbox.demo.staff import ZONE
from bot.texts import catalogue, lexicon
from bot.whatsapp.traits import WHATSAPP
from handlers import CONVERSATIONS, VERBS
from handlers.engine.manifest import Player
from handlers.listed import PROMPTS
from models.calendar import decreed
from models.campaigns import Due
from models.keys import Keys
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.engine.migrate import migrate
from models.store.prompts.kinds import Prompt, Prompts
from models.store.prompts.prompts import Lane

R = TypeVar("R")
SPOKEN_TO: Mapping[Lane, Player] = {"own": "employee", "team": "superior", "hr": "employee"}


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
    database = opened(url, keys=lambda: Keys(bytes(32)))
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
    return [
        await _undone(
            database,
            partial(_prompted, prompt=one, due=_due(one), language=language, speech=speech),
        )
        for one in PROMPTS.every
    ]


def _due(prompt: Prompt) -> Due:
    """One from the day of the office on, or where none comes, of this quarter."""
    last, alone = TODAY + timedelta(days=28), Prompts((prompt,))
    found = alone.falling(TODAY, last, decreed(), ZONE)
    return (found or alone.falling(Quarter.of(TODAY).first_day, last, decreed(), ZONE))[0]


def _prompted(store: Store, *, prompt: Prompt, due: Due, language: str, speech: Speech) -> Walked:
    who = SPOKEN_TO[prompt.lane]
    met = addresses.meet(store, WHATSAPP.name, SENDERS[who])
    address = addresses.heard_from(store, met, at=NOW).address
    person = addresses.person_at(store, address, due.at)
    letter = prompt.words(store, person, due, due.at)
    phone = PlayedPhone(store, SENDERS[who], due.at, speech)
    if letter is not None:
        phone.reads(letter, language)
    return Walked(due.kind, who, "prompt", phone.count, tuple(phone.labels))
