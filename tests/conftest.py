"""The stage of the stories: a running Tilik on each database, and the people who use it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.sandbox.telegram import TelegramBox
from bot.tilik import running
from models.store.database import opened
from tests.actors import Actor, Clock, World
from tests.office import Staff, open_office, staff_office

pytest_plugins = ["tests.databases"]
TOKEN = "1:demo"


@pytest.fixture
async def world(databases: str, tmp_path: Path) -> AsyncIterator[World]:
    """Tilik at an office on a Monday morning, on each database in turn."""
    clock = Clock()
    database = opened(databases)
    office = await database.run(lambda store: open_office(store, now=clock()))
    await database.close()
    box = TelegramBox(TOKEN, username="TilikBot", clock=clock, flood=False)
    await box.start()
    chosen = Settings(
        database_url=databases,
        home=tmp_path,
        telegram_token=SecretStr(TOKEN),
        telegram_api=box.url,
        telegram_rate=0,
    )
    try:
        async with running(chosen, clock=clock) as tilik:
            yield World(tilik, box, office, clock, databases)
    finally:
        await box.stop()


@pytest.fixture
def citizen(world: World) -> Actor:
    return world.actor(1001, "Sari")


@pytest.fixture
def other_citizen(world: World) -> Actor:
    return world.actor(1002, "Budi")


@pytest.fixture
async def head(world: World) -> Actor:
    """The head of the office, joined with the code from the office."""
    actor = world.actor(2001, "Ratna")
    await actor.says(f"daftar {world.office.head_code}")
    return actor


@pytest.fixture
async def staff(world: World) -> Staff:
    """Two employees at the counters of the office, and the head as their superior."""
    return await world.run(lambda store: staff_office(store, world.clock()))


@pytest.fixture
async def employee(world: World, staff: Staff) -> Actor:
    """Dewi Lestari, who serves at Loket 1 and has joined."""
    actor = world.actor(3001, "Dewi")
    await actor.says(f"daftar {staff.employee_code}")
    return actor


@pytest.fixture
async def colleague(world: World, staff: Staff) -> Actor:
    """Joko Santoso, who serves at Loket 2 and has joined."""
    actor = world.actor(3002, "Joko")
    await actor.says(f"daftar {staff.colleague_code}")
    return actor


@pytest.fixture
async def superior(head: Actor, staff: Staff) -> Actor:
    """Ratna Dewi: the head of the office, and the superior of both."""
    return head
