"""Connections to PostgreSQL that are lent to one test after another.

A plugin of pytest. For each connection the server starts a process, which reads its catalogue and
parses each statement for the first time: half of what a story costs there. So what a pool closes is
reset and laid on a shelf, with all that it has prepared, for the next pool with the same wishes.
What is in doubt, and what belongs to an event loop that ends, is closed.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from typing import Any

import asyncpg
import pytest
from asyncpg.prepared_stmt import PreparedStatement

from models.store.engine import postgresql

MOST = 300
"""So many statements stay prepared on one connection."""


class Lent(asyncpg.Connection):  # type: ignore[misc]
    """A connection that goes back to its shelf when it is closed."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.shelf: list[Lent] = []
        self._codecs: set[str] = set()
        self._before: dict[str, PreparedStatement] = {}
        self._since: dict[str, PreparedStatement] = {}

    async def prepare(self, query: str, **wishes: Any) -> PreparedStatement:
        """What was prepared for an earlier pool; who asks twice wants it anew."""
        made = self._before.pop(query, None) or await super().prepare(query, **wishes)
        self._since[query] = made
        return made

    async def set_type_codec(self, typename: str, **wishes: Any) -> None:
        """Every pool wants the same ones."""
        if typename not in self._codecs:
            await super().set_type_codec(typename, **wishes)
            self._codecs.add(typename)

    async def close(self, *, timeout: float | None = None) -> None:  # noqa: ASYNC109  (asyncpg has it)
        """Go back to the shelf, unless somebody is in a hurry: they have their doubts."""
        if timeout is not None or not await self._is_as_new():
            await super().close(timeout=timeout)
            return
        kept = [*self._before.items(), *self._since.items()][-MOST:]
        self._before, self._since = dict(kept), {}
        self.shelf.append(self)

    async def _is_as_new(self) -> bool:
        """Whether nothing is left of what was done with it."""
        if self.is_closed() or self.is_in_transaction():
            return False
        try:
            await self.reset()
        except (asyncpg.InterfaceError, asyncpg.PostgresError, OSError):
            return False
        return True


class Shelves:
    """What is lent, by what is wished for, in one event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._shelves: dict[str, list[Lent]] = defaultdict(list)

    async def lend(self, **wishes: Any) -> Any:
        """A connection that is there and open, or a new one."""
        if asyncio.get_running_loop() is not self._loop:
            return await asyncpg.connect(**wishes)
        shelf = self._shelves[repr(sorted(wishes.items()))]
        while shelf:
            there = shelf.pop()
            if not there.is_closed():
                return there
        made: Lent = await asyncpg.connect(**wishes, connection_class=Lent)
        made.shelf = shelf
        return made

    def open(self) -> list[Lent]:
        """Everything that lies there."""
        return [one for shelf in self._shelves.values() for one in shelf if not one.is_closed()]


_there: list[Shelves] = []


def idle() -> Collection[int]:
    """The server's processes behind what lies there: they hold nothing."""
    return [one.get_server_pid() for shelves in _there for one in shelves.open()]


@pytest.fixture(scope="session", autouse=True)
async def _lent() -> AsyncIterator[None]:
    """Let every pool of Tilik's borrow its connections."""
    shelves, made = Shelves(asyncio.get_running_loop()), postgresql.create_async_engine

    def pooled(url: Any, *, connect_args: dict[str, Any], **wishes: Any) -> Any:
        borrows = {**connect_args, "async_creator_fn": shelves.lend}
        return made(url, connect_args=borrows, **wishes)

    _there.append(shelves)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgresql, "create_async_engine", pooled)
        yield
    _there.remove(shelves)
    for one in shelves.open():
        one.terminate()
