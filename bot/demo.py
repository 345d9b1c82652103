"""`tilik demo`: a Telegram in a box, Tilik against it, and a page of phones to be everybody."""

from __future__ import annotations

import asyncio
import secrets
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot.command_words import language, said
from bot.config import Settings
from bot.sandbox.calendar import JUMPS
from bot.sandbox.office import HEAD, ZONE, furnish
from bot.sandbox.records import Poster
from bot.sandbox.staff import HIRES
from bot.sandbox.telegram import TelegramBox
from models.people import Person
from models.store import Store, addresses
from models.store.database import opened
from models.store.migrate import migrate

if TYPE_CHECKING:
    from bot.tilik import Tilik

USERNAME = "TilikContohBot"
CITIZENS = ((1001, "Sari"), (1002, "Budi"))
HEAD_CHAT = 2001
STAFF_CHATS = (3001, 3002)


@dataclass
class MovableClock:
    """The real clock, moved forward as often as whoever plays likes."""

    real: Callable[[], datetime]
    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return self.real() + self.ahead


def demo(*, port: int, seed: int, browser: bool, clock: Callable[[], datetime]) -> int:
    """Play until Ctrl+C; the exit code. `port` 0 takes any free one."""
    with tempfile.TemporaryDirectory(prefix="tilik-demo-") as folder:
        try:
            return asyncio.run(
                _play(Path(folder), MovableClock(clock), port=port, seed=seed, browser=browser)
            )
        except KeyboardInterrupt:
            return 0
        except OSError:
            print(said("demo-port-taken", port=str(port)), file=sys.stderr)
            return 1


async def _play(folder: Path, clock: MovableClock, *, port: int, seed: int, browser: bool) -> int:
    from bot.tilik import running

    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    token = f"{secrets.randbelow(10**9)}:{secrets.token_urlsafe(16)}"
    box = TelegramBox(token, username=USERNAME, clock=clock)
    url = f"sqlite:///{folder / 'tilik.db'}"
    await asyncio.to_thread(migrate, url)
    await _furnished(box, url, clock, seed)
    await box.start(port=port)
    chosen = Settings(
        database_url=url,
        home=folder,
        listen="",
        public_url="",
        telegram_token=SecretStr(token),
        telegram_api=box.url,
    )
    try:
        async with running(chosen, clock=clock) as tilik:
            _movable(box, tilik, clock)
            await _menus(tilik)
            print(said("demo-ready", url=f"{box.url}/"), flush=True)
            if browser:
                await asyncio.to_thread(webbrowser.open, f"{box.url}/")
            await stop.wait()
    finally:
        await box.stop()
    return 0


async def _menus(tilik: Tilik) -> None:
    """The menus that these people got when they joined, before the demo began."""
    from bot.menu import menu_of

    now = tilik.clock()
    for chat in (HEAD_CHAT, *STAFF_CHATS):
        person = await tilik.database.run(partial(_person, chat=str(chat), now=now))
        tilik.post.menu("telegram", str(chat), menu_of(person, tilik.texts))


def _person(store: Store, *, chat: str, now: datetime) -> Person:
    return addresses.person_at(store, addresses.meet(store, "telegram", chat).address, now)


def _movable(box: TelegramBox, tilik: Tilik, clock: MovableClock) -> None:
    """Let the page move the clock: what is due then is done at once, and no outage is noted."""

    async def forward(minutes: float) -> None:
        clock.ahead += timedelta(minutes=minutes)
        await tilik.planning.skip()
        await tilik.tidy()
        await tilik.tick()

    async def jump(to: Callable[[datetime], datetime]) -> None:
        now = clock()
        await forward((to(now) - now) / timedelta(minutes=1))

    box.on_forward = forward
    box.jumps = {name: partial(jump, to) for name, to in JUMPS.items()}


async def _furnished(box: TelegramBox, url: str, clock: MovableClock, seed: int) -> None:
    """The sample office in the store, its posters and people on the page."""
    now = clock()
    today = now.astimezone(ZoneInfo(ZONE)).date()
    database = opened(url)
    counters = await database.run(
        lambda store: furnish(
            store,
            head=str(HEAD_CHAT),
            staff=[str(chat) for chat in STAFF_CHATS],
            today=today,
            now=now,
            seed=seed,
        )
    )
    await database.close()
    box.language = language()
    box.zone = ZoneInfo(ZONE)
    for number, name in CITIZENS:
        box.phone(number, name=name, language=language())
        box.roles[number] = "citizen"
    for number, one in zip(STAFF_CHATS, HIRES, strict=True):
        box.phone(number, name=one.name.split()[0], language=language()).started = True
        box.roles[number] = "officer"
    box.phone(HEAD_CHAT, name=HEAD, language=language()).started = True
    box.roles[HEAD_CHAT] = "head"
    for counter in counters:
        link = f"https://t.me/{USERNAME}?start={counter.code}"
        box.posters.append(Poster(counter.services[0].name, counter.name, counter.code, link))
