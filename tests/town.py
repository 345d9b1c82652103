"""Several processes of Tilik on one database, as far as carrying letters goes."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.channel import Before, Posted, Spoken
from bot.outbound.post import PostOffice
from bot.telegram.traits import TELEGRAM
from bot.texts import catalogue
from models.campaigns import Due
from models.letters import Letter, LetterKind, Verbatim
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database, opened
from models.store.letters import letters
from models.store.letters.letters import Envelope
from models.store.people import people
from models.store.prompts import prompts
from models.store.schema import prompts as prompt_rows
from tests.actors import Clock


class Mouth:
    """A channel that takes its time, or fails as it is told to.

    `breaks` is asked before a letter's turn has come, `fails` when it is sent. Prompts wait for
    `may_prompt` in line, and are sent one at a time.
    """

    def __init__(
        self,
        *,
        fails: Callable[[str], None] | None = None,
        breaks: Callable[[str], None] | None = None,
        tells: bool = False,
    ) -> None:
        self.traits = replace(TELEGRAM, tells=tells)
        self.tracks: list[str] = []
        self.said: list[str] = []
        self.spoke = asyncio.Event()
        self.may_speak, self.may_prompt, self.answers = (asyncio.Event() for _ in range(3))
        for event in (self.may_speak, self.may_prompt, self.answers):
            event.set()
        self.in_line = 0
        self.longest_line = 0
        self._fails = fails
        self._breaks = breaks
        self._turn = asyncio.Lock()

    @property
    def held(self) -> bool:
        """Whether a test keeps it from ending what it says."""
        return not all(one.is_set() for one in (self.may_speak, self.may_prompt, self.answers))

    async def say(
        self, sender: str, spoken: Spoken, *, kind: LetterKind, before: Before | None = None
    ) -> Posted:
        self.tracks.append(spoken.track)
        if self._breaks is not None:
            self._breaks(spoken.text)
        if before is None:
            await self._sent(spoken.text)
            return Posted(self.traits.tells)
        self.in_line += 1
        self.longest_line = max(self.longest_line, self.in_line)
        try:
            async with self._turn:
                await self.may_prompt.wait()
                await before()
                await self._sent(spoken.text)
        finally:
            self.in_line -= 1
        return Posted(self.traits.tells)

    async def _sent(self, words: str) -> None:
        await self.may_speak.wait()
        if self._fails is not None:
            self._fails(words)
        self.said.append(words)
        self.spoke.set()
        await self.answers.wait()

    async def take_back(self, sender: str, messages: Sequence[str]) -> None:
        raise AssertionError("nothing was to be taken back")

    async def menu(self, sender: str, menu: Sequence[tuple[str, str]]) -> None:
        """Nobody looks at it."""

    async def toast(self, toast: str, words: str) -> None:
        raise AssertionError("nobody has tapped")


class Town:
    """Several processes on one database, each with a post and a mouth of its own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.clock = Clock()
        self.posts: list[tuple[PostOffice, Database]] = []
        self._mouths: dict[PostOffice, Mouth] = {}

    def post(self, mouth: Mouth) -> PostOffice:
        database = opened(self.url)
        post = PostOffice(
            database, {"telegram": mouth}, catalogue(), clock=self.clock, draw=_undrawn
        )
        self.posts.append((post, database))
        self._mouths[post] = mouth
        return post

    async def answers(self, post: PostOffice, words: str) -> None:
        """What a turn of this post's process leaves to be carried."""
        (database,) = (database for one, database in self.posts if one is post)
        envelope, after = await database.run(lambda store: self.written(store, words))
        post.carry([envelope], after=after)

    def written(self, store: Store, words: str) -> tuple[Envelope, int | None]:
        met = addresses.meet(store, "telegram", "1001")
        letter = Letter((Verbatim(words),))
        return letters.write(store, met.address, letter, now=self.clock()), met.newest_letter

    async def campaigns(
        self, number: int, *, first: int = 0, until: datetime | None = None
    ) -> None:
        """A planner prompts so many people, each at an address of their own."""

        def plan(store: Store) -> None:
            for n in range(number):
                self._prompted(store, first + n, until)

        await self.run(plan)

    def _prompted(self, store: Store, number: int, until: datetime | None) -> None:
        person = people.add(store, f"Pegawai {number}")
        address = addresses.meet(store, "telegram", str(1001 + number)).address
        addresses.change(store, address.id, person_id=person)
        due = Due("daily.2026-11-23", "log", date(2026, 11, 23), self.clock(), date(2026, 11, 23))
        planned = prompts.write(
            store,
            due,
            addresses.by_id(store, address.id),
            Letter((Verbatim(f"p{number}"),)),
            lane="own",
            now=self.clock(),
            until=until,
        )
        assert planned

    async def ends(self) -> Counter[str]:
        """How many prompts have ended how."""
        query = select(prompt_rows.c.state, func.count()).group_by(prompt_rows.c.state)
        return Counter(dict(await self.run(lambda store: store.execute(query).all())))

    async def waits(self, seconds: int) -> None:
        """A second passes, every process looks what is due and does it, and so on."""
        for _ in range(seconds):
            self.clock.forward(seconds=1)
            for post, _ in self.posts:
                await post.sweep()
            for post, _ in self.posts:
                if self._mouths[post].held:
                    await asyncio.sleep(0.02)
                else:
                    await post.quiet()

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


def fails_from_now_on(broken: pytest.MonkeyPatch, module: Any, name: str) -> threading.Event:
    """Let this function of the store fail from now on; the event says that it has."""
    failed = threading.Event()

    def fails(*_: Any, **__: Any) -> Any:
        failed.set()
        raise ZeroDivisionError

    broken.setattr(module, name, fails)
    return failed
