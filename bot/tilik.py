"""The wiring: one Tilik out of a store, a desk, a post and a channel. Used by every command."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.config import Settings
from bot.desk import Desk
from bot.door import door, poll, telegram_route
from bot.files import Files
from bot.lines import telegram_line, whatsapp_line
from bot.menu import show
from bot.patience import until_answered
from bot.planning import Planning
from bot.post import Post
from bot.render.draw import Draughtsman
from bot.texts import Texts, catalogue, lexicon
from bot.whatsapp.door import whatsapp_routes
from handlers import CONVERSATIONS, VERBS
from models.store import letters
from models.store.database import Database, StoreAway, opened
from scheduler.due import expire, tidy
from scheduler.timetable import timetable

if TYPE_CHECKING:
    from bot.telegram.listener import Listener

_log = logging.getLogger("tilik")


def _future() -> asyncio.Future[None]:
    return asyncio.get_running_loop().create_future()


@dataclass
class Tilik:
    """One running Tilik. `tick` does at once what the timetable does in its time.

    `listener` asks Telegram, if Tilik is there; `listens_on` is the port where platforms call.
    """

    settings: Settings
    clock: Callable[[], datetime]
    database: Database
    desk: Desk
    post: Post
    listener: Listener | None
    texts: Texts
    planning: Planning
    files: Files
    broken: asyncio.Future[None] = field(default_factory=_future)
    listens_on: int | None = None

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
        """Take up open items and unsent letters, and begin to fetch what is wanted."""
        self.files.fetch()
        try:
            await self.desk.sweep()
            await self.post.sweep()
        except StoreAway:
            _log.warning("the database is away")

    async def sync(self) -> None:
        """Ask WhatsApp, if Tilik is there, which templates it has approved and for how many."""
        if not self.settings.has_whatsapp:
            return
        from bot.whatsapp.syncing import graph_of, synced

        async with graph_of(self.settings) as graph:
            await synced(graph, self.settings, self.database, self.texts, self.clock())

    async def tidy(self) -> None:
        """Forget what need not be known any longer."""
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: tidy(store, now))
            await self.database.settle()


@asynccontextmanager
async def assembled(settings: Settings, *, clock: Callable[[], datetime]) -> AsyncIterator[Tilik]:
    """A Tilik that can take deliveries and carry letters, over an up-to-date database."""
    texts = catalogue()
    database = opened(settings.database)
    draughtsman = Draughtsman(texts)
    words = lexicon(texts, verbs=VERBS, conversations=CONVERSATIONS)
    async with AsyncExitStack() as open_lines:
        open_lines.push_async_callback(database.close)
        lines = [
            await open_lines.enter_async_context(line(settings, database, texts, clock))
            for line in (telegram_line, whatsapp_line)
        ]
        mouths = {line.channel: line.mouth for line in lines if line is not None}
        ears = {line.channel: line.ear for line in lines if line is not None}
        sources = {line.channel: line.source for line in lines if line is not None}
        files = Files(database, sources, texts, clock=clock)
        open_lines.push_async_callback(files.close)
        post = Post(
            database, mouths, texts, clock=clock, draw=draughtsman.draw, show=files.shown
        )
        open_lines.push_async_callback(draughtsman.close)
        open_lines.push_async_callback(post.close)
        desk = Desk(
            database, ears, post, texts=texts, words=words, clock=clock, fetch=files.fetch
        )
        planning = Planning(database, clock, clock())
        listener = lines[0].listener if lines[0] is not None else None
        yield Tilik(settings, clock, database, desk, post, listener, texts, planning, files)


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
                "sync": (3600, tilik.sync),
            }
        )
        alarm.start()
        try:
            async with _door(tilik), _meanwhile(tilik.sync()):
                yield tilik
        finally:
            alarm.shutdown(wait=False)


@asynccontextmanager
async def _meanwhile(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do this beside all else; what is not done by the end is given up."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def _door(tilik: Tilik) -> AsyncIterator[None]:
    """The routes where platforms call, and the polling loop where Telegram does not.

    Telegram need not be there at the start: it is asked until it answers.
    """
    runner = await _listening(tilik) if tilik.settings.address else None
    try:
        if tilik.listener is None:
            yield
        else:
            async with _meanwhile(_hear(tilik, tilik.listener)):
                yield
    finally:
        if runner is not None:
            await runner.cleanup()


async def _listening(tilik: Tilik) -> web.AppRunner:
    runner = web.AppRunner(door(*_routes(tilik)), access_log=None, handle_signals=False)
    await runner.setup()
    host, port = tilik.settings.address or ("127.0.0.1", 0)
    await web.TCPSite(runner, host, port).start()
    tilik.listens_on = runner.addresses[0][1]
    return runner


def _routes(tilik: Tilik) -> Iterator[web.RouteDef]:
    chosen = tilik.settings
    if chosen.has_telegram:
        yield telegram_route(tilik.desk, chosen.telegram_secret.get_secret_value())
    if chosen.has_whatsapp:
        yield from whatsapp_routes(
            tilik.desk,
            secret=chosen.whatsapp_app_secret.get_secret_value(),
            verify_token=chosen.whatsapp_verify_token.get_secret_value(),
        )


async def _hear(tilik: Tilik, listener: Listener) -> None:
    try:
        if tilik.settings.public_url:
            await until_answered(lambda: _open_webhook(tilik, listener))
            await show(listener, tilik.texts)
        else:
            menu = asyncio.create_task(show(listener, tilik.texts))
            try:
                await poll(listener, tilik.desk)
            finally:
                menu.cancel()
    except asyncio.CancelledError:
        raise
    except Exception as wrong:
        tilik.fail(wrong)


async def _open_webhook(tilik: Tilik, listener: Listener) -> None:
    secret = tilik.settings.telegram_secret.get_secret_value()
    await listener.open_webhook(f"{tilik.settings.public_url}/telegram", secret=secret)
