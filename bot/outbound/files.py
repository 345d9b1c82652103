"""Files that people sent: fetched where the platform keeps them for a while only, and found again
to be shown on either channel."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias

from bot.attachments.bare_picture import MIME, NotBared, bared
from bot.channel import Spoken, Undelivered
from bot.channels import CHANNELS
from bot.outbound.file_source import MOST_BYTES, Fetched, Source, Unfetched
from bot.outbound.mime_types import is_seen, mime_of, named
from bot.texts import Texts
from handlers.complaints.moderating import tell_of_lost
from models.backoff import Waits, due_after
from models.letters import Fact, File, FileKind, Letter, Text, Words
from models.store import Store
from models.store.chat import addresses, files
from models.store.chat.files import SentFile, home_of, safe_name
from models.store.engine.database import Database, StoreAway
from models.store.letters import letters

_log = logging.getLogger("tilik.files")
LEASE = timedelta(minutes=2)
"""How long a file stays with the process that fetches it before another may."""
RETRY_AFTER: Waits = (10, 60, 300, 900, 2400)
"""After each failure for now; the one that follows an hour of them is the last."""
FETCHED_AT_ONCE = 4
"""Files that are fetched at once: each may take MOST bytes of memory."""
SHOWN_AFTER = 3
"""Attempts to get a file at the moment it is shown, after which words take its place."""
MADE = "made"
"""Where a file is from that Tilik makes when it is shown: `made:KIND.WORDS`."""
KEEPER = next(one.name for one in CHANNELS.values() if one.keeps_files)
"""The channel that keeps what people send for ever, so that an id of its own is enough."""
_WHAT: Mapping[FileKind, Text] = {
    "photo": Text("file-photo"),
    "voice": Text("file-voice"),
    "document": Text("file-document"),
}


Make: TypeAlias = Callable[[str, str], Awaitable[Fetched | Text]]
"""Makes a file from its words, in a language; words to be said instead where it may not be."""


class Files:
    """What people sent, and what Tilik makes for them."""

    def __init__(
        self,
        database: Database,
        sources: Mapping[str, Source],
        texts: Texts,
        *,
        clock: Callable[[], datetime],
        make: Mapping[str, Make] = MappingProxyType({}),
    ) -> None:
        self._make = make
        self._database = database
        self._sources = sources
        self._texts = texts
        self._clock = clock
        self._fetching: asyncio.Task[None] | None = None
        self._baring = asyncio.Lock()
        self._wanted = False

    def fetch(self) -> None:
        """Begin to fetch what is wanted and due; returns at once."""
        self._wanted = True
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetched_all())

    @property
    def busy(self) -> bool:
        """Whether something is being fetched."""
        return self._fetching is not None and not self._fetching.done()

    async def quiet(self) -> None:
        """Until what is being fetched is here, or is not to be had now."""
        if self._fetching is not None:
            await asyncio.wait([self._fetching])

    async def close(self) -> None:
        """Leave what is being fetched to the next process."""
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.wait([self._fetching])

    async def shown(self, spoken: Spoken, channel: str, *, attempts: int) -> Spoken:
        """The letter with the content of its file, if the channel cannot show it by its id; with
        words in its place where it is not to be had.

        `attempts` is how often the letter was tried before. Raises `Undelivered`: later.
        """
        file = spoken.file
        if file is None or file.kind == "link":
            return spoken
        home, number = home_of(file.file)
        if home is None and channel == KEEPER:
            return spoken
        if home == MADE:
            kind, _, words = number.partition(".")
            found = await self._make[kind](words, spoken.language)
        elif home is None:
            found = await self._asked_for(number, attempts)
        else:
            found = await self._kept(file)
        if isinstance(found, Text):
            return without_file(spoken, found, self._texts)
        name = safe_name(file.name)
        mime = mime_of(found.mime, file.kind, name)
        file = replace(file, name=named(name, file.kind, mime))
        return replace(spoken, file=file, content=found.content, mime=mime)

    async def _asked_for(self, number: str, attempts: int) -> Fetched | Text:
        """A file that its own channel keeps, got from there to be shown on another."""
        if KEEPER not in self._sources:
            return Text("file-gone")
        try:
            return await self._sources[KEEPER].fetch(number)
        except Unfetched as wrong:
            if wrong.why == "later" and attempts < SHOWN_AFTER:
                raise Undelivered("later", words=wrong.words) from None
            return Text("file-gone")

    async def _kept(self, file: File) -> Fetched | Text:
        home, number = home_of(file.file)
        sent = await self._database.read(lambda store: files.found(store, home or "", number))
        if sent is None or sent.state == "lost":
            return Text("file-gone")
        if sent.content is None:
            return Text("file-coming")
        return Fetched(sent.content, sent.mime or "")

    async def _fetched_all(self) -> None:
        """Fetch until nothing is due, also what was wanted meanwhile."""
        while self._wanted:
            self._wanted = False
            try:
                while due := await self._due():
                    await asyncio.gather(*(self._fetched(sent) for sent in due))
            except StoreAway:
                _log.warning("the database is away: files wait to be fetched")

    async def _due(self) -> list[SentFile]:
        now = self._clock()
        until, channels = now + LEASE, list(self._sources)
        return await self._database.run(
            lambda store: files.claim(store, channels, now=now, until=until, most=FETCHED_AT_ONCE)
        )

    async def _fetched(self, sent: SentFile) -> None:
        try:
            got = await self._sources[sent.channel].fetch(sent.file)
        except Unfetched as wrong:
            _log.warning("a file could not be fetched: %s", wrong)
            return await self._failed(sent, wrong)
        except Exception as wrong:
            _log.error("a file could not be fetched: %s", type(wrong).__name__)
            return await self._failed(sent, Unfetched("later"))
        mime = mime_of(got.mime, sent.kind, sent.name)
        try:
            content, mime = await self._kept_of(sent, got.content, mime)
        except NotBared as no:
            return await self._written_off(sent, Text(f"file-{no.why}", {"what": _named(sent)}))
        return await self._database.run(lambda store: files.keep(store, sent, content, mime))

    async def _kept_of(self, sent: SentFile, content: bytes, mime: str) -> tuple[bytes, str]:
        """What is kept of a file: of a complaint's picture only what is seen, one picture after
        another, since each may take much memory. Raises `NotBared`."""
        if not sent.sealed or not is_seen(sent.kind, content, mime):
            return content, mime
        async with self._baring:
            return await asyncio.to_thread(bared, content), MIME

    async def _failed(self, sent: SentFile, wrong: Unfetched) -> None:
        now = self._clock()
        due = due_after(sent.attempts + 1, RETRY_AFTER, now)
        if wrong.why == "later" and due is not None:
            return await self._database.run(lambda store: files.later(store, sent.id, due_at=due))
        facts: dict[str, Fact] = {"what": _named(sent), "most": MOST_BYTES // 10**6}
        large = "complaint-file-large" if sent.sealed else "file-large"
        why = large if wrong.why == "large" else "file-lost"
        return await self._written_off(sent, Text(why, facts))

    async def _written_off(self, sent: SentFile, why: Text) -> None:
        now = self._clock()
        await self._database.run(lambda store: _lost(store, sent, why, now))


def _named(sent: SentFile) -> Text:
    own = sent.name is not None and not sent.sealed
    return Text("file-named", {"name": sent.name or ""}) if own else _WHAT[sent.kind]


def _lost(store: Store, sent: SentFile, why: Text, now: datetime) -> None:
    """Write the file off, and tell the person who sent it; who has complained, through the seal."""
    lost = files.lose(store, sent.id)
    if lost is None:
        return
    address = addresses.by_id(store, lost.address_id)
    if address.sender.startswith(addresses.NOBODY):
        tell_of_lost(store, f"{lost.channel}:{lost.file}", why, now=now)
        return
    if lost.sealed and files.lost_beside(store, lost, now):
        return
    used: tuple[Words, ...] = (Text("file-used"),) if lost.used and not lost.sealed else ()
    letters.write(store, address, Letter((why, *used)), now=now, carried=timedelta())


def without_file(spoken: Spoken, why: Text, texts: Texts) -> Spoken:
    """The letter with words where its file would be."""
    words = texts.marked(spoken.language, why)
    return replace(spoken, file=None, text=f"{spoken.text}\n\n{words}")
