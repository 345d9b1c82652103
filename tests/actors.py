"""The people of the stories. They go through the real parsers, store and renderers of a channel."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import takewhile
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import text

from bot.app import Tilik
from bot.sandbox.calm import AT_LAST
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from models.ratings import Rating
from models.store import Store
from models.store.office import services
from models.store.ratings import closes, ratings
from models.store.ratings.recount import Recount, recounted
from tests.office import Office
from tests.recorder import RECORDER

R = TypeVar("R")
Bubble: TypeAlias = Any
"""A message as a phone of either channel shows it."""
UNDERSTOOD = ("Saya mengerti", "I understand")
MORE = "Pilihan lain:"
FOLDED = "Ubah"
NINE_O_CLOCK = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, 23 November 2026, 09.00 WIB."""


class Clock:
    """Tilik's time in a story: it stands still until the story moves it."""

    def __init__(self, now: datetime = NINE_O_CLOCK) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **how_far: float) -> None:
        self.now += timedelta(**how_far)


@dataclass
class Book:
    """The chapters before a story: how many, how many were told, and whether somebody has before.

    `keep` is called after the last one, where they were told for the first time. `answers` are what
    each chapter was told when it asked the database.
    """

    chapters: int = 0
    known: bool = False
    keep: Callable[[], Awaitable[None]] | None = None
    answers: dict[str, list[Any]] = field(default_factory=dict)
    told: int = 0
    reading: bool = False
    here: list[Any] | None = None

    @asynccontextmanager
    async def chapter(self, name: str) -> AsyncIterator[None]:
        """Tell one chapter, or read through it."""
        self.reading, self.here = self.known, self.answers.setdefault(name, [])
        yield
        self.reading, self.here = False, None
        self.told += 1
        if self.told == self.chapters and not self.known and self.keep is not None:
            await self.keep()


@dataclass
class World:
    """One running Tilik, its Telegram and its WhatsApp, its office and its clock.

    `channel` is where the people of this story are. On WhatsApp they write every day, as people do
    who log their work, so that the window stays open; where `windows_close`, they do not.
    """

    tilik: Tilik
    telegram: TelegramBox
    whatsapp: WhatsAppBox
    channel: str
    office: Office
    clock: Clock
    url: str
    windows_close: bool = False
    book: Book = field(default_factory=Book)

    @property
    def on_whatsapp(self) -> bool:
        return self.channel == "whatsapp"

    async def settles(self) -> None:
        """Until everything that was done has had its turn and every letter has arrived."""
        try:
            async with asyncio.timeout(AT_LAST):
                while await self._quiet() or self.busy:
                    continue
        except TimeoutError:
            raise AssertionError(f"Still busy after {AT_LAST} s: {self.busy}") from None

    async def _quiet(self) -> int:
        """Until nothing is on its way; gives how much was still to be done then, and is done."""
        await self.telegram.quiet()
        await self.whatsapp.quiet()
        await self.tilik.files.quiet()
        await self.tilik.received.quiet()
        await self.tilik.post.quiet()
        return await self.tilik.desk.sweep()

    @property
    def busy(self) -> list[str]:
        """What is on its way to somebody, or to be done at once."""
        moves = {
            "telegram": not self.telegram.calm.reached,
            "whatsapp": not self.whatsapp.calm.reached,
            "post": self.tilik.post.busy,
            "files": self.tilik.files.busy,
            "imports": self.tilik.received.busy,
        }
        return [name for name, still in moves.items() if still]

    async def waits(self, **how_far: float) -> None:
        """Let time pass, and do what is due then."""
        if self.book.reading:
            return
        passed = ", ".join(f"{number} {unit}" for unit, number in how_far.items())
        RECORDER.does("Time", "clock", f"passes: {passed or 'none'}")
        self.clock.forward(**how_far)
        if not self.windows_close:
            await self._keep_writing()
        await self.tilik.planning.skip()
        await self.tilik.tidy()
        await self.tilik.tick()
        await self.settles()
        RECORDER.look(self.telegram, self.whatsapp)

    async def closes(self) -> None:
        """Let the night pass and its close release what is enough: it is seven in the morning."""
        now = self.clock()
        morning = datetime(now.year, now.month, now.day, tzinfo=UTC)
        while morning <= now + timedelta(hours=7):
            morning += timedelta(days=1)
        await self.waits(seconds=(morning - now).total_seconds())
        await self.tilik.close()  # by then every form of the day is over
        await self.tilik.review()

    async def rated(self, rows: Iterable[Rating]) -> None:
        """These ratings were given on their days, and every night since then is closed."""
        every = list(rows)
        await self.run(lambda store: rated(store, every))

    async def _keep_writing(self) -> None:
        for phone in self.whatsapp.phones.values():
            phone.last_heard = phone.last_heard and self.clock()
        await self.tilik.database.run(partial(_keep_windows, now=self.clock()))

    async def run(self, job: Callable[[Store], R]) -> R:
        if self.book.reading:
            return cast(R, self.book.here.pop(0))
        answer = await self.tilik.database.run(job)
        if self.book.here is not None:
            self.book.here.append(answer)
        return answer

    async def verified(self) -> Recount:
        """What `tilik verify` would say."""
        return await self.tilik.database.read(recounted)

    def actor(self, number: int, name: str, *, language: str = "id") -> Actor:
        return self.actor_on(self.channel, number, name, language=language)

    def actor_on(self, channel: str, number: int, name: str, *, language: str = "id") -> Actor:
        """Somebody on this channel. On WhatsApp every second one shows no phone number."""
        if channel == "telegram":
            return Actor(self, self.telegram.phone(number, name=name, language=language))
        known = None if number % 2 else ""
        phone = self.whatsapp.phone(number, name=name, number=known, language=language)
        return Actor(self, phone)


