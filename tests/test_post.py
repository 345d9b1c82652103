"""The post: every letter arrives, in its chat's order, however many processes carry letters."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.channel import Spoken, Undelivered
from bot.post import UNSAID, Post
from bot.texts import catalogue
from models.letters import Letter, LetterKind, Verbatim
from models.store import Store, addresses, letters
from models.store.database import Database, opened
from models.store.letters import Envelope
from models.store.schema import letters as rows
from tests.actors import Clock


class Mouth:
    """A channel that takes its time, or fails as it is told to."""

    def __init__(self, *, fails: Callable[[str], None] | None = None) -> None:
        self.said: list[str] = []
        self.may_speak = asyncio.Event()
        self.may_speak.set()
        self._fails = fails

    async def say(self, sender: str, spoken: Spoken, *, kind: LetterKind) -> None:
        await self.may_speak.wait()
        if self._fails is not None:
            self._fails(spoken.text)
        self.said.append(spoken.text)

    async def toast(self, toast: str, words: str) -> None:
        raise AssertionError("nobody has tapped")


class Town:
    """Several processes on one database, each with a post and a mouth of its own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.clock = Clock()
        self.posts: list[tuple[Post, Database]] = []

    def post(self, mouth: Mouth) -> Post:
        database = opened(self.url)
        post = Post(database, {"telegram": mouth}, catalogue(), clock=self.clock, draw=_undrawn)
        self.posts.append((post, database))
        return post

    async def answers(self, post: Post, words: str) -> None:
        """What a turn of this post's process leaves to be carried."""
        (database,) = (database for one, database in self.posts if one is post)
        envelope, oldest = await database.run(lambda store: self._written(store, words))
        post.carry([envelope], oldest=oldest)

    def _written(self, store: Store, words: str) -> tuple[Envelope, int | None]:
        met = addresses.meet(store, "telegram", "1001")
        letter = Letter((Verbatim(words),))
        return letters.write(store, met.address, letter, now=self.clock()), met.oldest_letter

    async def waits(self, seconds: int) -> None:
        """A second passes, every process looks what is due, and so on."""
        for _ in range(seconds):
            self.clock.forward(seconds=1)
            for post, _ in self.posts:
                await post.sweep()
            await asyncio.sleep(0.02)

    async def run(self, job: Callable[[Store], Any]) -> Any:
        return await self.posts[0][1].run(job)


async def _undrawn(*_: Any) -> bytes:
    raise AssertionError("no letter here has a picture")


@asynccontextmanager
async def town(url: str) -> AsyncIterator[Town]:
    town = Town(url)
    yield town
    for post, database in town.posts:
        await post.quiet()
        await database.close()


async def test_a_letter_that_takes_long_is_said_by_its_own_process_alone(databases: str) -> None:
    async with town(databases) as there:
        slow, other = Mouth(), Mouth()
        slow.may_speak.clear()
        idle, busy = there.post(other), there.post(slow)  # the idle one looks first
        await there.answers(busy, "a")
        await there.waits(20)
        assert busy.busy
        slow.may_speak.set()
        await busy.quiet()
        await idle.quiet()
        assert (slow.said, other.said) == (["a"], [])


async def test_a_letter_whose_process_has_died_is_said_by_another(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        there.post(mouth)
        await there.run(lambda store: there._written(store, "a"))
        await there.waits(11)
        assert mouth.said == ["a"]


async def test_a_second_reply_from_another_process_does_not_wait_long(databases: str) -> None:
    async with town(databases) as there:
        first, second = Mouth(), Mouth()
        first.may_speak.clear()
        one, other = there.post(first), there.post(second)
        await there.answers(one, "a")
        await there.answers(other, "b")
        assert second.said == []
        first.may_speak.set()
        await one.quiet()
        await there.waits(2)
        await one.quiet()
        assert sorted(first.said + second.said) == ["a", "b"]


async def test_a_letter_that_has_failed_a_thousand_times_is_still_counted(databases: str) -> None:
    def refuses(words: str) -> None:
        raise Undelivered("later")

    async with town(databases) as there:
        post = there.post(Mouth(fails=refuses))
        await there.answers(post, "a")
        await post.quiet()
        await there.run(lambda store: store.execute(update(rows).values(attempts=1024)))
        await there.waits(2)
        await post.quiet()
        query = select(rows.c.attempts)
        assert await there.run(lambda store: store.execute(query).scalar_one()) == 1025


async def test_a_letter_that_cannot_be_said_is_tried_again_then_dropped_aloud(
    databases: str, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[str] = []

    def breaks(words: str) -> None:
        if words == "a":
            tried.append(words)
            raise ZeroDivisionError

    async with town(databases) as there:
        mouth = Mouth(fails=breaks)
        post = there.post(mouth)
        await there.answers(post, "a")
        await there.answers(post, "b")
        await post.quiet()
        assert await there.run(letters.waiting) == 2
        await there.waits(60)
        await post.quiet()
        assert (len(tried), mouth.said) == (UNSAID, ["b"])
        assert await there.run(letters.waiting) == 0
    assert "is dropped" in caplog.text


async def test_a_letter_that_failed_once_by_our_fault_still_arrives(databases: str) -> None:
    faults = [ZeroDivisionError()]

    def breaks_once(words: str) -> None:
        if faults:
            raise faults.pop()

    async with town(databases) as there:
        mouth = Mouth(fails=breaks_once)
        await there.answers(there.post(mouth), "a")
        await there.waits(3)
        assert mouth.said == ["a"]


async def test_what_has_arrived_is_forgotten_even_if_that_fails_at_first(
    databases: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        post = there.post(mouth)
        with monkeypatch.context() as broken:
            broken.setattr(letters, "delivered", lambda *_: 1 / 0)
            await there.answers(post, "a")
            await asyncio.sleep(0.2)
        await post.quiet()
        assert await there.run(letters.waiting) == 0
        await there.waits(40)
        assert mouth.said == ["a"]
