"""Bugs that are planted to see whether they are found: each a small patch of one place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from itertools import count
from typing import Any
from unittest.mock import patch

from bot.channel import Heard, Toast
from bot.inbound import desk
from bot.inbound.desk import Desk
from bot.outbound.post import PostOffice
from bot.outbound.write_behind import WriteBehind
from models.store import Store
from models.store.chat import inbox
from models.store.complaints import reporters
from models.store.engine import sqlite
from models.store.engine.away import StoreAway

_CHANGE = reporters._change
_PUT, _DESK_PUT, _TAKEN, _CARRY = inbox.put, desk._put, Desk._taken, PostOffice.carry


def _without_key(number: Iterator[int]) -> Callable[..., Any]:
    def put(*of: Any, key: str, twin: str | None, **rest: Any) -> Any:
        return _PUT(*of, key=f"{key}.{next(number)}", twin=None, **rest)

    return put


@contextmanager
def key() -> Iterator[None]:
    """The inbox has no unique key: what is delivered twice has two turns."""
    with patch.object(inbox, "put", _without_key(count())):
        yield


@contextmanager
def order() -> Iterator[None]:
    """The post does not ask whether an older letter of the chat still waits."""

    def carry(self: Any, envelopes: Any, *, oldest: int | None = None) -> None:
        _CARRY(self, envelopes)

    with patch.object(PostOffice, "carry", carry):
        yield


@contextmanager
def done() -> Iterator[None]:
    """An item is written down as done before its turn is committed."""
    stored: dict[str, int | None] = {}

    def put(store: Store, heard: Heard, now: datetime, **columns: Any) -> int | None:
        if columns == {"state": "done"} and heard.key in stored:
            return stored.pop(heard.key)
        return _DESK_PUT(store, heard, now, **columns)

    async def first(self: Any, heard: Heard, raw: Any, toast: Toast) -> None:
        now = self._clock()
        number = await self._database.run(lambda store: _DESK_PUT(store, heard, now, state="done"))
        stored[heard.key] = number
        await _TAKEN(self, heard, raw, toast)

    with patch.object(Desk, "_taken", first), patch.object(desk, "_put", put):
        yield


@contextmanager
def sync() -> Iterator[None]:
    """SQLite need not sync each commit: the last ones go with the power."""
    pragmas = tuple(p.replace("synchronous=FULL", "synchronous=NORMAL") for p in sqlite._PRAGMAS)
    with patch.object(sqlite, "_PRAGMAS", pragmas):
        yield


@contextmanager
def late() -> Iterator[None]:
    """That a letter has arrived is written down seconds later, and no other waits for that."""

    def add(self: Any, thing: Any) -> asyncio.Future[None]:
        async def write() -> None:
            try:
                await self._write([thing])
            except StoreAway:
                await asyncio.sleep(0.5)
                await write()

        loop = asyncio.get_running_loop()
        loop.call_later(5, lambda: self._start(write()))
        kept = loop.create_future()
        kept.set_result(None)
        return kept

    with patch.object(WriteBehind, "add", add):
        yield


@contextmanager
def seal() -> Iterator[None]:
    """That a letter has left the seal is written down only once it leaves it again."""
    left: set[int] = set()

    def change(store: Store, number: int, **columns: Any) -> None:
        if number in left:
            _CHANGE(store, number, **columns)
        left.add(number)

    with patch.object(reporters, "_change", change):
        yield


PLANTS: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
    "key": key,
    "order": order,
    "done": done,
    "sync": sync,
    "late": late,
    "seal": seal,
}
