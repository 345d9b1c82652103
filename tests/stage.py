"""The ground of a story: a database with an office in it, made once and copied for each story."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeAlias

from pydantic import SecretStr

from bot.config import Settings
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox
from bot.sandbox.whatsapp.templates.stored import Template
from bot.texts import catalogue
from bot.whatsapp.templates.shapes import shapes
from bot.whatsapp.templates.syncing import graph_of, synced
from tests.actors import Clock
from tests.keyed import SECRET, opened
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
Furnished: TypeAlias = tuple[Office, Staff | None]


class Ground(Protocol):
    """A database that is the same for each test that takes it."""

    def taken(self, folder: Path) -> AbstractContextManager[str]:
        """Its URL, for one test, which has the folder for itself."""
        ...

    def furnished(self, write: Callable[[str], None]) -> Ground:
        """Another, which has also what is written at a URL."""
        ...


@dataclass(frozen=True)
class Stage:
    """Where a story is told: a channel, and a database in which the office has opened."""

    channel: str
    url: str
    office: Office
    staff: Staff | None


@dataclass(frozen=True)
class Boxes:
    """Both platforms, and Tilik's settings to reach them."""

    telegram: TelegramBox
    whatsapp: WhatsAppBox

    def settings(self, url: str, home: Path) -> Settings:
        return Settings(
            database_url=url,
            home=home,
            secret=SecretStr(SECRET),
            listen="127.0.0.1:0",
            telegram_token=SecretStr(TOKEN),
            telegram_api=self.telegram.url,
            telegram_rate=0,
            whatsapp_token=SecretStr(META["token"]),
            whatsapp_phone_id=META["phone_id"],
            whatsapp_business_id=META["business_id"],
            whatsapp_app_secret=SecretStr(META["app_secret"]),
            whatsapp_verify_token=SecretStr(META["verify_token"]),
            whatsapp_api=self.whatsapp.url,
            whatsapp_rate=0,
        )


@asynccontextmanager
async def boxes(clock: Clock) -> AsyncIterator[Boxes]:
    """Both platforms as they are before a story: all templates of ours were judged long ago."""
    telegram = TelegramBox(TOKEN, username="TilikBot", clock=clock, flood=False)
    whatsapp = WhatsAppBox(**META, clock=clock, limits=False)
    whatsapp.templates.by_id |= approved()
    await telegram.start()
    await whatsapp.start()
    try:
        yield Boxes(telegram, whatsapp)
    finally:
        await telegram.stop()
        await whatsapp.stop()


@lru_cache
def approved() -> dict[str, Template]:
    """Every template of ours as the platform has it, by its number."""
    judging = WhatsAppBox(**META, clock=Clock()).templates
    for shape in shapes(catalogue()):
        judging.create(dict(shape))
    return {number: replace(made, status="APPROVED") for number, made in judging.by_id.items()}


async def furnished(url: str, home: Path, *, staffed: bool) -> Furnished:
    """Open the office in this empty database, on a day like the stories', with its templates."""
    clock = Clock()
    database = opened(url)
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

    @contextmanager
    def taken(
        self, empty: Ground, folder: Path, *, staffed: bool
    ) -> Iterator[tuple[str, Office, Staff | None]]:
        """The URL of a database like `empty`, with the office in it; `folder` is the story's."""
        if (empty, staffed) not in self._made:
            self._made[empty, staffed] = self._opened(empty, staffed=staffed)
        ground, furnished = self._made[empty, staffed]
        with ground.taken(folder) as url:
            yield url, *furnished

    def _opened(self, empty: Ground, *, staffed: bool) -> tuple[Ground, Furnished]:
        made: list[Furnished] = []

        def write(url: str) -> None:
            made.append(apart(asyncio.run, furnished(url, self._home, staffed=staffed)))

        return empty.furnished(write), made[0]
