"""The stage of the stories: a running Tilik on each database, and the people who use it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.app import Tilik, running
from bot.cli.run import settle_memory
from bot.render.draw import Draughtsman
from bot.telegram import lazy_aiogram  # noqa: F401  (first: a test's own import would build all)
from bot.texts import catalogue
from tests.actors import Actor, Clock, World
from tests.chapters import chapter, chapters_of
from tests.keyed import SECRET
from tests.office import Staff
from tests.postgresql import MEMORY, is_roomy
from tests.stage import Offices, Stage

# Else each worker, and each process that a test starts, compiles Tilik and its packages anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
gc.disable()  # an eighth of the start; `pytest_collection_finish` turns it on again
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")  # on a busy machine examples may come slowly, and none is quick
pytest_plugins = [
    "tests.compiled",
    "tests.understood",
    "tests.connections",
    "tests.databases",
    "tests.sample",
    "tests.one_stage",
    "tests.storybook",
    "tests.reached",
    "tests.forked",
    "pytester",
]
ENGINES = {"telegram": "_sqlite", "whatsapp": "_postgresql"}


def pytest_addoption(parser: pytest.Parser) -> None:
    told = "every story on both stages, and what takes long in full length: `make test-all`"
    parser.addoption("--all", action="store_true", help=told)


def pytest_configure(config: pytest.Config) -> None:
    os.environ["TILIK_SECRET"] = SECRET  # what one command keeps under it, another must find
    if is_roomy():
        # Nobody pulls the plug of a test: its commits need not wait for a real disk.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    told = "long(why): takes long, and something shorter of its kind is always run: `--all` only"
    config.addinivalue_line("markers", told)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long is left to `make test-all`."""
    if config.getoption("--all"):
        return
    long = [item for item in items if item.get_closest_marker("long") is not None]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


@pytest.fixture(scope="session")
def whole(pytestconfig: pytest.Config) -> bool:
    """Whether what takes long is to be run in full length."""
    return bool(pytestconfig.getoption("--all"))


def pytest_collection_finish() -> None:
    """As Tilik itself does at its start: to walk all it has imported is an eighth of the time."""
    for module in ("bot.telegram.listener", "bot.whatsapp.outbound.speaker", "bot.app"):
        import_module(module)
    settle_memory()
    gc.set_threshold(20_000, 50, 100)


@pytest.fixture(scope="session", autouse=True)
def _interrupted() -> Iterator[None]:
    """Ctrl-C ends the run as ever; asyncio, which would put its own handler in place of Python's
    for each test and each fixture, spells out a whole task every time."""

    def end(_: int, __: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, end)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Offices:
    """Databases in which the office has opened, to be taken by one story after another."""
    return Offices(tmp_path_factory.mktemp("home"))


@pytest.fixture(params=["telegram", "whatsapp"])
def stage(
    request: pytest.FixtureRequest, offices: Offices, tmp_path: Path, is_near: bool
) -> Iterator[Stage]:
    """A channel and a database: between them the two runs of a story meet all four.

    Where there is no PostgreSQL, both meet SQLite; the store's own tests say so loudly.
    """
    staffed = "staff" in request.fixturenames
    try:
        engine = "_memory" if is_near else ENGINES[request.param]
        ground = request.getfixturevalue(engine)
    except pytest.skip.Exception:
        ground = request.getfixturevalue("_sqlite")
    told, channel = chapters_of(request), request.param
    chapters = None if told is None else (channel, *told)
    with offices.taken(ground, tmp_path, channel, staffed=staffed, chapters=chapters) as stage:
        yield stage


@pytest.fixture(scope="session")
async def draughtsman() -> AsyncIterator[Draughtsman]:
    """The process that draws the pictures of every story: to start one takes a second."""
    shared = Draughtsman(catalogue())
    yield shared
    await shared.close()


@asynccontextmanager
async def by_hand(tilik: Tilik) -> AsyncIterator[None]:
    """No timetable wakes anything: the story says when time passes."""
    await tilik.begin()
    yield


@asynccontextmanager
async def as_it_was(_: Tilik) -> AsyncIterator[None]:
    """The same over a scene: who told what was before had begun, and nothing waited at its end."""
    yield


@pytest.fixture
async def world(stage: Stage, tmp_path: Path, draughtsman: Draughtsman) -> AsyncIterator[World]:
    """Tilik at an office on a Monday morning, its people on each channel in turn."""
    clock = Clock()
    async with stage.platforms(clock) as there:
        if stage.scene is not None:
            stage.scene.set(there, clock, tmp_path)
        chosen, draw = there.settings(stage.url, tmp_path), draughtsman.draw
        wakes = by_hand if stage.scene is None else as_it_was
        async with running(chosen, clock=clock, draw=draw, wakes=wakes) as tilik:
            hook = f"http://127.0.0.1:{tilik.listens_on}/whatsapp"
            if stage.scene is None:
                await there.whatsapp.subscribe(hook)
            else:
                there.whatsapp.hook(hook)
            people = (stage.channel, stage.office, clock, stage.url)
            world = World(tilik, there.telegram, there.whatsapp, *people)
            world.book = stage.book(world, tmp_path)
            if stage.is_first and world.book.keep is not None:
                await world.book.keep()
            yield world


@pytest.fixture
def citizen(world: World) -> Actor:
    return world.actor(1001, "Sari")


@pytest.fixture
def other_citizen(world: World) -> Actor:
    return world.actor(1002, "Budi")


@chapter
async def head(world: World) -> Actor:
    """The head of the office, joined with the code from the office."""
    actor = world.actor(2001, "Ratna")
    await actor.joins(world.office.head_code)
    return actor


@pytest.fixture
def staff(stage: Stage) -> Staff:
    """Two employees at the counters of the office, and the head as their superior."""
    assert stage.staff is not None
    return stage.staff


@chapter
async def employee(world: World, staff: Staff) -> Actor:
    """Dewi Lestari, who serves at Loket 1 and has joined."""
    actor = world.actor(3001, "Dewi")
    await actor.joins(staff.employee_code)
    return actor


@chapter
async def colleague(world: World, staff: Staff) -> Actor:
    """Joko Santoso, who serves at Loket 2 and has joined."""
    actor = world.actor(3002, "Joko")
    await actor.joins(staff.colleague_code)
    return actor


@pytest.fixture
def superior(head: Actor, staff: Staff) -> Actor:
    """Ratna Dewi: the head of the office, and the superior of both."""
    return head
