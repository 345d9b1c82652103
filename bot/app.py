"""The wiring: one Tilik out of a store, a desk, a post and its lines to the channels."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection, Coroutine, Iterable, Sequence, Set
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    suppress,
)
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from bot.alarms import Alarms, file_of
from bot.attachments.made import makers
from bot.background.epochs import Epochs
from bot.background.planning import Planning
from bot.background.sealing import Sealing
from bot.channel import ChannelLine, TokenRefused
from bot.channels import lines, opened
from bot.config import Settings
from bot.doctor.heartbeat import Heartbeat
from bot.imports.chat.received import Received
from bot.inbound.desk import Desk
from bot.inbound.outcome import Speech
from bot.inbound.server import Server
from bot.keys import keys
from bot.outbound.files import Files
from bot.outbound.post import Draw, PostOffice
from bot.render.draw import Draughtsman
from bot.texts import Texts, catalogue, lexicon
from handlers import CONVERSATIONS, VERBS
from handlers.supervisor.complaints.clocks import run_clocks
from handlers.supervisor.raising import raise_waiting
from handlers.supervisor.reviews.opening import review_due
from models.dice import SYSTEM, Dice
from models.keys import Keys
from models.store.chat import identities
from models.store.engine.database import Database, StoreAway
from models.store.letters import claims
from models.store.oversight.condition import answers
from models.store.ratings.closes import close
from scheduler.due import expire, set_back, tidy
from scheduler.timetable import LATE, Job, Watch, timetable

C = TypeVar("C", Files, Received, PostOffice)
_log = logging.getLogger("tilik")
TOLD = timedelta(hours=1)
"""For how long a clock that was set back is told of."""


def _future() -> asyncio.Future[None]:
    return asyncio.get_running_loop().create_future()


@dataclass(frozen=True, kw_only=True)
class Tilik:
    """One running Tilik. `tick` does at once what the timetable does in its time."""

    clock: Callable[[], datetime]
    database: Database
    texts: Texts
    lines: Sequence[ChannelLine]
    server: Server
    desk: Desk
    post: PostOffice
    files: Files
    received: Received
    planning: Planning
    sealing: Sealing
    epochs: Epochs
    alarms: Alarms
    heartbeat: Heartbeat
    broken: asyncio.Future[None] = field(default_factory=_future)

    @property
    def listens_on(self) -> int | None:
        """The port where platforms call."""
        return self.server.port

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

    async def begin(self) -> None:
        """What is done at once by whoever has just started: nobody knows how long it was away."""
        await self.set_back()
        await self.planning.beat()
        await self.tidy()
        await self.expire()
        await self.sweep()

    async def expire(self) -> None:
        """Expire what is over."""
        await self.epochs.look()
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
            if await self.post.sweep():
                await self.epochs.keep()  # a backup from before does not know of these
        except StoreAway:
            _log.warning("the database is away")

    async def listen(self, line: ChannelLine) -> None:
        """Hear what comes by this line, for ever."""
        try:
            await line.listen(self.desk)
        except Exception as wrong:
            self.fail(wrong)

    async def check(self) -> Set[str]:
        """Ask each platform whether it knows us, all at once; gives the settings of the tokens that
        are refused. All that others can do goes on without."""
        told = await asyncio.gather(*(_refusal(line) for line in self.lines))
        refused = {one for one in told if one}
        self.alarms.only("token-refused", refused)
        return refused

    async def sync(self) -> None:
        """Ask each platform what it has decided: which templates it has approved, say."""
        for line in self.lines:
            await line.sync()

    async def moved(self, by: float) -> None:
        """The clock was set, by so many seconds: nothing is to wait for the time it showed."""
        self.planning.silences.clear()
        if by < 0:
            self.alarms.sound("clock-back", minutes=int(-by // 60))
            with suppress(StoreAway):  # `tidy` tries again
                await self.set_back()

    async def set_back(self) -> None:
        """Let nothing wait for, or tell of, what a clock that was ahead has shown."""
        now = self.clock()
        ahead = await self.database.run(lambda store: set_back(store, now))
        if ahead is not None:
            self.alarms.sound("clock-back", minutes=int((ahead - now).total_seconds() // 60))

    def late(self, jobs: Collection[str]) -> None:
        """These jobs have been running for long, and no others."""
        self.alarms.only("job-late", jobs, minutes=int(LATE // 60))

    async def tidy(self) -> None:
        """Forget what need not be known any longer, release what may be read, seal what must be
        known."""
        self.alarms.fade("clock-back", TOLD)
        with suppress(StoreAway):
            now = self.clock()
            if any(alarm.name == "clock-back" for alarm in self.alarms.on):
                await self.set_back()
            await self.database.run(lambda store: tidy(store, now))
            await self.database.settle()
        await self.close()
        await self.epochs.keep()
        await self.sealing.seal()
        await self._look_at_seals()

    async def _look_at_seals(self) -> None:
        """Whether another secret has made seals: who complained cannot be told anything then."""
        with suppress(StoreAway):
            count = await self.database.read(lambda store: identities.shut(store, self.keys))
            self.alarms.only("seals-shut", {""} if count else (), count=count)

    async def raise_waiting(self) -> None:
        """Let what has waited too long go one level up, entries and complaints; not while nothing
        is sent."""
        if self.planning.paused():
            return
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: raise_waiting(store, now))
            await self.database.run(lambda store: run_clocks(store, now))

    async def review(self) -> None:
        """Open reviews of what is low and remind of them; not while nothing is sent."""
        if self.planning.paused():
            return
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: review_due(store, now))

    async def close(self) -> None:
        """Release what may be read of the days that are over and not closed yet."""
        with suppress(StoreAway):
            now = self.clock()
            await self.database.run(lambda store: close(store, now))


async def _refusal(line: ChannelLine) -> str:
    """The settings of the token that the line's platform refuses; nothing where it does not."""
    try:
        await line.check()
    except TokenRefused as wrong:
        return str(wrong)
    return ""


