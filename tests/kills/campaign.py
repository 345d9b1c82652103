"""A campaign under kills: planners that plan at once, posts that die, and who was prompted."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic

from sqlalchemy import insert, select

from bot.sandbox.telegram import TelegramBox
from models.campaigns import Due
from models.letters import Letter, Text
from models.people import Address
from models.store import Store
from models.store import schema as tables
from models.store.chat import addresses
from models.store.engine.database import Database, opened
from models.store.engine.migrate import migrate
from models.store.prompts import prompts
from tests.actors import NINE_O_CLOCK, Clock
from tests.kills.lives import Lives
from tests.outbox import undelivered

TOKEN = "1:demo"
FIRST = 500_000
DAY = date(2026, 11, 23)
LETTER = Letter((Text("greet-stray"),))
DUE = Due("daily.2026-11-23", "log", DAY, NINE_O_CLOCK, DAY)
FASTER = 10
"""Tilik's time runs so much faster: what a dead life was sending is in doubt after 30 s of it."""
AT_A_TIME = 50
AT_START = 0.2
PATIENCE = 300.0


@dataclass
class Campaign:
    """What is to happen: so many people, planners and posts; the rate is messages a second."""

    people: int
    kills: int
    seed: int
    posts: int = 1
    planners: int = 1
    rate: float = 0
    flood: bool = False
    longest_life: float = 0.6


@dataclass
class Outcome:
    """Who was prompted how often, and what the store says of it."""

    planned: list[int] = field(default_factory=list)
    kills: int = 0
    seconds: float = 0.0
    received: Counter[int] = field(default_factory=Counter)
    states: dict[int, str] = field(default_factory=dict)
    listed: int = 0
    left: int = 0
    floods: int = 0
    log: str = ""

    @property
    def faults(self) -> list[str]:
        """What must not be: somebody prompted twice, or a send that nobody knows of."""
        told = [f"{who} was prompted {n} times" for who, n in self.received.items() if n > 1]
        for who, state in self.states.items():
            if state != "unknown" and self.received[who] != (state == "sent"):
                told.append(f"{who} was prompted {self.received[who]} times: {state}")
        if self.listed != self.ends["unknown"]:
            told.append(f"{self.ends['unknown']} are in doubt, {self.listed} are listed")
        if self.left or self.ends["waiting"]:
            told.append(f"{self.left} letters are left")
        return told

    @property
    def ends(self) -> Counter[str]:
        """How many prompts ended how."""
        return Counter(self.states.values())


async def killed(url: str, home: Path, campaign: Campaign) -> Outcome:
    """Plan and send the campaign while its posts are killed; tell what came of it."""
    await asyncio.to_thread(migrate, url)
    database = opened(url)
    box = TelegramBox(TOKEN, username="TilikBot", clock=Clock(), flood=campaign.flood)
    box.haste = 0.01
    await box.start()
    try:
        await database.run(lambda store: hire(store, campaign.people))
        for number in range(campaign.people):
            box.phone(FIRST + number).started = True
        return await _run(database, url, home, box, campaign)
    finally:
        await box.stop()
        await database.close()


async def _run(
    database: Database, url: str, home: Path, box: TelegramBox, campaign: Campaign
) -> Outcome:
    outcome = Outcome()
    if url.startswith("sqlite"):  # one process only: what is planned before it begins
        outcome.planned = [await planned(url)]
    async with AsyncExitStack() as stack:
        lives = [
            await stack.enter_async_context(_post(url, home / f"post{n}", box, campaign))
            for n in range(campaign.posts)
        ]
        for one in lives:
            await one.born()
            await one.ready()
        began = monotonic()
        killing = asyncio.create_task(_kill(lives, box, campaign, outcome))
        if not outcome.planned:
            planners = (asyncio.to_thread(_planned, url) for _ in range(campaign.planners))
            outcome.planned = await asyncio.gather(*planners)
        await killing
        box.faults.clear()
        await _until_settled(database)
        outcome.seconds = monotonic() - began
        for one in lives:
            one.end()
            await one.ended()
        outcome.log = "\n".join(one.log() for one in lives)
    await _tell(database, box, outcome)
    return outcome


