"""The desk: takes what was delivered, in each person's order, and lets it have its turn.

On the happy path a delivery is stored and has its turn in one transaction. The desk is the only
place that catches bugs: a failed turn leaves the item open, is tried again, and in the end is
filed as dead under a reference that the person is told; their next message works.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import orjson

from bot.channel import Ear, Expired, Heard
from bot.form import Form
from bot.post import Post, sorry
from bot.texts import Lexicon, Texts
from bot.turn import Turn
from models.letters import Text
from models.store import Store, addresses, inbox, letters
from models.store.addresses import Met
from models.store.database import Database, StoreAway
from models.store.letters import Envelope

_log = logging.getLogger("tilik.desk")
Toast: TypeAlias = Callable[[str, str, str], None]
"""Ends a tap's waiting: channel, the notice's address, its words."""
WAITS = (timedelta(seconds=1), timedelta(seconds=5))
"""After the first and the second failure; the third is the last."""


@dataclass(frozen=True)
class Turned:
    """What a turn leaves to be done outside the transaction."""

    letters: list[Envelope]
    oldest: int | None = None
    toast: Text | None = None
    language: str = "id"


class Desk:
    """Where deliveries have their turn."""

    def __init__(
        self,
        database: Database,
        ears: Mapping[str, Ear],
        post: Post,
        *,
        texts: Texts,
        words: Lexicon,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._ears = ears
        self._post = post
        self._texts = texts
        self._words = words
        self._clock = clock
        self._last: dict[str, asyncio.Future[None]] = {}

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
        before = self._last.get(heard.sender)
        mine = self._last[heard.sender] = asyncio.get_running_loop().create_future()
        try:
            if before is not None:
                await before
            await self._taken(heard, raw, toast or self._post.toast)
        except StoreAway:
            raise
        except Exception as wrong:
            await self.set_aside(channel, _packed(raw), wrong)
        finally:
            mine.set_result(None)
            if self._last.get(heard.sender) is mine:
                del self._last[heard.sender]
        return None

    async def sweep(self) -> int:
        """Take up what is open and due: failed turns, and what the clock has put there."""
        now = self._clock()
        due = await self._database.run(lambda store: inbox.senders_due(store, now))
        for channel, sender in due:
            await self._taken_again(channel, sender)
        return len(due)

    async def _taken(self, heard: Heard, raw: Mapping[str, Any], toast: Toast) -> None:
        now = self._clock()
        try:
            turned = await self._database.run(lambda store: self._first(store, heard, raw, now))
        except StoreAway:
            raise
        except Exception as wrong:
            _tell(wrong, "a turn failed and will be tried again")
            body, due = _packed(raw), now + WAITS[0]
            await self._database.run(
                lambda store: _put(store, heard, now, raw=body, attempts=1, due_at=due)
            )
            return
        self._deliver(heard, turned, toast)

    def _first(
        self, store: Store, heard: Heard, raw: Mapping[str, Any], now: datetime
    ) -> Turned | None:
        """Store and take in one: None for what is there already or must wait for older items."""
        if _put(store, heard, now, state="done") is None:
            return None
        met = addresses.meet(store, heard.channel, heard.sender, phone_language=heard.language)
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
        return self._turned(store, heard, met, now)

    def _turned(self, store: Store, heard: Heard, met: Met, now: datetime) -> Turned:
        person = addresses.person_at(store, met.address, now)
        language = met.address.tongue
        form = Form(
            store=store,
            heard=heard,
            now=now,
            person=person,
            open=met.dialogue,
            spell=lambda words: self._texts.plain(language, words),
        )
        turn = Turn(form, self._words)
        turn.take()
        return Turned(form.out, met.oldest_letter, turn.toast, language)

    def _deliver(self, heard: Heard, turned: Turned | None, toast: Toast) -> None:
        if heard.toast is not None:
            notice = turned.toast if turned is not None else None
            words = self._texts.plain(turned.language, notice) if turned and notice else ""
            toast(heard.channel, heard.toast, words)
        if turned is not None:
            self._post.carry(turned.letters, oldest=turned.oldest)

    async def _taken_again(self, channel: str, sender: str) -> None:
        now = self._clock()
        try:
            turned = await self._database.run(lambda s: self._again(s, channel, sender, now))
        except StoreAway:
            return
        except Exception as wrong:
            reference = secrets.token_hex(4)
            _tell(wrong, f"a turn failed again, reference {reference}")
            turned = await self._database.run(
                lambda store: self._failed(store, channel, sender, now, reference)
            )
        if turned is not None:
            self._post.carry(turned.letters, oldest=turned.oldest)

    def _again(self, store: Store, channel: str, sender: str, now: datetime) -> Turned | None:
        met = addresses.meet(store, channel, sender)
        item = inbox.oldest_open(store, channel, sender)
        if item is None or (item.due_at is not None and item.due_at > now):
            return None
        inbox.done(store, item.id, now)
        heard = self._heard_again(channel, sender, item.raw)
        return None if heard is None else self._turned(store, heard, met, now)

    def _heard_again(self, channel: str, sender: str, raw: str) -> Heard | None:
        body = orjson.loads(raw)
        if "expired" in body:
            said = Expired(body["expired"])
            return Heard(channel=channel, sender=sender, key="", said=said)
        return self._ears[channel](body)

    def _failed(
        self, store: Store, channel: str, sender: str, now: datetime, reference: str
    ) -> Turned | None:
        """Count the attempt; after the last one, file the item and tell the person."""
        met = addresses.meet(store, channel, sender)
        item = inbox.oldest_open(store, channel, sender)
        if item is None:
            return None
        tries = item.attempts + 1
        if tries <= len(WAITS):
            inbox.tried(store, item.id, attempts=tries, due_at=now + WAITS[tries - 1])
            return None
        inbox.buried(store, item.id, reference=reference, attempts=tries)
        letter = letters.write(store, met.address, sorry(reference), now=now)
        return Turned([letter], met.oldest_letter)

    async def set_aside(self, channel: str, body: str, wrong: Exception) -> None:
        """Keep what cannot be read, out of everybody's way."""
        _tell(wrong, "an update could not be read and was set aside")
        now = self._clock()
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
    return orjson.dumps(raw).decode()


def _tell(wrong: BaseException, what: str) -> None:
    """One log line: where it went wrong, and never what anybody said."""
    frames = traceback.extract_tb(wrong.__traceback__)[-3:]
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    _log.error("%s: %s at %s", what, type(wrong).__name__, where)
