"""Visit codes as pictures and on paper: what a citizen scans at the end of a service."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bot.attachments.links import AskedReach, Reach
from bot.outbound.file_source import Fetched
from bot.render.poster import Link
from bot.telegram.username import deep_link
from bot.texts import bundle_of
from bot.whatsapp.number import whatsapp_link
from models.letters import Fact, Text
from models.services import Counter, spelt_code
from models.store.engine.database import Database
from models.store.office import services

if TYPE_CHECKING:
    from bot.render.slips import Slip


class VisitSlips:
    """Draws a code that was given in chat, one at a time."""

    def __init__(self, database: Database, reach: AskedReach) -> None:
        self._database = database
        self._reach = reach
        self._turn = asyncio.Lock()

    async def make(self, words: str, language: str) -> Fetched | Text:
        """The picture of `COUNTER.LAST-DAY.CODE`, while the counter is there: in Indonesian, as all
        that hangs or is shown where citizens are."""
        counter, last, code = words.split(".")
        async with self._turn:
            reach = await self._reach.found()
            found = await self._database.read(
                lambda store: services.counters_by_id(store, int(counter))
            )
            if not found:
                return Text("visit-code-gone")
            one = visit_slip(found[0], code, last=date.fromisoformat(last), reach=reach)
            return Fetched(await asyncio.to_thread(_picture, one), "image/png")


def visit_slip(counter: Counter, code: str, *, last: date, reach: Reach) -> Slip:
    """What the slip of a code says; `last` is its last day."""
    from bot.render.slips import Slip

    return Slip(
        name=counter.name,
        unit=counter.unit.name,
        nip="",
        what=_said("visit-slip-what"),
        code=spelt_code(code),
        how=[*_how(code, reach)],
        until=_said("visit-slip-until", day=last),
        ways=_ways(code, reach),
    )


def _picture(one: Slip) -> bytes:
    from bot.render.slips import picture

    return picture(one)


def _ways(code: str, reach: Reach) -> list[Link]:
    found = []
    if reach.number:
        words = _said("visit-send", code=code)
        found.append(Link("WhatsApp", whatsapp_link(reach.number, words), f"+{reach.number}"))
    if reach.username:
        url = deep_link(reach.username, f"kunjungan-{code}")
        found.append(Link("Telegram", url, f"@{reach.username}"))
    return found


def _how(code: str, reach: Reach) -> Iterable[str]:
    if reach.number:
        yield _said("visit-slip-whatsapp", code=spelt_code(code), number=reach.number)
    if reach.username:
        yield _said("visit-slip-telegram", code=spelt_code(code), username=reach.username)
    if not reach:
        yield _said("visit-slip-typed", code=spelt_code(code))


def _said(text: str, **facts: Fact) -> str:
    return bundle_of("id", ["visit"]).plain("id", Text(text, facts))
