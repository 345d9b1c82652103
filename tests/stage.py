"""The ground of a story: a database with an office in it, made once and copied for each story."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    contextmanager,
)
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Protocol, TypeAlias

from pydantic import SecretStr

from bot.config import Settings
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox
from bot.sandbox.whatsapp.templates.stored import Template
from bot.texts import catalogue
from bot.whatsapp.templates.shapes import shapes
from bot.whatsapp.templates.syncing import graph_of, synced
from models.dice import SYSTEM, Dice
from tests.actors import Book, Clock, World
from tests.chapters import Key, Scene
from tests.keyed import SECRET, opened
from tests.near import Memory, Wires
from tests.office import Office, Staff, open_office, staff_office
from tests.postgresql import apart

TOKEN = "1:demo"
META = {
    "token": "EAAG",
    "phone_id": "1000",
    "business_id": "2000",
    "app_secret": "app-secret",
    "verify_token": "verify-token",
}
"""What Meta gives to an office."""
CREDENTIALS: Mapping[str, Any] = {
    "secret": SecretStr(SECRET),
    "telegram_token": SecretStr(TOKEN),
    "telegram_rate": 0,
    "whatsapp_token": SecretStr(META["token"]),
    "whatsapp_phone_id": META["phone_id"],
    "whatsapp_business_id": META["business_id"],
    "whatsapp_app_secret": SecretStr(META["app_secret"]),
    "whatsapp_verify_token": SecretStr(META["verify_token"]),
    "whatsapp_rate": 0,
}
"""What Tilik's settings are in every story, whatever the platforms' addresses."""
Furnished: TypeAlias = tuple[Office, Staff | None]


class Ground(Protocol):
    """A database that is the same for each test that takes it."""

    def taken(self, folder: Path, chapters: Key = ()) -> AbstractContextManager[str]:
        """Its URL, for one test, which has the folder for itself; as it was kept after these."""
        ...

    def keep(self, url: str, chapters: Key) -> None:
        """Keep what is in the database now, after these chapters."""
        ...

    def has(self, chapters: Key) -> bool:
        """Whether that was kept, and is still there."""
        ...

    def furnished(self, write: Callable[[str], None]) -> Ground:
        """Another, which has also what is written at a URL."""
        ...


@dataclass(frozen=True)
class Stage:
    """Where a story is told: a channel, and a database in which the office has opened.

    The `is_first` of those without a chapter keeps how Tilik has begun there.
    """

    channel: str
    url: str
    office: Office
    staff: Staff | None
    chapters: int = 0
    scene: Scene | None = None
    is_first: bool = False
    keep: Callable[[Scene], object] = bool
    folder: Path = Path()
    memory: Memory | None = None

    def platforms(self, clock: Clock) -> AbstractAsyncContextManager[Boxes]:
        """Both platforms, as Tilik reaches them here."""
        return boxes(clock) if self.memory is None else near(self.memory, clock)

    def book(self, world: World, home: Path) -> Book:
        """What stands before the story in this world, whose Tilik has its files at `home`."""

        async def keep() -> None:
            await world.settles()
            await world.tilik.database.settle()
            self.keep(Scene.of(world, home, self.folder))

        answers = {} if self.scene is None else deepcopy(dict(self.scene.answers))
        return Book(self.chapters, self.scene is not None, keep, answers)


@dataclass(frozen=True)
class Boxes:
    """Both platforms, and Tilik's settings to reach them."""

    telegram: TelegramBox
    whatsapp: WhatsAppBox

    def settings(self, url: str, home: Path) -> Settings:
        return Settings(
            database_url=url,
            home=home,
            listen="127.0.0.1:0",
            telegram_api=self.telegram.url,
            whatsapp_api=self.whatsapp.url,
            **CREDENTIALS,
        )


@asynccontextmanager
async def boxes(clock: Clock) -> AsyncIterator[Boxes]:
    """Both platforms, listening."""
    there = made(clock)
    await there.telegram.start()
    await there.whatsapp.start()
    try:
        yield there
    finally:
        await there.telegram.stop()
        await there.whatsapp.stop()


@asynccontextmanager
async def near(memory: Memory, clock: Clock) -> AsyncIterator[Boxes]:
    """Both platforms, where Tilik reaches them in memory, and its database too."""
    there = made(clock)
    there.telegram.url, there.whatsapp.url = "http://telegram", "http://whatsapp"
    with Wires(there.telegram, there.whatsapp).laid(memory):
        try:
            yield there
        finally:
            await there.telegram.stop()
            await there.whatsapp.stop()


def made(clock: Clock) -> Boxes:
    """Both platforms as they are before a story: all templates of ours were judged long ago."""
    telegram = TelegramBox(TOKEN, username="TilikBot", clock=clock, flood=False)
    whatsapp = WhatsAppBox(**META, clock=clock, limits=False)
    whatsapp.templates.by_id |= approved()
    return Boxes(telegram, whatsapp)


@lru_cache
def approved() -> dict[str, Template]:
    """Every template of ours as the platform has it, by its number."""
    judging = WhatsAppBox(**META, clock=Clock()).templates
    for shape in shapes(catalogue()):
        judging.create(dict(shape))
    return {number: replace(made, status="APPROVED") for number, made in judging.by_id.items()}


async def furnished(url: str, home: Path, *, staffed: bool, dice: Dice = SYSTEM) -> Furnished:
    """Open the office in this empty database, on a day like the stories', with its templates."""
    clock = Clock()
    database = opened(url, dice=dice)
    office = await database.run(lambda store: open_office(store, now=clock()))
    staff = None
    if staffed:
        staff = await database.run(lambda store: staff_office(store, clock()))
    async with boxes(clock) as platforms:
        settings = platforms.settings(url, home)
        async with graph_of(settings) as graph:
            assert await synced(graph, settings, database, catalogue(), clock())
    await database.settle()
    await database.close()
    return office, staff


class Offices:
    """Databases with an office in them, each made for the first story that needs it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._made: dict[tuple[Ground, bool], tuple[Ground, Furnished]] = {}
        self._scenes: dict[tuple[Ground, Key], Scene] = {}

    @contextmanager
    def taken(
        self, empty: Ground, folder: Path, channel: str, *, staffed: bool, chapters: Key | None
    ) -> Iterator[Stage]:
        """A stage on a database like `empty`, with the office in it; `folder` is the story's.

        `chapters` begins with the channel; with None nothing is kept.
        """
        if (empty, staffed) not in self._made:
            self._made[empty, staffed] = self._opened(empty, staffed=staffed)
        ground, furnished = self._made[empty, staffed]
        key = chapters or ()
        scene = self._scenes.get((ground, key)) if ground.has(key) else None
        home = Path(mkdtemp(dir=self._home)) / "scene"

        with ground.taken(folder, key if scene else ()) as url:

            def keep(scene: Scene) -> None:
                ground.keep(url, key)
                self._scenes[ground, key] = scene

            count = sum(1 for one in key[1:] if not one.startswith("as in "))
            is_first = bool(key) and not count and scene is None
            memory = getattr(ground, "memory", None)
            yield Stage(channel, url, *furnished, count, scene, is_first, keep, home, memory)

    def _opened(self, empty: Ground, *, staffed: bool) -> tuple[Ground, Furnished]:
        made: list[Furnished] = []

        def write(url: str) -> None:
            made.append(apart(asyncio.run, furnished(url, self._home, staffed=staffed)))

        return empty.furnished(write), made[0]
