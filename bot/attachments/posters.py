"""What a counter's poster says, wherever it is asked for.

A poster hangs where citizens are: its words are Indonesian, whatever language it is asked for in.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.attachments.links import AskedReach, Reach
from bot.outbound.file_source import Fetched
from bot.render.paper import UndrawnPaper
from bot.render.poster import MOST_SERVICES, Link, Poster, Size, Words, pdf, picture
from bot.telegram.username import deep_link
from bot.texts import bundle_of
from bot.whatsapp.number import whatsapp_link
from models.letters import Fact, Text
from models.services import Counter
from models.store import Store
from models.store.engine.database import Database
from models.store.office import services

if TYPE_CHECKING:
    from bot.config import Settings

_log = logging.getLogger("tilik.papers")


class Posters:
    """Draws the papers of counters for a chat, one after another."""

    def __init__(self, database: Database, settings: Settings, reach: AskedReach) -> None:
        self._database = database
        self._settings = settings
        self._reach = reach
        self._turn = asyncio.Lock()

    async def make(self, words: str, language: str) -> Fetched | Text:
        """The papers of `KIND.COUNTER.COUNTER...`, of those counters that are still there."""
        kind, *numbers = words.split(".")
        async with self._turn:
            reach = await self._reach.found()
            if not reach:
                return Text("poster-no-link")
            wanted = [int(number) for number in numbers]
            found = await self._database.read(lambda store: _counters(store, wanted))
            if not found:
                return Text("poster-gone")
            return await asyncio.to_thread(self._drawn, kind, found, reach)

    def _drawn(self, kind: str, counters: Sequence[Counter], reach: Reach) -> Fetched:
        """With the logo; without it where it is not to be had any more, or is no picture."""
        try:
            return _paper(kind, counters, reach, logo_of(self._settings))
        except (OSError, UndrawnPaper) as wrong:
            _log.warning("posters without their logo: %s", type(wrong).__name__)
            return _paper(kind, counters, reach, b"")


def _counters(store: Store, numbers: Sequence[int]) -> list[Counter]:
    return [one for one in services.all_counters(store) if one.id in numbers]


def _paper(kind: str, counters: Sequence[Counter], reach: Reach, logo: bytes) -> Fetched:
    some, words = [poster_of(one, reach) for one in counters], words_of(reach)
    if kind == "card":
        return Fetched(picture(some[0], words, size="a6", logo=logo), "image/png")
    size: Size = "a4" if kind == "wall" else "sheet"
    return Fetched(pdf(some, words, size=size, logo=logo), "application/pdf")


def poster_of(counter: Counter, reach: Reach) -> Poster:
    """The counter's."""
    names = [service.name for service in counter.services]
    return Poster(
        unit=counter.unit.name,
        counter=counter.name,
        services=names,
        more=_said("poster-more", count=len(names) - MOST_SERVICES + 1),
        code=counter.code,
        links=ways(counter.code, reach),
    )


def words_of(reach: Reach) -> Words:
    """What all of them say. A citizen on WhatsApp presses send, one on Telegram taps."""
    private = "poster-private-sent" if reach.number else "poster-private"
    return Words(
        title=_said("poster-title"),
        survey=_said("poster-survey"),
        scan=_said("poster-scan"),
        services=_said("poster-services"),
        private=_said(private),
    )


def ways(code: str, reach: Reach) -> list[Link]:
    """The channels of a poster, WhatsApp first: that is where citizens are."""
    found = []
    if reach.number:
        by_hand = _said("poster-code-whatsapp", number=reach.number)
        found.append(Link("WhatsApp", on_whatsapp(code, reach), by_hand))
    if reach.username:
        by_hand = _said("poster-code", username=reach.username)
        found.append(Link("Telegram", deep_link(reach.username, code), by_hand))
    return found


def on_whatsapp(code: str, reach: Reach) -> str:
    """The link with the words that rate at the counter; to press send is all a citizen does."""
    return whatsapp_link(reach.number, _said("poster-send", code=code))


def logo_of(chosen: Settings) -> bytes:
    """The office's logo as it was given; nothing where there is none. Raises OSError."""
    return chosen.logo.read_bytes() if chosen.logo else b""


def _said(text: str, **facts: Fact) -> str:
    return bundle_of("id", ["office"]).plain("id", Text(text, facts))
