"""`tilik demo`: a Telegram and a WhatsApp in a box, Tilik against them, and a page of phones."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from pydantic import SecretStr
from pydantic_settings import BaseSettings
from pydantic_settings import PydanticBaseSettingsSource as Source

from bot import logs
from bot.channels import opened
from bot.cli.terminal import language, said
from bot.config import Settings
from bot.keys import keys
from bot.publishing import published
from bot.sandbox.demo.days import live_on
from bot.sandbox.demo.jumps import JUMPS, Jump, while_served
from bot.sandbox.demo.people import (
    HEAD_CHAT,
    KEEPER_CHAT,
    STAFF_CHATS,
    approve_templates,
    hang_posters,
    move_in,
    office,
)
from bot.sandbox.demo.tries import tries
from bot.sandbox.page.page import PhonesPage
from bot.sandbox.page.serving import mounted
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox
from bot.texts import catalogue
from models.dice import SYSTEM, Dice
from models.people import Person
from models.store import Store
from models.store.chat import addresses
from models.store.engine.migrate import migrate

if TYPE_CHECKING:
    from bot.app import Tilik

USERNAME = "TilikContohBot"
LINES = ("complain", "answer", "change", "code", "work")


class DemoSettings(Settings):
    """The settings of a demo: what the environment says is of the real office."""

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: Source, *_: Source, **__: Source
    ) -> tuple[Source, ...]:
        return (init_settings,)


@dataclass
class MovableClock:
    """The real clock, moved forward as often as whoever plays likes; it begins while the office
    serves."""

    real: Callable[[], datetime]
    ahead: timedelta = field(init=False)

    def __post_init__(self) -> None:
        now = self.real()
        self.ahead = while_served(now) - now

    def __call__(self) -> datetime:
        return self.real() + self.ahead


def demo(*, port: int, seed: int, browser: bool, clock: Callable[[], datetime]) -> int:
    """Play until Ctrl+C; the exit code. `port` 0 takes any free one."""
    logs.begin(least=logging.WARNING)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so the folder goes, however early
    with tempfile.TemporaryDirectory(prefix="tilik-demo-") as folder:
        try:
            return asyncio.run(
                _play(Path(folder), MovableClock(clock), port=port, seed=seed, browser=browser)
            )
        except KeyboardInterrupt:
            return 0
        except OSError as trouble:
            if trouble.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            print(said("demo-port-taken", port=str(port)), file=sys.stderr)
            return 1


async def _play(folder: Path, clock: MovableClock, *, port: int, seed: int, browser: bool) -> int:
    from bot.app import running

    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    telegram, whatsapp = boxes(clock)
    chosen = settings_in(folder, telegram, whatsapp)
    await asyncio.to_thread(migrate, chosen.database)
    page = mounted(telegram)
    page.shows(whatsapp)
    page.language = language()
    await furnished(page, whatsapp, chosen, seed)
    begun: asyncio.Future[Tilik] = asyncio.get_running_loop().create_future()
    movable(page, begun, clock, seed)
    await telegram.start(port=port)
    await whatsapp.start()
    apis = {"telegram_api": telegram.url, "whatsapp_api": whatsapp.url}
    try:
        async with running(chosen.model_copy(update=apis), clock=clock) as tilik:
            await whatsapp.subscribe(f"http://127.0.0.1:{tilik.listens_on}/whatsapp")
            await tilik.sync()
            begun.set_result(tilik)
            await _menus(tilik)
            print(ready(page, f"{telegram.url}/"), flush=True)
            if browser:
                await asyncio.to_thread(webbrowser.open, f"{telegram.url}/")
            await stop.wait()
    finally:
        begun.cancel()
        await whatsapp.stop()
        await telegram.stop()
    return 0


def ready(page: PhonesPage, url: str) -> str:
    """Where the page is, and the same lines as on it."""
    lines = [one.words[page.language] for one in page.tries]
    return said("demo-ready", url=url, **dict(zip(LINES, lines, strict=True)))


def boxes(clock: MovableClock) -> tuple[TelegramBox, WhatsAppBox]:
    token = f"{SYSTEM.below(10**9)}:{SYSTEM.hexadecimal(16)}"
    whatsapp = WhatsAppBox(
        token=SYSTEM.hexadecimal(32),
        phone_id="100000000000001",
        business_id="200000000000001",
        app_secret=SYSTEM.hexadecimal(16),
        verify_token=SYSTEM.hexadecimal(16),
        clock=clock,
    )
    return TelegramBox(token, username=USERNAME, clock=clock), whatsapp


def settings_in(folder: Path, telegram: TelegramBox, whatsapp: WhatsAppBox) -> Settings:
    """Both channels, and nothing of what the environment says."""
    return DemoSettings(
        database_url=f"sqlite:///{folder / 'tilik.db'}",
        home=folder,
        listen="127.0.0.1:0",
        telegram_token=SecretStr(telegram.token),
        whatsapp_token=SecretStr(whatsapp.business.token),
        whatsapp_phone_id=whatsapp.business.phone_id,
        whatsapp_business_id=whatsapp.business.business_id,
        whatsapp_app_secret=SecretStr(whatsapp.business.app_secret),
        whatsapp_verify_token=SecretStr(whatsapp.verify_token),
        whatsapp_number=whatsapp.number,
    )


async def furnished(page: PhonesPage, whatsapp: WhatsAppBox, chosen: Settings, seed: int) -> None:
    """The sample office in the store, its people and posters on the page."""
    now, texts = whatsapp.clock(), catalogue()
    # Of the seed come the codes on the posters too; what is drawn later is nobody's to foresee.
    dice = Dice(Random(seed).randbytes)  # noqa: S311  (sample data, not a secret)
    database = opened(chosen.database, keys=partial(keys, chosen), dice=dice)
    counters = await database.run(partial(office, now=now, seed=seed))
    await database.close()
    move_in(page, whatsapp)
    hang_posters(page, whatsapp, counters, texts)
    page.tries = tries(texts, page.posters[0])
    approve_templates(whatsapp, texts)


async def _menus(tilik: Tilik) -> None:
    """The menus that these people got when they joined, before the demo began."""
    from bot.turn.menu import menu_of

    now = tilik.clock()
    for chat in (HEAD_CHAT, KEEPER_CHAT, *STAFF_CHATS):
        person = await tilik.database.run(partial(_person, chat=str(chat), now=now))
        tilik.post.menu("telegram", str(chat), menu_of(person, tilik.texts))


def _person(store: Store, *, chat: str, now: datetime) -> Person:
    return addresses.person_at(store, addresses.meet(store, "telegram", chat).address, now)


def movable(
    page: PhonesPage, begun: asyncio.Future[Tilik], clock: MovableClock, seed: int
) -> None:
    """Let the page move the clock: what is due then is done at once, and no outage is noted. Who
    does that before Tilik has begun waits for it."""

    async def forward(minutes: float) -> None:
        tilik = await asyncio.shield(begun)
        before = clock()
        clock.ahead += timedelta(minutes=minutes)
        lived = partial(live_on, since=before, now=clock(), seed=seed)
        await tilik.database.run(lived)
        await tilik.planning.skip()
        await tilik.tidy()
        await tilik.tick()
        await tilik.close()
        await tilik.raise_waiting()
        await tilik.review()
        await tilik.sweep()

    async def jump(to: Jump) -> None:
        tilik = await asyncio.shield(begun)
        now = clock()
        at = await tilik.database.run(lambda store: to(store, now))
        await forward((at - now) / timedelta(minutes=1))

    async def published_now(name: str) -> str | None:
        tilik = await asyncio.shield(begun)
        files = await tilik.database.run(partial(published, texts=tilik.texts, now=clock()))
        return files.get(name)

    page.on_forward = forward
    page.published = published_now
    page.jumps = {name: partial(jump, to) for name, to in JUMPS.items()}
