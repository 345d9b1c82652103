"""The desk: takes what was delivered, in each person's order, and lets it have its turn.

On the happy path a delivery is stored and has its turn in one transaction. The desk is the only
place that catches bugs: a failed turn leaves the item open, is tried again, and in the end is
filed as dead under a reference that the person is told; their next message works.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, TypeAlias

import orjson

from bot.channel import Ear, Heard, Noticed, Told
from bot.inbound.outcome import Speech, Turned, tell, turned
from bot.inbound.platform_events import take_in
from bot.inbound.retries import WAITS, Again
from bot.outbound.post import Post
from models.backoff import due_after
from models.dice import Dice
from models.store import Store
from models.store.chat import addresses, inbox
from models.store.engine.database import Database, StoreAway

Toast: TypeAlias = Callable[[str, str, str], None]
"""Ends a tap's waiting: channel, the notice's address, its words."""


class Order:
    """Who is being heard, and behind whom the next one waits."""

    def __init__(self) -> None:
        self._last: dict[str, asyncio.Future[None]] = {}

    @asynccontextmanager
    async def turn_of(self, sender: str) -> AsyncIterator[None]:
        """Until everything of this sender that came before is over; then the turn is theirs.

        One that is cancelled while it waits lets nobody pass who came after it.
        """
        before = self._last.get(sender)
        mine = self._last[sender] = asyncio.get_running_loop().create_future()
        try:
            if before is not None:
                await asyncio.shield(before)
            yield
        finally:
            if before is None or before.done():
                self._over(sender, mine)
            else:
                before.add_done_callback(lambda _: self._over(sender, mine))

    def _over(self, sender: str, mine: asyncio.Future[None]) -> None:
        mine.set_result(None)
        if self._last.get(sender) is mine:
            del self._last[sender]


class Desk:
    """Where deliveries have their turn."""

    def __init__(
        self,
        database: Database,
        ears: Mapping[str, Ear],
        post: Post,
        *,
        speech: Speech,
        clock: Callable[[], datetime],
        dice: Dice,
        fetch: Callable[[], None],
    ) -> None:
        self._database = database
        self._ears = ears
        self._post = post
        self._speech = speech
        self._clock = clock
        self._fetch = fetch
        self._order = Order()
        self._again = Again(database, ears, post, speech=self._speech, clock=clock, dice=dice)

    async def receive(
        self, channel: str, raw: Mapping[str, Any], *, toast: Toast | None = None
    ) -> None:
        """Store a raw delivery and let it have its turn.

        When this returns, the delivery is safe and may be acknowledged. Raises `StoreAway` where
        nothing could be written: the platform must keep the delivery. `toast` is where the small
        notice after a tap goes; without it, the post takes it.
        """
        try:
            heard = self._ears[channel](raw)
        except Exception as wrong:
            return await self.set_aside(channel, _packed(raw), wrong)
        if heard is None:
            return None
        if isinstance(heard.said, Told | Noticed):
            return await self._settled(heard, heard.said, raw)
        async with self._order.turn_of(heard.sender):
            try:
                await self._taken(heard, raw, toast or self._post.toast)
            except StoreAway:
                raise
            except Exception as wrong:
                await self.set_aside(channel, _packed(raw), wrong)
        return None

    async def _settled(self, heard: Heard, said: Told | Noticed, raw: Mapping[str, Any]) -> None:
        """What the platform tells changes what we know, and nobody is answered."""
        now = self._clock()

        def settle(store: Store) -> None:
            if _put(store, heard, now, state="done") is not None:
                take_in(store, heard.channel, said, now)

        try:
            await self._database.run(settle)
        except StoreAway:
            raise
        except Exception as wrong:
            await self.set_aside(heard.channel, _packed(raw), wrong)

    async def sweep(self) -> int:
        """Take up what is open and due: failed turns, and what the clock has put there."""
        return await self._again.sweep()

    async def _taken(self, heard: Heard, raw: Mapping[str, Any], toast: Toast) -> None:
        now = self._clock()
        try:
            done = await self._database.run(lambda store: self._first(store, heard, raw, now))
        except StoreAway:
            raise
        except Exception as wrong:
            tell(wrong, "a turn failed and will be tried again")
            body, due = _packed(raw), due_after(1, WAITS, now)
            await self._database.run(
                lambda store: _put(store, heard, now, raw=body, attempts=1, due_at=due)
            )
            done = None
        self._deliver(heard, done, toast)

    def _first(
        self, store: Store, heard: Heard, raw: Mapping[str, Any], now: datetime
    ) -> Turned | None:
        """Store and take in one: None for what is there already or must wait for older items."""
        if _put(store, heard, now, state="done") is None:
            return None
        met = addresses.meet(
            store,
            heard.channel,
            heard.sender,
            also=heard.also,
            phone_language=heard.language,
            now=now,
        )
        met = addresses.heard_from(store, met, phone_language=heard.language, at=heard.at)
        if met.items_wait:
            inbox.reopen(
                store,
                heard.channel,
                heard.key,
                sender=heard.sender,
                raw=_packed(raw),
                now=now,
            )
            return None
        return turned(store, heard, met, now=now, speech=self._speech)

    def _deliver(self, heard: Heard, done: Turned | None, toast: Toast) -> None:
        """End a tap's waiting, also where the turn has failed, and carry the letters."""
        if heard.toast is not None:
            notice = done.toast if done is not None else None
            words = self._speech.texts.plain(done.language, notice) if done and notice else ""
            toast(heard.channel, heard.toast, words)
        if done is not None:
            if done.fetches:
                self._fetch()
            self._post.carry(done.letters, oldest=done.oldest)
            if done.menu is not None:
                self._post.menu(heard.channel, heard.sender, done.menu)

    async def set_aside(self, channel: str, body: str, wrong: Exception) -> None:
        """Keep what cannot be read, out of everybody's way."""
        tell(wrong, "an update could not be read and was set aside")
        now, body = self._clock(), body.replace("\x00", "\ufffd")
        key = f"h{hashlib.sha256(body.encode()).hexdigest()[:40]}"
        await self._database.run(
            lambda store: inbox.put(
                store, channel, key=key, twin=None, sender=None, now=now, raw=body, state="aside"
            )
        )


def _put(store: Store, heard: Heard, now: datetime, **columns: Any) -> int | None:
    return inbox.put(
        store,
        heard.channel,
        key=heard.key,
        twin=heard.twin,
        sender=heard.sender,
        now=now.astimezone(UTC),
        **columns,
    )


def _packed(raw: Mapping[str, Any]) -> str:
    """The delivery as JSON; one that no platform makes (nested too deeply, say) without itself."""
    try:
        return orjson.dumps(raw).decode()
    except orjson.JSONEncodeError as wrong:
        return orjson.dumps({"strange": str(wrong)}).decode()
