"""The slips of joining codes that were handed out in chat: drawn when their letter is sent, with
the links and QR codes that lead to Tilik. They are never stored."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.attachments.joining_sheet import drawn, slip
from bot.attachments.links import AskedReach, Reach
from bot.outbound.file_source import Fetched
from models.calendar import local
from models.letters import Text
from models.store import Store
from models.store.engine.database import Database
from models.store.people import people, posts, roll
from models.store.rules import zones

if TYPE_CHECKING:
    from bot.render.slips import Slip


class JoiningSlips:
    """Draws slips, one at a time."""

    def __init__(
        self, database: Database, reach: AskedReach, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._reach = reach
        self._clock = clock
        self._turn = asyncio.Lock()

    async def make(self, words: str, language: str) -> Fetched | Text:
        """The slip of `PERSON.END.CODE`, if that code still works (it ends so long after 1970).

        A slip is in Indonesian, whatever the language of who hands it out.
        """
        person, end, code = words.split(".")
        draws = partial(_drawn, int(person), int(end), code, now=self._clock())
        async with self._turn:
            reach = await self._reach.found()
            draw = await self._database.read(lambda store: draws(store, reach=reach))
            if draw is None:
                return Text("pegawai-code-over")
            return Fetched(await asyncio.to_thread(draw), "image/png")

    async def make_sheet(self, words: str, language: str) -> Fetched | Text:
        """The sheet of `END.PERSON.CODE.PERSON.CODE...`: slips of those whose codes still work."""
        end, *rest = words.split(".")
        codes = dict(zip(map(int, rest[::2]), rest[1::2], strict=True))
        draws = partial(_several, codes, int(end), now=self._clock())
        async with self._turn:
            reach = await self._reach.found()
            slips = await self._database.read(lambda store: draws(store, reach=reach))
            if not slips:
                return Text("pegawai-code-over")
            return Fetched(await asyncio.to_thread(drawn, slips), "application/pdf")


def _several(
    codes: Mapping[int, str], end: int, store: Store, *, reach: Reach, now: datetime
) -> list[Slip]:
    """The slips of those of these people who have not joined meanwhile, by unit and name."""
    day = local(now, zones.WITHOUT_POST).date()
    found = roll.unjoined_among(store, codes, day, now=now)
    return [
        slip(
            one.name,
            codes[one.id],
            nip=one.nip or "",
            unit=one.unit.name,
            zone=one.unit.zone,
            reach=reach,
            until=one.code_until,
        )
        for one in found
        if one.code_until and int(one.code_until.timestamp()) == end
    ]


def _drawn(
    person: int, end: int, code: str, store: Store, *, reach: Reach, now: datetime
) -> Callable[[], bytes] | None:
    """How the slip is drawn, once the store is let go; None where the code is over."""
    until = roll.standing_code(store, person, now=now)
    if until is None or int(until.timestamp()) != end:
        return None
    zone = zones.zone_of(store, person, now)
    found = posts.employees(store, local(now, zone).date(), person_ids=[person])
    unit, nip = (found[0].unit.name, found[0].nip or "") if found else ("", "")
    name = people.name_of(store, person)
    one = slip(name, code, nip=nip, unit=unit, zone=zone, reach=reach, until=until)

    def draw() -> bytes:
        # Slow to load, and needed by few.
        from bot.render.slips import picture

        return picture(one)

    return draw
