"""Visit codes as pictures and on paper: what a citizen scans at the end of a service."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
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
    """Draws codes that were given or printed in chat, one file at a time."""

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
            found = await self._there(int(counter))
            if found is None:
                return Text("visit-code-gone")
            one = visit_slip(found, code, last=date.fromisoformat(last), reach=reach)
            return Fetched(await asyncio.to_thread(_picture, one), "image/png")

    async def make_sheet(self, words: str, language: str) -> Fetched | Text:
        """The sheets of `COUNTER.LAST-DAY.CODE.CODE...`, in the same way."""
        counter, last, *codes = words.split(".")
        async with self._turn:
            reach = await self._reach.found()
            found = await self._there(int(counter))
            if found is None:
                return Text("poster-gone")
            day = date.fromisoformat(last)
            slips = [visit_slip(found, code, last=day, reach=reach) for code in codes]
            return Fetched(await asyncio.to_thread(visit_sheets, slips), "application/pdf")

    async def _there(self, number: int) -> Counter | None:
        every = await self._database.read(services.all_counters)
        return next((one for one in every if one.id == number), None)


def visit_slip(counter: Counter, code: str, *, last: date, reach: Reach) -> Slip:
    """What the slip of a code says; `last` is its last day. The service where there is but one."""
    from bot.render.slips import Slip

    return Slip(
        name=counter.name,
        unit=counter.unit.name,
        beside=_only_service(counter),
        what=_said("visit-slip-what"),
        code=spelt_code(code),
        how=[*_how(code, reach)],
        until=_said("visit-slip-until", day=last),
        ways=_ways(code, reach),
    )


def visit_sheets(slips: Iterable[Slip]) -> bytes:
    """The slips on sheets of A4, to be cut apart."""
    from bot.render.slips import pdf

    return pdf(slips, title=_said("visit-slip-title"))


def _picture(one: Slip) -> bytes:
    from bot.render.slips import picture

    return picture(one)


HEADER = (
    "kode",
    "tautan WhatsApp",
    "tautan Telegram",
    "unit",
    "loket",
    "layanan",
    "hari terakhir",
)
"""The columns of a table of codes, as a queue printer takes it."""


def visit_rows(
    counter: Counter, codes: Iterable[str], *, last: date, reach: Reach
) -> Iterator[Sequence[str | date]]:
    """The table of these codes with its header. A code stands there as it is read aloud: without
    its space a spreadsheet takes 2E345678 for a number."""
    yield HEADER
    place = (counter.unit.name, counter.name, _only_service(counter), last)
    for code in codes:
        links = {way.name: way.url for way in _ways(code, reach)}
        yield (spelt_code(code), links.get("WhatsApp", ""), links.get("Telegram", ""), *place)


def _only_service(counter: Counter) -> str:
    return counter.services[0].name if len(counter.services) == 1 else ""


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
