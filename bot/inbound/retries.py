"""What is open at the desk and due: failed turns, and what the clock has put into the inbox."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import orjson

from bot.channel import ChannelLine, Expired, Heard
from bot.inbound.outcome import Speech, Turned, tell, turned
from bot.outbound.post import PostOffice, sorry
from bot.turn.expiry import drop
from models.backoff import Waits, due_after
from models.dice import Dice
from models.store import Store
from models.store.chat import addresses, backlog, inbox
from models.store.chat.inbox import Item
from models.store.engine.database import Database, StoreAway
from models.store.letters import letters

RETRY_AFTER: Waits = (1, 5)
"""After the first and the second failure; the third is the last."""
ROUNDS = 50
"""Items of one person that a sweep takes at most, so that a flood does not stop the clock."""


class Retries:
    """Takes up open items. Any number of processes may sweep at once."""

    def __init__(
        self,
        database: Database,
        lines: Mapping[str, ChannelLine],
        post: PostOffice,
        *,
        speech: Speech,
        clock: Callable[[], datetime],
        dice: Dice,
    ) -> None:
        self._database = database
        self._lines = lines
        self._post = post
        self._speech = speech
        self._clock = clock
        self._dice = dice
        self._sweeping = asyncio.Lock()

    async def sweep(self) -> int:
        """Take up what is due, each person's oldest first, until nothing is; gives how many."""
        taken = 0
        async with self._sweeping:
            for _ in range(ROUNDS):
                took = [await self._taken(channel, sender) for channel, sender in await self._due()]
                taken += sum(took)
                if not any(took):
                    break
        return taken

    async def _due(self) -> list[tuple[str, str]]:
        now = self._clock()
        return await self._database.run(lambda store: inbox.senders_due(store, now))

    async def _taken(self, channel: str, sender: str) -> bool:
        """Whether the person's oldest item is out of the next one's way."""
        now = self._clock()
        seen: list[Item] = []
        try:
            done = await self._database.run(lambda s: self._again(s, channel, sender, now, seen))
        except StoreAway:
            return False
        except Exception as wrong:
            reference = self._dice.hexadecimal(4)
            tell(wrong, f"a turn failed again, reference {reference}")
            if not seen:
                return False
            at = self._written_at(seen[0], now)
            done = await self._database.run(lambda s: failed(s, seen[0], now, reference, at=at))
        if done is None:
            return False
        self._post.carry(done.letters, after=done.newest)
        return True

    def _again(
        self, store: Store, channel: str, sender: str, now: datetime, seen: list[Item]
    ) -> Turned | None:
        met = addresses.meet(store, channel, sender, now=now)
        item = inbox.oldest_open(store, channel, sender)
        if item is None or (item.due_at is not None and item.due_at > now):
            return None
        seen.append(item)
        inbox.done(store, item.id, now)
        heard = self._heard(item)
        if heard is None:
            return Turned([])
        if not isinstance(heard.said, Expired):
            met = addresses.heard_from(store, met, at=heard.written_at(now))
            if (
                told := backlog.refused(store, replace(met, items_wait=False), now=now)
            ) is not None:
                return Turned(told, met.newest_letter)
        return turned(store, heard, met, now=now, speech=self._speech)

    def _written_at(self, item: Item, now: datetime) -> datetime | None:
        """When the person wrote it, where the channel says so and it can be read."""
        try:
            heard = self._heard(item)
        except Exception:
            return None
        return heard.written_at(now) if heard is not None else None

    def _heard(self, item: Item) -> Heard | None:
        body = orjson.loads(item.raw)
        said = _expired(body)
        if said is not None:
            return Heard(channel=item.channel, sender=item.sender, key="", said=said)
        return self._lines[item.channel].ear(body)


def failed(
    store: Store, item: Item, now: datetime, reference: str, *, at: datetime | None = None
) -> Turned | None:
    """Count the attempt; after the last one, file the item and tell the person.

    `at` is when they wrote it, on a channel that closes a window behind it.

    Nothing where another process has counted it, or taken the item, since it was seen. The end of
    a form is no message of the person's: where it cannot be said, the form ends in silence.
    """
    said = _expired(orjson.loads(item.raw))
    met = addresses.meet(store, item.channel, item.sender, now=now)
    if said is None:
        met = addresses.heard_from(store, met, at=at)
    oldest = inbox.oldest_open(store, item.channel, item.sender)
    if oldest is None or (oldest.id, oldest.attempts) != (item.id, item.attempts):
        return None
    tries = item.attempts + 1
    if (due := due_after(tries, RETRY_AFTER, now)) is not None:
        inbox.tried(store, item.id, attempts=tries, due_at=due)
        return None
    inbox.buried(store, item.id, reference=reference, attempts=tries)
    if said is not None:
        drop(store, met.address, said, now)
        return Turned([])
    letter = letters.write(store, met.address, sorry(reference), now=now)
    return Turned([letter], met.newest_letter)


def _expired(body: Any) -> Expired | None:
    """What `scheduler.due` has put into the inbox; None for what a platform delivered."""
    if "expired" not in body:
        return None
    return Expired(body["expired"], datetime.fromisoformat(body["ends"]))
