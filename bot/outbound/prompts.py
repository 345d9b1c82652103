"""Prompts on their way: a few at a time, each sent at most once.

The post says replies over and over until they have arrived. Nobody is prompted twice: a prompt is
marked in the store just before its request, and where nobody can say what became of the request,
the prompt is noted as unknown and not sent again.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from bot.channel import Before, Undelivered
from bot.outbound.prompt_outcomes import Endings, Sending
from models.backoff import Backoff, doubling, wait_after
from models.store.engine.database import Database, StoreAway
from models.store.letters.letters import Envelope
from models.store.prompts import sending as prompting

_log = logging.getLogger("tilik.post")
Say: TypeAlias = Callable[[Envelope, Before], Awaitable[bool]]
LEASE = timedelta(seconds=30)
"""How long a prompt stays with the process that has it; longer than a request may take."""
AT_ONCE = 32
"""Prompts in hand: enough for thirty a second where the platform takes a second to answer."""
WAITS = doubling(2, longest=60)
"""After trouble with a platform; then a single prompt is tried before the rest."""
WAITS_OF_OURS = doubling(1, longest=8)
"""After a failure of our own with one prompt; after one more it is given up."""


class NotOurs(Exception):
    """Somebody else has sent this prompt, or it is of no use any more."""


class Prompting:
    """The prompts of one process. `say` sends one, and awaits what it is given right before; it
    gives whether the platform will tell what becomes of it.
    """

    def __init__(
        self,
        database: Database,
        say: Say,
        *,
        start: Callable[[Awaitable[None]], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._say = say
        self._start = start
        self._clock = clock
        self._endings = Endings(database, start=start, clock=clock)
        self._in_hand: set[int] = set()
        self._taking = self._closed = self._more = False
        self._backoff = Backoff(WAITS)

    async def sweep(self) -> int:
        """Note what was left in doubt, and take up prompts that are due; gives how many."""
        now = self._clock()
        await self._database.run(lambda store: prompting.left(store, now))
        return await self._take()

    def close(self) -> None:
        """Take up no more."""
        self._closed = True

    async def write_down(self) -> None:
        """Write down how prompts ended."""
        await self._endings.write_down()

    async def _take(self) -> int:
        now = self._clock()
        room = (1 if self._backoff.failures() else AT_ONCE) - len(self._in_hand)
        if self._taking or self._closed or self._backoff.left(now.timestamp()) or room <= 0:
            return 0
        self._taking = True
        try:
            claimed = await self._database.run(
                lambda store: prompting.claim(store, now=now, until=now + LEASE, most=room)
            )
        finally:
            self._taking = False
        self._more = len(claimed) == room
        fresh = [one for one in claimed if one.envelope.id not in self._in_hand]
        for one in fresh:
            self._in_hand.add(one.envelope.id)
            self._start(self._carry(Sending(one, [one.held])))
        return len(fresh)

    async def _carry(self, sending: Sending) -> None:
        try:
            await self._end(sending)
        finally:
            self._in_hand.discard(sending.one.envelope.id)
            if self._more and len(self._in_hand) <= AT_ONCE // 2:
                self._start(self._take_more())

    async def _take_more(self) -> None:
        try:
            await self._take()
        except StoreAway:
            self._more = False

    async def _end(self, sending: Sending) -> None:
        """Send it, and have written down how that ended."""
        try:
            told = await self._say(sending.one.envelope, partial(self._begin, sending))
        except Undelivered as wrong:
            self._undelivered(sending, wrong)
        except NotOurs:
            return
        except StoreAway:
            self._endings.retry(sending, 1)
        except Exception as wrong:
            await self._broken(sending, wrong)
        else:
            self._backoff.over()
            self._endings.sent(sending, told=told)

    async def _begin(self, sending: Sending) -> None:
        """The last moment before the request: from here on nobody sends this prompt again.

        What was refused as it was, and so goes in plainer words, is the same prompt.
        """
        if sending.begun:
            return
        now = self._clock()
        if wait := self._backoff.left(now.timestamp()):
            raise Undelivered("later", after=wait)
        held = now + LEASE
        sending.held.append(held)
        one = sending.one
        if not await self._database.run(
            lambda store: prompting.sending(store, one, now=now, held=held)
        ):
            raise NotOurs
        sending.begun = True

    def _undelivered(self, sending: Sending, wrong: Undelivered) -> None:
        match wrong.why:
            case "later":
                after = wrong.after or self._backoff.trouble(self._clock().timestamp())
                self._endings.retry(sending, after, why=wrong.word)
            case "unknown":
                self._backoff.trouble(self._clock().timestamp())
                number = sending.one.prompt_id
                _log.warning("nobody can say whether prompt %s has arrived", number)
                self._endings.settled(sending, "unknown")
            case "gone":
                self._backoff.over()
                self._endings.settled(sending, "undone", unreachable=True, why=wrong.number)
            case "closed":
                self._backoff.over()
                self._endings.held(sending)
            case _:
                self._backoff.over()
                _log.error("prompt %s was refused: %s", sending.one.prompt_id, wrong)
                self._endings.settled(sending, "undone", why=wrong.number)

    async def _broken(self, sending: Sending, wrong: Exception) -> None:
        """A fault of our own: before the request began it may be tried again, then no more."""
        number, failures = sending.one.prompt_id, sending.one.envelope.attempts + 1
        _log.error("prompt %s cannot be said: %s", number, type(wrong).__name__)
        if sending.begun:
            self._endings.settled(sending, "unknown")
        elif failures <= len(WAITS_OF_OURS):
            self._endings.retry(sending, wait_after(failures, WAITS_OF_OURS))
        else:
            _log.error("prompt %s is given up", number)
            with suppress(NotOurs, StoreAway, Undelivered):
                await self._begin(sending)
                self._endings.settled(sending, "undone")
