"""The desk: takes what was delivered, in each person's order, and lets it have its turn.

On the happy path a delivery is stored and has its turn in one transaction. The desk is the only
place that catches bugs: a failed turn leaves the item open, is tried again, and in the end is
filed as dead under a reference that the person is told; their next message works.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from weakref import WeakValueDictionary

import orjson

from bot.channel import ChannelLine, DeliveryReport, Heard, Noticed, Toast
from bot.inbound.outcome import Speech, Turned, tell, turned
from bot.inbound.retries import RETRY_AFTER, Retries
from bot.outbound.post import PostOffice
from models.backoff import due_after
from models.dice import Dice
from models.store import Store
from models.store.chat import addresses, backlog, inbox
from models.store.engine.database import Database, StoreAway

NOTICES = "\n"
"""Stands for the platform itself, whose notices have their effect one after another: whoever has
moved twice has moved in that order. No channel has a person of this name."""


class Desk:
    """Where deliveries have their turn."""

    def __init__(
        self,
        database: Database,
        lines: Mapping[str, ChannelLine],
        post: PostOffice,
        *,
        speech: Speech,
        clock: Callable[[], datetime],
        dice: Dice,
        fetch: Callable[[], None],
    ) -> None:
        self._database = database
        self._lines = lines
        self._post = post
        self._speech = speech
        self._clock = clock
        self._fetch = fetch
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._again = Retries(database, lines, post, speech=self._speech, clock=clock, dice=dice)

    async def receive(
        self, channel: str, raw: Mapping[str, Any], *, toast: Toast | None = None
    ) -> None:
        """Store a raw delivery and let it have its turn.

        When this returns, the delivery is safe and may be acknowledged. Raises `StoreAway` where
        nothing could be written: the platform must keep the delivery. `toast` is where the small
        notice after a tap goes; without it, the post takes it.
        """
        try:
            heard = self._lines[channel].ear(raw)
        except Exception as wrong:
            return await self.set_aside(channel, _packed(raw), wrong)
        if heard is None:
            return None
        if isinstance(heard.said, DeliveryReport):
            return await self._settled(heard, heard.said, raw)
        if isinstance(heard.said, Noticed):
            async with self._turn_of(NOTICES), self._turn_of(heard.sender):
                return await self._settled(heard, heard.said, raw)
        async with self._turn_of(heard.sender):
            try:
                await self._taken(heard, raw, toast or self._post.toast)
            except StoreAway:
                raise
            except Exception as wrong:
                await self.set_aside(channel, _packed(raw), wrong)
        return None

    def _turn_of(self, sender: str) -> asyncio.Lock:
        return self._turns.setdefault(sender, asyncio.Lock())

    async def receive_all(self, channel: str, batch: Iterable[Mapping[str, Any]]) -> None:
        """Hand a batch over together; each person's deliveries keep their order.

        Raises `StoreAway` where any could not be written: all come again, and what is known is
        known.
        """
        received = await asyncio.gather(
            *(self.receive(channel, raw) for raw in batch), return_exceptions=True
        )
        for outcome in received:
            if isinstance(outcome, BaseException):
                raise outcome

    async def _settled(
        self, heard: Heard, said: DeliveryReport | Noticed, raw: Mapping[str, Any]
    ) -> None:
        """What the platform tells changes what we know, and nobody is answered."""
        now, take_in = self._clock(), self._lines[heard.channel].take_in

        def settle(store: Store) -> None:
            if _put(store, heard, now, state="done") is not None:
                take_in(store, said, now)

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
            body, due = _packed(raw), due_after(1, RETRY_AFTER, now)
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
        at = heard.written_at(now)
        met = addresses.heard_from(store, met, phone_language=heard.language, at=at)
        if (told := backlog.refused(store, met, now=now)) is not None:
            inbox.drop(store, heard.channel, heard.key)
            return Turned(told, met.newest_letter)
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
            self._post.carry(done.letters, after=done.newest)
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
