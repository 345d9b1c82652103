"""The wiring: one Tilik out of a store, a desk, a post and a channel. Used by every command."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from bot.config import Settings
from bot.desk import Desk
from bot.door import poll, webhook
from bot.menu import show
from bot.patience import until_answered
from bot.planning import Planning
from bot.post import Post
from bot.render.draw import Draughtsman
from bot.telegram.heard import CHANNEL, ear
from bot.telegram.listener import Listener
from bot.telegram.shared import Shared
from bot.telegram.speaker import Speaker
from bot.texts import Texts, catalogue, lexicon
from handlers import CONVERSATIONS, VERBS
from models.store import letters
from models.store.database import Database, StoreAway, opened
from scheduler.due import expire, tidy
from scheduler.timetable import timetable

_log = logging.getLogger("tilik")


def _future() -> asyncio.Future[None]:
    return asyncio.get_running_loop().create_future()


@dataclass
class Tilik:
    """One running Tilik. `tick` does at once what the timetable does in its time."""

    settings: Settings
    clock: Callable[[], datetime]
    database: Database
    desk: Desk
    post: Post
    listener: Listener
    texts: Texts
    planning: Planning
    broken: asyncio.Future[None] = field(default_factory=_future)

    def fail(self, wrong: BaseException) -> None:
        """Something has ended that must not: `broken` says what."""
        if not self.broken.done():
            self.broken.set_exception(wrong)

    async def tick(self) -> None:
        """Expire what is over, plan what is due, take up what is open, carry what waits."""
        await self.expire()
        await self.planning.plan()
        await self.sweep()

    async def expire(self) -> None:
        """Expire what is over."""
        try:
            now = self.clock()
            await self.database.run(lambda store: expire(store, now))
        except StoreAway:
            _log.warning("the database is away")

    async def sweep(self) -> None:
        """Take up open items and unsent letters."""
        try:
            await self.desk.sweep()
            await self.post.sweep()
        except StoreAway:
            _log.warning("the database is away")

    async def tidy(self) -> None:
        """Forget what need not be known any longer."""
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: tidy(store, now))
            await self.database.settle()


@asynccontextmanager
async def assembled(settings: Settings, *, clock: Callable[[], datetime]) -> AsyncIterator[Tilik]:
    """A Tilik that can take deliveries and carry letters, over an up-to-date database."""
    token = settings.telegram_token.get_secret_value()
    texts = catalogue()
    database = opened(settings.database)
    shared = None if settings.file else Shared(database, CHANNEL)
    speaker = Speaker(token, api=settings.telegram_api, rate=settings.telegram_rate, budget=shared)
    listener = Listener(token, api=settings.telegram_api)
    draughtsman = Draughtsman(texts)
    mouths = {CHANNEL: speaker}
    post = Post(database, mouths, texts, clock=clock, draw=draughtsman.draw)
    words = lexicon(texts, verbs=VERBS, conversations=CONVERSATIONS)
    desk = Desk(database, {CHANNEL: ear(token)}, post, texts=texts, words=words, clock=clock)
    await speaker.open()
    try:
        planning = Planning(database, clock, clock())
        yield Tilik(settings, clock, database, desk, post, listener, texts, planning)
    finally:
        await post.close()
        await draughtsman.close()
        await speaker.close()
        await listener.close()
        await database.close()


@asynccontextmanager
async def running(settings: Settings, *, clock: Callable[[], datetime]) -> AsyncIterator[Tilik]:
    """The whole product: what it hears, what it says, and its timetable."""
    async with assembled(settings, clock=clock) as tilik:
        if settings.database.startswith("sqlite"):
            now = clock()
            await tilik.database.run(lambda store: letters.orphaned(store, now))
        await tilik.planning.beat()
        await tilik.tidy()
        await tilik.expire()
        await tilik.sweep()
        alarm = timetable(
            {
                "expire": (5, tilik.expire),
                "sweep": (1, tilik.sweep),
                "plan": (10, tilik.planning.go_on),
                "beat": (60, tilik.planning.beat),
                "tidy": (60, tilik.tidy),
            }
        )
        alarm.start()
        try:
            async with _door(tilik):
                yield tilik
        finally:
            alarm.shutdown(wait=False)


@asynccontextmanager
async def _door(tilik: Tilik) -> AsyncIterator[None]:
    """The webhook where there is a public URL, else the polling loop.

    Telegram need not be there at the start: it is asked until it answers.
    """
    runner = await _listening(tilik) if tilik.settings.address else None
    work = asyncio.create_task(_hear(tilik))
    try:
        yield
    finally:
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work
        if runner is not None:
            await runner.cleanup()


async def _listening(tilik: Tilik) -> web.AppRunner:
    app = webhook(tilik.desk, tilik.settings.telegram_secret.get_secret_value())
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    host, port = tilik.settings.address or ("127.0.0.1", 0)
    await web.TCPSite(runner, host, port).start()
    return runner


async def _hear(tilik: Tilik) -> None:
    try:
        if tilik.settings.public_url:
            await until_answered(lambda: _open_webhook(tilik))
            await show(tilik.listener, tilik.texts)
        else:
            menu = asyncio.create_task(show(tilik.listener, tilik.texts))
            try:
                await poll(tilik.listener, tilik.desk)
            finally:
                menu.cancel()
    except asyncio.CancelledError:
        raise
    except Exception as wrong:
        tilik.fail(wrong)


async def _open_webhook(tilik: Tilik) -> None:
    secret = tilik.settings.telegram_secret.get_secret_value()
    await tilik.listener.open_webhook(f"{tilik.settings.public_url}/telegram", secret=secret)
