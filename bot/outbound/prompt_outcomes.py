"""How prompts have ended, written down at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.outbound.write_behind import WriteBehind
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.prompts import sending as prompting
from models.store.prompts.prompts import State
from models.store.prompts.sending import Claimed

Job: TypeAlias = Callable[[Store], None]


@dataclass
class Sending:
    """One prompt in hand, and the instants until which it was held for us."""

    one: Claimed
    held: list[datetime] = field(default_factory=list)
    begun: bool = False


class Endings:
    """What became of the prompts of one process, each noted as of the moment it is told here."""

    def __init__(
        self,
        database: Database,
        *,
        start: Callable[[Awaitable[None]], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._clock = clock
        self._ended: WriteBehind[Job] = WriteBehind(self._write, start=start)

    def retry(self, sending: Sending, after: float, *, why: str | None = None) -> None:
        """It did not go out, and may be tried again after so many seconds; `why`, in a word."""
        one, held = sending.one, tuple(sending.held)
        due = self._clock() + timedelta(seconds=after)
        self._ended.add(
            lambda store: prompting.retry_later(store, one, held=held, due_at=due, why=why)
        )

    def sent(self, sending: Sending, *, told: bool) -> None:
        """It is sent, or only taken, where the platform will tell what becomes of it."""
        if not told:
            self.settled(sending, "sent")
            return
        one, now = sending.one, self._clock()
        self._ended.add(lambda store: prompting.taken(store, one, now=now))

    def held(self, sending: Sending) -> None:
        """It waits until the person writes."""
        one, now = sending.one, self._clock()
        self._ended.add(lambda store: prompting.held(store, one, now=now))

    def settled(
        self,
        sending: Sending,
        state: State,
        *,
        unreachable: bool = False,
        why: str | None = None,
    ) -> None:
        """It has ended so; `unreachable`, because nobody can be reached there any more (where the
        channel knows the person by another id by now, it goes there); `why`, in the platform's
        word."""
        one, held, now = sending.one, tuple(sending.held), self._clock()
        there, sender = one.envelope.address_id, one.envelope.sender

        def write(store: Store) -> None:
            if unreachable and not addresses.gone(store, there, sender):
                prompting.retry_later(store, one, held=held, due_at=now)
            else:
                prompting.end(store, one, state, now=now, why=why)

        self._ended.add(write)

    async def write_down(self) -> None:
        """Write it down now."""
        await self._ended.write_down()

    async def _write(self, jobs: list[Job]) -> None:
        def write(store: Store) -> None:
            for job in jobs:
                job(store)

        await self._database.run(write)
