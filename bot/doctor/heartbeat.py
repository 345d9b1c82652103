"""The heartbeat: in the operator's chat Tilik tells what `tilik doctor` would, and that it is well.

It goes by the channel itself, past the post: also while the database is away. What was told is kept
in a file at home, so that a Tilik that starts again and again does not tell it again and again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypeAlias

from bot.channel import Mouth, Undelivered
from bot.cli.terminal import language
from bot.config import Settings
from bot.doctor import examined, inside
from bot.doctor.finding import Finding, wrong
from bot.doctor.inside import Inside
from bot.home import keep_in, kept_in
from bot.outbound.post import spoken
from bot.outbound.template_letter import template_letter_of
from bot.texts import Texts
from models.keys import Keys
from models.letters import Letter, Lines, Text
from models.store.engine.database import Database, StoreAway

Step: TypeAlias = Literal["hello", "ill", "well"]
MOST = 5
"""Messages in a day: what is told more often is not read."""
DAY = timedelta(days=1)
LISTED = 12
"""Findings in one message; of the others only how many."""
_log = logging.getLogger("tilik.alarm")


@dataclass(frozen=True)
class Told:
    """What is remembered: the chat, the marks of what was wrong at the last look and of what was
    told, whether anything told was ill and not yet well, when Tilik spoke in the last day."""

    chat: str = ""
    seen: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    ill: bool = False
    at: tuple[datetime, ...] = ()


def stepped(was: Told, found: Sequence[Finding], now: datetime) -> tuple[Told, Step | None]:
    """What is to be remembered, and what is to be said.

    What is wrong at two looks in a row is told once, and what is ill once more each day; when at
    two looks in a row nothing is ill any more, that all is well.
    """
    here = frozenset(one.mark for one in found if one.level != "well")
    lasting, ever = here & was.seen, here | was.seen
    spoke = tuple(at for at in was.at if timedelta() <= now - at < DAY)
    known = replace(was, seen=here, told=was.told & ever, at=spoke)
    if len(spoke) >= MOST:
        return known, None
    said = replace(known, told=known.told | lasting, at=(*spoke, now))
    if was.ill and not _any_ill(ever):
        return replace(said, ill=False), "well"
    if lasting - was.told or (_any_ill(lasting) and not spoke):
        return replace(said, ill=was.ill or _any_ill(lasting)), "ill"
    return known, None


def _any_ill(marks: Iterable[str]) -> bool:
    return any(mark.startswith("ill ") for mark in marks)


@dataclass
class Heartbeat:
    """The heartbeat of one running Tilik; without a chat in the settings it does nothing.

    `reaches`: the last message could be sent; that one cannot is said in the log once.
    """

    settings: Settings
    database: Database
    keys: Keys
    mouths: Mapping[str, Mouth]
    texts: Texts
    clock: Callable[[], datetime]
    reaches: bool = True

    async def look(self) -> None:
        """Look at everything, and say what is to be said. What could not be said is tried again."""
        chat = self.settings.alarm_chat
        if not chat:
            return
        was, now = self._read(), self.clock()
        if was.chat != chat:
            await self._said(Told(chat, at=(now,)), "hello", ())
            return
        found = wrong(await self._found(now))
        known, step = stepped(was, found, now)
        if step is None:
            await asyncio.to_thread(self._keep, known)
        else:
            await self._said(known, step, found)

    async def _found(self, now: datetime) -> list[Finding]:
        there = examined.of_database(await self._inside(now), now, self.settings.zone)
        return [*there, *await examined.of_the_rest(self.settings, now)]

    async def _inside(self, now: datetime) -> Inside | StoreAway:
        try:
            return await self.database.read(lambda store: inside.read(store, self.keys, now))
        except StoreAway as away:
            return away

    async def _said(self, known: Told, step: Step, found: Sequence[Finding]) -> None:
        channel, _, chat = known.chat.partition(":")
        try:
            letter, tongue = letter_of(step, found), language()
            as_template = template_letter_of(letter, self.texts, tongue)
            said = replace(spoken(letter, self.texts, tongue), as_template=as_template)
            await self.mouths[channel].say(chat, said, kind="reply")
        except (Undelivered, StoreAway) as wrong:
            if self.reaches:
                _log.warning("the chat for alarms cannot be reached: %s", wrong)
            self.reaches = False
        else:
            self.reaches = True
            await asyncio.to_thread(self._keep, known)

    @property
    def _file(self) -> Path:
        return self.settings.home.absolute() / "heartbeat.json"

    def _read(self) -> Told:
        try:
            page: Any = kept_in(self._file) or {}
            seen, told = frozenset(page["seen"]), frozenset(page["told"])
            at = tuple(datetime.fromisoformat(one) for one in page["at"])
            return Told(str(page["chat"]), seen, told, bool(page["ill"]), at)
        except (KeyError, TypeError, ValueError):
            return Told()

    def _keep(self, known: Told) -> None:
        page = {"chat": known.chat, "seen": sorted(known.seen), "told": sorted(known.told)}
        at = [one.isoformat() for one in known.at]
        try:
            keep_in(self._file, {**page, "ill": known.ill, "at": at})
        except OSError as wrong:
            _log.warning("what was told cannot be kept at home: %s", type(wrong).__name__)


def letter_of(step: Step, found: Sequence[Finding]) -> Letter:
    """The message: what is wrong and what to do about each, or that nothing is."""
    rows = [
        Lines((Text("heartbeat-row", {"label": one.label, "found": one.found}), *_do(one)))
        for one in found[:LISTED]
    ]
    if len(found) > LISTED:
        rows.append(Lines((Text("heartbeat-more", {"count": len(found) - LISTED}),)))
    return Letter((Text(f"heartbeat-{step}", {"count": len(found)}), *rows))


def _do(one: Finding) -> tuple[Text, ...]:
    return (Text("heartbeat-do", {"advice": one.advice}),) if one.advice else ()