@asynccontextmanager
async def assembled(
    settings: Settings,
    *,
    clock: Callable[[], datetime],
    dice: Dice = SYSTEM,
    draw: Draw | None = None,
) -> AsyncIterator[Tilik]:
    """A Tilik that can take deliveries and carry letters, over an up-to-date database."""
    texts, alarms = catalogue(), Alarms(file_of(settings), clock)
    database = opened(settings.database, dice=dice, keys=partial(keys, settings))
    epochs = Epochs(settings, database, clock=clock, alarms=alarms, dice=dice)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        drawn = await stack.enter_async_context(_drawing(texts)) if draw is None else draw
        open_lines = lines(settings, database, texts, clock=clock, alarms=alarms)
        there = await stack.enter_async_context(open_lines)
        mouths = {name: line.mouth for name, line in there.items()}
        sources = {name: line.source for name, line in there.items()}
        make = makers(settings, database, texts, clock, lines=there)
        files = _closed(stack, Files(database, sources, texts, clock=clock, make=make))
        carry = partial(PostOffice, clock=clock, draw=drawn, show=files.shown)
        post = _closed(stack, carry(database, mouths, texts, paused=epochs.paused))
        speech = Speech(texts, lexicon(texts, verbs=VERBS, conversations=CONVERSATIONS))
        desk = Desk(database, there, post, speech=speech, clock=clock, dice=dice, fetch=files.fetch)
        yield Tilik(
            clock=clock,
            database=database,
            texts=texts,
            lines=tuple(there.values()),
            server=_server(settings, database, desk, there.values()),
            desk=desk,
            post=post,
            files=files,
            received=_closed(stack, Received(database, zone=settings.zone, clock=clock)),
            planning=Planning(database, clock, clock(), paused=epochs.paused),
            sealing=Sealing(database, keys(settings), clock, epochs.allows_seal),
            epochs=epochs,
            alarms=alarms,
            heartbeat=Heartbeat(settings, database, keys(settings), mouths, texts, clock),
        )


def _closed(stack: AsyncExitStack, one: C) -> C:
    """What is let go at the end."""
    stack.push_async_callback(one.close)
    return one


def _server(
    settings: Settings, database: Database, desk: Desk, lines: Iterable[ChannelLine]
) -> Server:
    routes = chain(*(line.routes(desk) for line in lines))
    return Server(settings.address, routes, ask=lambda: database.read(answers))


Wakes: TypeAlias = Callable[[Tilik], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def by_the_timetable(tilik: Tilik) -> AsyncIterator[None]:
    """Do in their time what `tick` does at once, and the rest that must be done again and again."""
    await tilik.begin()
    watch = Watch(tilik.clock, tilik.moved, tilik.late)
    jobs = jobs_of(tilik)
    async with timetable(jobs, watch), meanwhile(tilik.sync()), meanwhile(tilik.heartbeat.look()):
        yield


def jobs_of(tilik: Tilik) -> dict[str, Job]:
    """What is done again and again, and every how many seconds."""
    return {
        "expire": (5, tilik.expire),
        "sweep": (1, tilik.sweep),
        "plan": (10, tilik.planning.go_on),
        "beat": (60, tilik.planning.beat),
        "tidy": (60, tilik.tidy),
        "raise": (600, tilik.raise_waiting),
        "review": (600, tilik.review),
        "check": (300, tilik.check),
        "sync": (3600, tilik.sync),
        "heartbeat": (300, tilik.heartbeat.look),
    }


@asynccontextmanager
async def _drawing(texts: Texts) -> AsyncIterator[Draw]:
    draughtsman = Draughtsman(texts)
    try:
        yield draughtsman.draw
    finally:
        await draughtsman.close()


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    clock: Callable[[], datetime],
    dice: Dice = SYSTEM,
    draw: Draw | None = None,
    wakes: Wakes = by_the_timetable,
) -> AsyncIterator[Tilik]:
    """The whole product: what it hears, what it says, and what wakes it.

    Raises `OtherSecret`, and `TokenRefused` where no platform takes its token."""
    async with assembled(settings, clock=clock, dice=dice, draw=draw) as tilik:
        refused = await tilik.check()
        if len(refused) == len(tilik.lines):
            raise TokenRefused(", ".join(sorted(refused)))
        await tilik.sealing.check()
        await tilik.epochs.keep()
        if settings.database.startswith("sqlite"):
            now = clock()
            await tilik.database.run(lambda store: claims.orphaned(store, now))
        async with wakes(tilik), _hearing(tilik):
            yield tilik


@asynccontextmanager
async def _hearing(tilik: Tilik) -> AsyncIterator[None]:
    """Listen where platforms call, and by every line."""
    async with AsyncExitStack() as stack:
        stack.push_async_callback(tilik.server.stop)
        await tilik.server.start()
        for line in tilik.lines:
            await stack.enter_async_context(meanwhile(tilik.listen(line)))
        yield


@asynccontextmanager
async def meanwhile(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do this beside all else; what is not done by the end is given up."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
