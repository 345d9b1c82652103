"""Several processes at once on one database: what only a lock between processes can prevent."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from time import monotonic

from aiohttp import ClientSession

from bot.sandbox.calm import AT_LAST
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from bot.telegram.webhook import SECRET_HEADER
from models.letters import Letter, Verbatim
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.engine.migrate import migrate
from models.store.letters import letters
from models.store.ratings.recount import recounted
from tests.actors import NINE_O_CLOCK, Clock
from tests.keyed import SECRET, opened
from tests.kills.lives import ROOT, Lives
from tests.kills.plants import PLANT
from tests.kills.runner import TOKEN, free_port
from tests.kills.town import FIRST, Town
from tests.office import Office, open_office
from tests.outbox import undelivered

CALLED = "rahasia_pembunuh"
SLOW = 2.0
"""Seconds in which Telegram answers: two posts look for letters meanwhile."""


class Processes:
    """So many lives on one database, an office in it, and a Telegram of their own."""

    def __init__(
        self, database: Database, office: Office, box: TelegramBox, lives: Sequence[Lives]
    ) -> None:
        self.database, self.office, self.box, self.lives = database, office, box, lives
        self.ports: list[int] = []
        self._number = 1000

    @property
    def trouble(self) -> list[str]:
        """Log lines that tell of a turn that failed or a database that was away."""
        lines = [line for one in self.lives for line in one.log().splitlines()]
        return [line for line in lines if "failed" in line or "away" in line]

    async def deliver(self, session: ClientSession, port: int, kind: str, body: object) -> None:
        """Deliver an update to one process, as Telegram would."""
        self._number += 1
        update = {"update_id": self._number, kind: body}
        called = {SECRET_HEADER: CALLED}
        url = f"http://127.0.0.1:{port}/telegram"
        async with session.post(url, json=update, headers=called) as answer:
            assert answer.status == 200, answer.status


@asynccontextmanager
async def processes(
    url: str, home: Path, *, number: int, plant: str = ""
) -> AsyncIterator[Processes]:
    """Start them, each with this bug planted."""
    await asyncio.to_thread(migrate, url)
    database = opened(url)
    office = await database.run(lambda store: open_office(store, now=NINE_O_CLOCK))
    box = TelegramBox(TOKEN, username="TilikBot", clock=Clock(), flood=False)
    await box.start()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        stack.push_async_callback(box.stop)
        ports, began = [free_port() for _ in range(number)], monotonic()
        lives = [
            await stack.enter_async_context(_life(url, home / f"life{n}", box, port, plant, began))
            for n, port in enumerate(ports)
        ]
        for one in lives:
            await one.born()
            await one.ready()
        there = Processes(database, office, box, lives)
        there.ports = ports
        yield there
        for one in lives:
            one.kill()
            await one.ended()


def _life(url: str, home: Path, box: TelegramBox, port: int, plant: str, began: float) -> Lives:
    home.mkdir()
    settings = {
        "TILIK_DATABASE_URL": url,
        "TILIK_HOME": str(home),
        "TILIK_SECRET": SECRET,
        "TILIK_TELEGRAM_API": box.url,
        "TILIK_TELEGRAM_TOKEN": TOKEN,
        "TILIK_TELEGRAM_RATE": "0",
        "TILIK_TELEGRAM_SECRET": CALLED,
        "TILIK_LISTEN": f"127.0.0.1:{port}",
        "TILIK_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TILIK_KILLS_BEGAN": f"{began} 1",
    }
    return Lives(home, settings | ({PLANT: plant} if plant else {}))


async def tapped_twice(there: Processes, citizens: int) -> list[str]:
    """Everybody taps two faces at once, and each tap comes to another process; gives what is wrong
    then: one tap counts, the other is late."""
    async with ClientSession() as session:
        phones = [there.box.phone(FIRST + n, name=f"Warga {n}") for n in range(citizens)]
        for number, phone in enumerate(phones):
            phone.started = True
            message = phone.keep({"from": phone.user, "text": f"/start {_code(there, number)}"})
            await there.deliver(session, there.ports[number % 2], "message", message)
        await there.box.calm.until(lambda: all(_asked(phone) for phone in phones))
        taps = [
            there.deliver(session, port, "callback_query", _tap(phone, which))
            for phone in phones
            for which, port in enumerate(there.ports)
        ]
        await asyncio.gather(*taps)
    found = await there.database.read(recounted)
    wrong = [f"{found.ratings} ratings of {citizens}"] if found.ratings != citizens else []
    return wrong + [str(one) for one in found.differences] + there.trouble


def _code(there: Processes, number: int) -> str:
    return there.office.counters[number % len(there.office.counters)].code


def _asked(phone: Phone) -> bool:
    return any(bubble.buttons for bubble in phone.messages if not bubble.mine)


def _tap(phone: Phone, which: int) -> dict[str, object]:
    bubble = phone.messages[-1]
    return {
        "id": phone.box.new_query(phone.id),
        "from": phone.user,
        "message": phone.stored[bubble.id],
        "chat_instance": str(phone.id),
        "data": [button for row in bubble.buttons for button in row][which].data,
    }


async def carried(there: Processes, chats: int) -> list[str]:
    """A dead process has left a letter in each chat, and two posts find them; gives who has heard
    it more than once."""
    for number in range(chats):
        there.box.phone(FIRST + number, name=f"Warga {number}").started = True
    there.box.faults.slow = SLOW
    await there.database.run(lambda store: _left(store, chats))
    async with asyncio.timeout(AT_LAST):
        while await there.database.run(undelivered):  # noqa: ASYNC110  (a store rings no bell)
            await asyncio.sleep(0.1)
    heard = Counter(one.chat_id for one in there.box.ledger if one.method == "sendMessage")
    return [f"{who} heard it {n} times" for who, n in heard.items() if n > 1]


def _left(store: Store, chats: int) -> None:
    for number in range(chats):
        met = addresses.meet(store, "telegram", str(FIRST + number), now=NINE_O_CLOCK)
        letter = Letter((Verbatim("Halo"),))
        letters.write(store, met.address, letter, now=NINE_O_CLOCK, carried=timedelta())


async def written_beside(there: Processes, url: str, *, times: int, plant: str = "") -> list[str]:
    """Citizens rate while a command writes; gives how often the database was away for either."""
    town = Town(there.box, there.office.counters, seed=3, crowd=8)
    coming = asyncio.create_task(town.gathers())
    command = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.kills.command", url, str(times)),
        stdout=PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), PLANT: plant},
    )
    async with asyncio.timeout(AT_LAST):
        told, _ = await command.communicate()
    town.closes()
    coming.cancel()
    with suppress(asyncio.CancelledError):
        await coming
    await town.ends()
    refused = int(told)
    return ([f"the command was refused {refused} times"] if refused else []) + there.trouble
