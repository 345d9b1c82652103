"""The stage of the stories: a running Tilik on each database, and the people who use it."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import running
from bot.cli.run import settle_memory
from bot.config import Settings
from bot.render.draw import Draughtsman
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox
from bot.texts import catalogue
from bot.whatsapp.templates.shapes import shapes
from models.store.engine.database import opened
from tests.actors import Actor, Clock, World
from tests.office import Staff, open_office, staff_office

pytest_plugins = ["tests.databases", "tests.storybook", "pytester"]
TOKEN = "1:demo"
META = {
    "token": "EAAG",
    "phone_id": "1000",
    "business_id": "2000",
    "app_secret": "app-secret",
    "verify_token": "verify-token",
}
"""What Meta gives to an office."""


def pytest_configure(config: pytest.Config) -> None:
    for channel in ("telegram", "whatsapp"):
        told = f"{channel}(why): what the story tells is there on this channel alone, and why"
        config.addinivalue_line("markers", told)


def pytest_collection_finish() -> None:
    """As Tilik itself does at its start: to walk all it has imported is an eighth of the time."""
    for module in ("bot.telegram.listener", "bot.whatsapp.outbound.speaker", "bot.app"):
        import_module(module)
    settle_memory()
    gc.set_threshold(20_000, 50, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A story of a channel's own ways is told there alone."""
    items[:] = [item for item in items if not _elsewhere(item)]


def _elsewhere(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    here = callspec.params.get("stage") if callspec is not None else None
    other = {"telegram": "whatsapp", "whatsapp": "telegram"}.get(here or "", "")
    return bool(other) and item.get_closest_marker(other) is not None


@pytest.fixture(params=["telegram", "whatsapp"])
def stage(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A channel and a database: between them the two runs of a story meet all four.

    Where there is no PostgreSQL, both meet SQLite; the store's own tests say so loudly.
    """
    engine = {"telegram": "sqlite", "whatsapp": "postgresql"}[request.param]
    try:
        return request.param, request.getfixturevalue(engine)
    except pytest.skip.Exception:
        return request.param, request.getfixturevalue("sqlite")


def approved(whatsapp: WhatsAppBox) -> None:
    """Every template of ours, judged long before the story."""
    for shape in shapes(catalogue()):
        number = whatsapp.templates.create(dict(shape))["id"]
        made = whatsapp.templates.by_id[number]
        whatsapp.templates.by_id[number] = replace(made, status="APPROVED")


@pytest.fixture(scope="session")
async def draughtsman() -> AsyncIterator[Draughtsman]:
    """The process that draws the pictures of every story: to start one takes a second."""
    shared = Draughtsman(catalogue())
    yield shared
    await shared.close()


@pytest.fixture
async def world(
    stage: tuple[str, str], tmp_path: Path, draughtsman: Draughtsman
) -> AsyncIterator[World]:
    """Tilik at an office on a Monday morning, its people on each channel in turn."""
    channel, url = stage
    clock = Clock()
    database = opened(url)
    office = await database.run(lambda store: open_office(store, now=clock()))
    await database.close()
    telegram = TelegramBox(TOKEN, username="TilikBot", clock=clock, flood=False)
    whatsapp = WhatsAppBox(**META, clock=clock, limits=False)
    await telegram.start()
    await whatsapp.start()
    approved(whatsapp)
    chosen = Settings(
        database_url=url,
        home=tmp_path,
        listen="127.0.0.1:0",
        telegram_token=SecretStr(TOKEN),
        telegram_api=telegram.url,
        telegram_rate=0,
        whatsapp_token=SecretStr(META["token"]),
        whatsapp_phone_id=META["phone_id"],
        whatsapp_business_id=META["business_id"],
        whatsapp_app_secret=SecretStr(META["app_secret"]),
        whatsapp_verify_token=SecretStr(META["verify_token"]),
        whatsapp_api=whatsapp.url,
        whatsapp_rate=0,
    )
    try:
        async with running(chosen, clock=clock, draw=draughtsman.draw) as tilik:
            await whatsapp.subscribe(f"http://127.0.0.1:{tilik.listens_on}/whatsapp")
            await tilik.sync()
            yield World(tilik, telegram, whatsapp, channel, office, clock, url)
    finally:
        await telegram.stop()
        await whatsapp.stop()


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
    await actor.joins(world.office.head_code)
    return actor


@pytest.fixture
async def staff(world: World) -> Staff:
    """Two employees at the counters of the office, and the head as their superior."""
    return await world.run(lambda store: staff_office(store, world.clock()))


@pytest.fixture
async def employee(world: World, staff: Staff) -> Actor:
    """Dewi Lestari, who serves at Loket 1 and has joined."""
    actor = world.actor(3001, "Dewi")
    await actor.joins(staff.employee_code)
    return actor


@pytest.fixture
async def colleague(world: World, staff: Staff) -> Actor:
    """Joko Santoso, who serves at Loket 2 and has joined."""
    actor = world.actor(3002, "Joko")
    await actor.joins(staff.colleague_code)
    return actor


@pytest.fixture
async def superior(head: Actor, staff: Staff) -> Actor:
    """Ratna Dewi: the head of the office, and the superior of both."""
    return head
