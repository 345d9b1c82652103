"""The runner: a Tilik that is killed again and again, and what is left when it is let live."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic

from bot.sandbox.calm import AT_LAST
from bot.sandbox.telegram import TelegramBox
from models.store.engine.database import Database
from models.store.engine.migrate import migrate
from tests.actors import NINE_O_CLOCK, Clock
from tests.keyed import opened
from tests.kills.checks import Effects, effects, idle, repeated
from tests.kills.lives import Lives
from tests.kills.town import Town, bad_weather
from tests.office import Office, open_office

TOKEN = "1:demo"
SECRET = "rahasia_pembunuh"
AT_START = 0.15
"""The share of lives that end while they begin."""
LONGEST_LIFE = 0.3
LONGEST_START = 0.25
FASTER = 10
"""On PostgreSQL Tilik's time runs so much faster: a letter of a dead life waits its 10 s there."""


@dataclass
class Outcome:
    """What a run has found."""

    kills: int = 0
    at_start: int = 0
    seconds: float = 0.0
    citizens: int = 0
    repeated: int = 0
    sends: int = 0
    polite: int = -1
    stuck: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    astray: list[str] = field(default_factory=list)
    ended_alone: list[int] = field(default_factory=list)
    effects: Effects | None = None
    log: str = ""


async def killed(
    url: str, home: Path, *, kills: int, seed: int, webhook: bool = False, crowd: int = 30
) -> Outcome:
    """Kill so many lives of a Tilik on the database, under load; tell what came of it."""
    await asyncio.to_thread(migrate, url)
    database = opened(url)
    try:
        office = await database.run(lambda store: open_office(store, now=NINE_O_CLOCK))
        box = TelegramBox(TOKEN, username="TilikBot", clock=Clock(), flood=False)
        box.haste = 0.01
        await box.start()
        try:
            there = settings(url, home, box, webhook=webhook)
            return await _run(database, box, office, there, home, kills, seed, crowd)
        finally:
            await box.stop()
    finally:
        await database.close()


async def _run(
    database: Database,
    box: TelegramBox,
    office: Office,
    settings: dict[str, str],
    home: Path,
    kills: int,
    seed: int,
    crowd: int,
) -> Outcome:
    town = Town(box, office.counters, seed=seed, crowd=crowd)
    outcome = Outcome()
    async with Lives(home, settings) as lives:
        coming = asyncio.create_task(town.gathers())
        began = monotonic()
        await _killing(lives, box, Random(seed), outcome, kills=kills)
        outcome.seconds = monotonic() - began
        box.faults.clear()
        await lives.born()
        await lives.ready()
        town.closes()
        await coming
        await town.empties()
        outcome.stuck = [citizen.tells() for citizen in town.citizens if not citizen.done]
        outcome.unanswered = await town.asks_again()
        await _settled(database, box)
        lives.end()
        outcome.polite = await lives.ended()
        outcome.log = lives.log()
    await town.ends()
    outcome.citizens = len(town.citizens)
    outcome.astray = [words for citizen in town.citizens for words in citizen.astray]
    outcome.repeated = repeated(box.ledger)
    outcome.sends = sum(sent.method == "sendMessage" for sent in box.ledger)
    day = NINE_O_CLOCK.date().isoformat()
    outcome.effects = await database.run(lambda store: effects(store, town.citizens, day=day))
    return outcome


async def _killing(
    lives: Lives, box: TelegramBox, dice: Random, outcome: Outcome, *, kills: int
) -> None:
    for _ in range(kills):
        bad_weather(box, dice)
        await lives.born()
        if dice.random() < AT_START:
            await asyncio.sleep(dice.uniform(0, LONGEST_START))
            outcome.at_start += 1
        else:
            await lives.ready()
            await asyncio.sleep(dice.uniform(0, LONGEST_LIFE))
        lives.kill()
        code = await lives.ended()
        outcome.kills += 1
        if code != -9:
            outcome.ended_alone.append(code)


async def _settled(database: Database, box: TelegramBox) -> None:
    """Until nothing is undelivered on either side, or a while has passed."""
    with suppress(TimeoutError, AssertionError):
        async with asyncio.timeout(AT_LAST):
            await box.quiet()
            while not await database.run(idle):
                await box.quiet(0.3)


def settings(url: str, home: Path, box: TelegramBox, *, webhook: bool) -> dict[str, str]:
    """The environment of a life on this database, with this Telegram."""
    speed = 1 if url.startswith("sqlite") else FASTER
    chosen = {
        "TILIK_DATABASE_URL": url,
        "TILIK_HOME": str(home),
        "TILIK_TELEGRAM_API": box.url,
        "TILIK_TELEGRAM_TOKEN": TOKEN,
        "TILIK_TELEGRAM_RATE": "0",
        "TILIK_KILLS_BEGAN": f"{monotonic()} {speed}",
    }
    if webhook:
        port = free_port()
        chosen["TILIK_LISTEN"] = f"127.0.0.1:{port}"
        chosen["TILIK_PUBLIC_URL"] = f"http://127.0.0.1:{port}"
        chosen["TILIK_TELEGRAM_SECRET"] = SECRET
    return chosen


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
