"""The wiring: one Tilik out of a store, a desk, a post and a channel. Used by every command."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    suppress,
)
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from bot.attachments.made import makers
from bot.background.planning import Planning
from bot.background.sealing import Sealing
from bot.channels import LOUD, telegram_line, whatsapp_line
from bot.config import Settings
from bot.imports.chat.received import Received
from bot.inbound.desk import Desk
from bot.inbound.hearing import hearing
from bot.inbound.outcome import Speech
from bot.keys import keys
from bot.outbound.files import Files
from bot.outbound.post import Draw, Post
from bot.render.draw import Draughtsman
from bot.telegram.until_answered import meanwhile
from bot.texts import Texts, catalogue, lexicon
from handlers import CONVERSATIONS, VERBS
from models.dice import SYSTEM, Dice
from models.keys import Keys
from models.store.engine.database import Database, StoreAway, opened
from models.store.letters import claims
from scheduler.due import expire, tidy
from scheduler.timetable import Job, timetable

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
    received: Received
    sealing: Sealing
    broken: asyncio.Future[None] = field(default_factory=_future)
    listens_on: int | None = None

    @property
    def keys(self) -> Keys:
        """What the database does not know: keys for the trail, identities and citizens."""
        return self.sealing.keys

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
        """Take up open items and unsent letters, and begin to fetch what is wanted
        and to read what the office has sent."""
        self.files.fetch()
        self.received.fetch()
        try:
            await self.desk.sweep()
            await self.post.sweep()
        except StoreAway:
            _log.warning("the database is away")

    async def sync(self) -> None:
        """Ask WhatsApp, if Tilik is there, which templates it has approved and for how many."""
        if not self.settings.has_whatsapp:
            return
        from bot.whatsapp.templates.syncing import graph_of, synced

        async with graph_of(self.settings) as graph:
            await synced(graph, self.settings, self.database, self.texts, self.clock())

    async def tidy(self) -> None:
        """Forget what need not be known any longer, and seal what must be known."""
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: tidy(store, now))
            await self.database.settle()
        await self.sealing.seal()


@asynccontextmanager
async def assembled(
    settings: Settings,
    *,
    clock: Callable[[], datetime],
    dice: Dice = SYSTEM,
    draw: Draw | None = None,
) -> AsyncIterator[Tilik]:
    """A Tilik that can take deliveries and carry letters, over an up-to-date database."""
    texts = catalogue()
    database = opened(settings.database, dice=dice, loud=LOUD)
    async with AsyncExitStack() as open_lines:
        open_lines.push_async_callback(database.close)
        if draw is None:
            draughtsman = Draughtsman(texts)
            open_lines.push_async_callback(draughtsman.close)
            draw = draughtsman.draw
        lines = [
            await open_lines.enter_async_context(line(settings, database, texts, clock))
            for line in (telegram_line, whatsapp_line)
        ]
        mouths = {line.channel: line.mouth for line in lines if line is not None}
        ears = {line.channel: line.ear for line in lines if line is not None}
        sources = {line.channel: line.source for line in lines if line is not None}
        listener = lines[0].listener if lines[0] is not None else None
        make = makers(settings, database, texts, clock, listener=listener)
        files = Files(database, sources, texts, clock=clock, make=make)
        open_lines.push_async_callback(files.close)
        received = Received(database, zone=settings.zone, clock=clock)
        open_lines.push_async_callback(received.close)
        post = Post(database, mouths, texts, clock=clock, draw=draw, show=files.shown)
        open_lines.push_async_callback(post.close)
        speech = Speech(texts, lexicon(texts, verbs=VERBS, conversations=CONVERSATIONS))
        fetch = files.fetch
        desk = Desk(database, ears, post, speech=speech, clock=clock, dice=dice, fetch=fetch)
        planning = Planning(database, clock, clock())
        sealing = Sealing(database, keys(settings), clock)
        yield Tilik(
            *(settings, clock, database, desk, post, listener),
            *(texts, planning, files, received, sealing),
        )


Wakes: TypeAlias = Callable[[Tilik], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def by_the_timetable(tilik: Tilik) -> AsyncIterator[None]:
    """Do in their time what `tick` does at once, and the rest that must be done again and again."""
    jobs: dict[str, Job] = {
        "expire": (5, tilik.expire),
        "sweep": (1, tilik.sweep),
        "plan": (10, tilik.planning.go_on),
        "beat": (60, tilik.planning.beat),
        "tidy": (60, tilik.tidy),
        "sync": (3600, tilik.sync),
    }
    async with timetable(jobs), meanwhile(tilik.sync()):
        yield


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    clock: Callable[[], datetime],
    dice: Dice = SYSTEM,
    draw: Draw | None = None,
    wakes: Wakes = by_the_timetable,
) -> AsyncIterator[Tilik]:
    """The whole product: what it hears, what it says, and what wakes it; raises `OtherSecret`."""
    async with assembled(settings, clock=clock, dice=dice, draw=draw) as tilik:
        await tilik.sealing.check()
        if settings.database.startswith("sqlite"):
            now = clock()
            await tilik.database.run(lambda store: claims.orphaned(store, now))
        await tilik.planning.beat()
        await tilik.tidy()
        await tilik.expire()
        await tilik.sweep()
        async with wakes(tilik), hearing(tilik):
            yield tilik