def rated(store: Store, rows: Sequence[Rating]) -> None:
    """Write ratings down as they were given, and close the nights up to the last of them.

    Their days may be told in the trail by now: no guard of PostgreSQL's knows that it is history.
    """
    guarded = store.dialect.name == "postgresql"
    if guarded:
        store.execute(text("ALTER TABLE ratings DISABLE TRIGGER USER"))
    for row in rows:
        ratings.add(store, row)
    if guarded:
        store.execute(text("ALTER TABLE ratings ENABLE TRIGGER USER"))
    last = max((row.day for row in rows), default=None)
    for zone in {unit.zone for unit in services.every_unit(store)} if last else ():
        closes.release(store, zone, last)


def _keep_windows(store: Store, *, now: datetime) -> None:
    from sqlalchemy import update

    from models.store.schema import addresses

    heard = addresses.c.heard_at.is_not(None)
    store.execute(update(addresses).where(heard).values(heard_at=now))


class Label(str):
    """A label as a phone shows it: one that is cut off is the same as the whole one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        start, cut, end = self.partition("…")
        whole = str(other)
        return str.__eq__(self, whole) or (
            bool(cut) and whole.startswith(start.rstrip()) and whole.endswith(end.lstrip())
        )

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def shown(button: Any) -> Label:
    """The label of a button, with what stands below it in a list where it is cut off."""
    return Label(getattr(button, "description", None) or button.label)


@dataclass
class Actor:
    """Somebody with a phone."""

    world: World
    phone: Phone | WaPhone

    async def scans(self, counter: str) -> None:
        """Scan the QR of a counter, as in 'KTP-el, loket 1'."""
        code = self.world.office.counter(counter).code
        await self._does(f"scans {counter!r}", lambda: self.phone.start(code))

    async def starts(self, words: str = "") -> None:
        await self._does(f"starts with {words!r}", lambda: self.phone.start(words))

    async def says(self, text: str) -> None:
        await self._does(f"says {text!r}", lambda: self.phone.say(text))

    async def joins(self, code: str) -> None:
        """Type a joining code, and tap under the notice that it was read."""
        await self.says(f"daftar {code}")
        await self.understands()

    async def understands(self) -> None:
        """Tap under the notice, where it is shown since one's own last message."""
        if self.world.book.reading:
            return
        for label in self.buttons:
            if label in UNDERSTOOD:
                await self.taps(label)

    async def opens(self, words: str, *labels: str) -> None:
        """Say the words that open something, and tap one label after another there."""
        await self.says(words)
        await self.taps(*labels)

    async def taps(self, *labels: str) -> None:
        """Tap the button with this label (or its beginning) on the newest message that has it; with
        several, one after another, each on what the one before has shown. Where a card shows only
        what decides, its other choices are a tap further."""
        for label in labels:
            if self._is_folded(label):
                await self._does("taps 'Ubah'", partial(self.phone.tap, FOLDED))
            await self._does(f"taps {label!r}", partial(self.phone.tap, label))

    def _is_folded(self, label: str) -> bool:
        """Whether the newest message is a card whose other choices stand behind one button."""
        if self.world.book.reading or FOLDED not in self.buttons:
            return False
        return not any(str(one).startswith(label.rstrip("…")) for one in self.buttons)

    async def presses(self, message: int, data: str) -> None:
        """Tap a button that may be gone from the screen by now."""
        deed = f"presses {data!r} at #{message}"
        await self._does(deed, lambda: self.phone.press(message, data))

    async def sends(self, kind: str, content: bytes = b"x", name: str = "bukti.jpg") -> None:
        deed = f"sends the {kind} {name!r}"
        await self._does(deed, lambda: self.phone.sends(kind, content, name=name))

    async def locates(self, latitude: float, longitude: float) -> None:
        deed = f"is at {latitude}, {longitude}"
        await self._does(deed, lambda: self.phone.locates(latitude, longitude))

    def reads(self, words: str) -> bool:
        """Whether the newest message from Tilik has these words."""
        return words in self.screen

    def has_read(self, words: str) -> bool:
        """Whether any message from Tilik that is still there has these words."""
        return any(words in bubble.text for bubble in self.phone.messages if not bubble.mine)

    @property
    def screen(self) -> str:
        """The newest message from Tilik; on WhatsApp all that came at once since one's own."""
        return "\n".join(bubble.text for bubble in self._newest if bubble.text)

    @property
    def sees_a_picture(self) -> bool:
        """Whether a picture is in what `screen` is about."""
        return any(bubble.photo for bubble in self._newest)

    @property
    def _newest(self) -> list[Bubble]:
        heard = [bubble for bubble in self.phone.messages if not bubble.mine]
        if not self.world.on_whatsapp:
            return heard[-1:]
        said = list(takewhile(lambda bubble: not bubble.mine, reversed(self.phone.messages)))
        return [bubble for bubble in reversed(said) if bubble.date == said[0].date]

    @property
    def buttons(self) -> list[str]:
        """The labels of the newest message from Tilik, whole where they are shown whole.

        Choices that did not fit into one list of WhatsApp's are in several that follow each other.
        """
        newest = self._newest
        while len(newest) > 1 and newest[-1].text != MORE:
            newest = newest[1:]
        rows = [row for bubble in newest for row in bubble.buttons]
        return [shown(button) for row in rows for button in row]

    @property
    def bubbles(self) -> int:
        """How many messages Tilik has put on this phone."""
        return sum(1 for bubble in self.phone.messages if not bubble.mine)

    def button(self, label: str) -> tuple[int, str]:
        """Message and data of a button, to press it later."""
        for bubble in reversed(self.phone.messages):
            for row in bubble.buttons:
                for button in row:
                    whole = shown(button)
                    if (whole == label or whole.startswith(label)) and button.data is not None:
                        return bubble.id, button.data
        raise AssertionError(f"no button {label!r}")

    async def _does(self, told: str, deed: Callable[[], object]) -> None:
        if self.world.book.reading:
            return
        channel = "telegram" if isinstance(self.phone, Phone) else "whatsapp"
        RECORDER.does(self.phone.name, channel, told)
        deed()
        await self.world.settles()
        RECORDER.look(self.world.telegram, self.world.whatsapp)


Deed = Callable[[], Awaitable[None]]