def hire(store: Store, number: int) -> None:
    """So many people, each with an address of their own."""
    for n in range(number):
        person = store.execute(insert(tables.people).values(name=f"Pegawai {n}"))
        row = {
            "channel": "telegram",
            "sender": str(FIRST + n),
            "person_id": (person.inserted_primary_key or (0,))[0],
            "reachable": True,
            "wrong_codes": 0,
        }
        store.execute(insert(tables.addresses).values(**row))


async def planned(url: str, *, now: datetime = NINE_O_CLOCK) -> int:
    """One planner: everybody, some at a time; gives how many it has planned."""
    database = opened(url)
    try:
        everybody = await database.run(_everybody)
        number = 0
        for first in range(0, len(everybody), AT_A_TIME):
            some = everybody[first : first + AT_A_TIME]
            number += await database.run(partial(_some, some=some, now=now))
        return number
    finally:
        await database.close()


def _everybody(store: Store) -> list[Address]:
    query = select(tables.addresses.c.id).order_by(tables.addresses.c.id)
    return [addresses.by_id(store, number) for number in store.execute(query).scalars().all()]


def _some(store: Store, *, some: Sequence[Address], now: datetime) -> int:
    return sum(prompts.write(store, DUE, one, LETTER, lane="own", now=now) for one in some)


def _planned(url: str) -> int:
    return asyncio.run(planned(url))


def _post(url: str, home: Path, box: TelegramBox, campaign: Campaign) -> Lives:
    home.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{probe.getsockname()[1]}"
    settings = {
        "TILIK_DATABASE_URL": url,
        "TILIK_HOME": str(home),
        "TILIK_TELEGRAM_API": box.url,
        "TILIK_TELEGRAM_TOKEN": TOKEN,
        "TILIK_TELEGRAM_RATE": str(campaign.rate),
        "TILIK_TELEGRAM_SECRET": "rahasia_kampanye",
        "TILIK_LISTEN": listen,
        "TILIK_PUBLIC_URL": f"http://{listen}",
        "TILIK_KILLS_BEGAN": f"{monotonic()} {FASTER}",
    }
    return Lives(home, settings)


async def _kill(
    lives: Sequence[Lives], box: TelegramBox, campaign: Campaign, outcome: Outcome
) -> None:
    dice = Random(campaign.seed)
    while outcome.kills < campaign.kills:
        _weather(box, dice)
        await asyncio.sleep(dice.uniform(0.05, campaign.longest_life))
        one = dice.choice(lives)
        one.kill()
        await one.ended()
        outcome.kills += 1
        await one.born()
        if dice.random() < AT_START and outcome.kills < campaign.kills:
            await asyncio.sleep(dice.uniform(0, 0.3))
            one.kill()
            await one.ended()
            outcome.kills += 1
            await one.born()
        await one.ready()


def _weather(box: TelegramBox, dice: Random) -> None:
    box.faults.clear()
    box.faults.slow = dice.choice((0, 0.01, 0.05))
    match dice.randrange(6):
        case 0:
            box.faults.drop_after_accept("sendMessage", times=2)
        case 1:
            box.faults.fail("sendMessage", 429, retry_after=1)
        case 2:
            box.faults.fail("sendMessage", 502)
        case 3:
            box.faults.fail("sendMessage", 403)


async def _until_settled(database: Database) -> None:
    async with asyncio.timeout(PATIENCE):
        while await database.run(undelivered):  # noqa: ASYNC110  (a store rings no bell)
            await asyncio.sleep(0.1)


async def _tell(database: Database, box: TelegramBox, outcome: Outcome) -> None:
    for sent in box.ledger:
        if sent.method == "sendMessage":
            outcome.received[sent.chat_id] += 1
    query = select(tables.addresses.c.sender, tables.prompts.c.state).join(
        tables.prompts, tables.prompts.c.person_id == tables.addresses.c.person_id
    )
    rows = await database.run(lambda store: store.execute(query).all())
    outcome.states = {int(row.sender): row.state for row in rows}
    outcome.listed = len(await database.run(prompts.unknown))
    outcome.left = await database.run(undelivered)
    outcome.floods = sum(refused.code == 429 for refused in box.refusals)
