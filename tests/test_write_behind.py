"""What was done is written down at once, in its order, several things in one commit."""

from __future__ import annotations

import asyncio

import pytest

from bot.outbound import write_behind
from bot.outbound.write_behind import WriteBehind
from models.store.engine.database import StoreAway


class Book:
    """Where things are written; each commit waits until it is let through, or fails."""

    def __init__(self) -> None:
        self.commits: list[list[str]] = []
        self.may_go = asyncio.Event()
        self.fails = 0
        self.tasks: set[asyncio.Future[None]] = set()
        self.behind: WriteBehind[str] = WriteBehind(
            self.write, start=lambda work: self.tasks.add(asyncio.ensure_future(work))
        )

    async def write(self, things: list[str]) -> None:
        await self.may_go.wait()
        if self.fails:
            self.fails -= 1
            raise StoreAway("away")
        self.commits.append(things)


async def test_what_comes_during_a_commit_goes_into_the_next_one() -> None:
    book = Book()
    first = book.behind.add("a")
    await asyncio.sleep(0)
    rest = [book.behind.add("b"), book.behind.add("c")]
    await asyncio.sleep(0)
    assert not first.done()
    book.may_go.set()
    await asyncio.gather(first, *rest)
    assert book.commits == [["a"], ["b", "c"]]


async def test_nothing_is_written_before_what_came_earlier_and_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write_behind, "PAUSE", 0)
    book = Book()
    book.fails = 2
    first = book.behind.add("a")
    await asyncio.sleep(0)
    second = book.behind.add("b")
    book.may_go.set()
    await asyncio.gather(first, second)
    assert [thing for commit in book.commits for thing in commit] == ["a", "b"]


async def test_what_a_broken_off_commit_would_have_written_is_written_at_the_end() -> None:
    book = Book()
    book.behind.add("a")
    await asyncio.sleep(0)
    for task in book.tasks:
        task.cancel()
    await asyncio.wait(book.tasks)
    book.may_go.set()
    await book.behind.write_down()
    assert book.commits == [["a"]]
