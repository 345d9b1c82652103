"""Files that the personnel office has sent in chat: read, shown as what they would change, and
taken in once that is agreed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.imports.all_kinds import KINDS, guessed, parsed
from bot.imports.chat import steps
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import SheetWrong
from bot.inbound.outcome import tell
from handlers import new_chats
from handlers.office.imports.waiting import ask_again, unasked
from models.calendar import local
from models.store import Store
from models.store.engine.database import Database, StoreAway
from models.store.intake import arrivals, intakes
from models.store.intake.arrivals import Arrival
from models.store.intake.intakes import Intake

_log = logging.getLogger("tilik.imports")


class Received:
    """What was sent, one file after another. Each step is one transaction, so that whatever stops
    in between is taken up again; `zone` is for units that nothing else says the zone of."""

    def __init__(self, database: Database, *, zone: str, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._zone = zone
        self._clock = clock
        self._reading: asyncio.Task[None] | None = None
        self._wanted = False

    def fetch(self) -> None:
        """Begin with what is there to be read or taken in; returns at once."""
        self._wanted = True
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._taken_all())

    @property
    def busy(self) -> bool:
        """Whether something is being read or taken in."""
        return self._reading is not None and not self._reading.done()

    async def quiet(self) -> None:
        """Until what is there has been read."""
        if self._reading is not None:
            await asyncio.wait([self._reading])

    async def close(self) -> None:
        """Leave what is being read to the next process."""
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.wait([self._reading])

    async def _taken_all(self) -> None:
        while self._wanted:
            self._wanted = False
            try:
                for one in await self._database.read(arrivals.sent):
                    await self._read(one)
                for intake in await self._database.read(intakes.confirmed):
                    await self._taken_in(intake)
                await self._asked_again()
            except StoreAway:
                _log.warning("the database is away: files of the office wait")

    async def _asked_again(self) -> None:
        """Ask of what waits whoever has joined, or got the role, since it could be asked of
        nobody: of changes, and of new chats."""
        now = self._clock()
        if await self._database.read(lambda store: unasked(store, now)):
            await self._database.run(lambda store: ask_again(store, now))
        if await self._database.read(lambda store: new_chats.unasked(store, now)):
            await self._database.run(lambda store: new_chats.ask_again(store, now))

    async def _read(self, one: Arrival) -> None:
        """Show what the file would change; a bug is told, and no other file waits behind it."""
        content = await self._database.read(lambda store: arrivals.content_of(store, one))
        if content == "wanted":
            return
        now = self._clock()
        try:
            job = await self._step(one, content, now)
            await self._database.run(job)
        except StoreAway:
            raise
        except Exception as wrong:
            tell(wrong, "a file of the office could not be read")
            await self._database.run(lambda store: steps.failed(store, one, now))

    async def _step(
        self, one: Arrival, content: bytes | str, now: datetime
    ) -> Callable[[Store], None]:
        """What is to be written down of the file, read by a thread of its own."""
        if isinstance(content, str):
            return lambda store: steps.lost(store, one)
        kinds = [one.kind] if one.kind else await asyncio.to_thread(guessed, content, one.name)
        if len(kinds) != 1:
            every = kinds or list(KINDS)
            return lambda store: steps.asked(store, one, content, every, now)
        try:
            today = local(now, self._zone).date()
            read = partial(parsed, kinds[0], content, one.name, today=today)
            file = await asyncio.to_thread(read)
        except SheetWrong as found:
            wrongs = found.wrongs
            return lambda store: steps.wrong(store, one, wrongs, now)
        terms = Terms(now, self._zone, one.given_by)
        return lambda store: steps.shown(store, one, file, terms)

    async def _taken_in(self, intake: Intake) -> None:
        """Take in what is agreed, as the store is now."""
        now = self._clock()
        content = await self._database.read(lambda store: intakes.content_of(store, intake.id))
        try:
            today = local(intake.given_at, self._zone).date()
            read = partial(parsed, intake.kind, content or b"", intake.name, today=today)
            file = await asyncio.to_thread(read)
            terms = Terms(now, self._zone, intake.given_by)
            await self._database.run(lambda store: steps.taken_in(store, intake, file, terms))
        except StoreAway:
            raise
        except Exception as wrong:
            tell(wrong, "a file of the office could not be taken in")
            await self._database.run(lambda store: steps.not_taken_in(store, intake, now))
