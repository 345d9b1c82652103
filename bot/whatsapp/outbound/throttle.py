"""How fast Tilik may speak on WhatsApp, and the silences that the platform asks for."""

from __future__ import annotations

import asyncio
import logging

from bot.channel import Undelivered
from bot.outbound.pacing import Slots
from bot.whatsapp.errors import MOUTH, PERSON
from bot.whatsapp.graph import GraphRefused
from models.backoff import Backoff, doubling

_log = logging.getLogger("tilik.whatsapp")
SILENCES = doubling(5, longest=300)
"""Seconds that all are silent after each refusal in a row."""
OF_ONE = doubling(6, longest=3600)
"""The same towards one person."""
MOUTH_AT_ALL, OPENINGS = "mouth", "openings"


class Throttle:
    """Everybody's turn to be spoken to.

    A refusal for the whole account makes everybody wait where they are. One for a person has
    what is for them tried later, and so one for templates all templates: in an open window Tilik
    still answers.
    """

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._all = Backoff(SILENCES)
        self._people = Backoff(OF_ONE)

    def close(self) -> None:
        """Give nobody a turn any more."""
        self._slots.close()

    async def turn(self, sender: str, *, prompt: bool, opens: bool) -> None:
        """Wait for it; `opens`: it is a template. Raises `Undelivered`: later."""
        now = _now()
        left = self._people.left(now, sender)
        if opens:
            left = max(left, self._all.left(now, OPENINGS))
        if left:
            raise Undelivered("later", after=left)
        await self._slots.take(sender, prompt=prompt)

    def said(self, sender: str, *, opens: bool) -> None:
        """The platform has taken it."""
        now = _now()
        self._people.over(sender, now=now)
        self._all.over(OPENINGS if opens else MOUTH_AT_ALL, now=now)

    async def heeded(self, refused: GraphRefused, sender: str, *, opens: bool) -> Undelivered:
        """The refusal, to be raised; be silent for as long as it asks for."""
        if refused.code in PERSON:
            wait = self._people.trouble(_now(), sender)
        elif refused.code in MOUTH:
            about = OPENINGS if opens else MOUTH_AT_ALL
            begins = not self._all.left(_now(), about)
            wait = self._all.trouble(_now(), about)
            if begins:
                _log.warning(
                    "WhatsApp asks for %.0f s of silence (%s): %s", wait, about, refused.code
                )
            if not opens:
                await self._slots.silence(wait)
        else:
            return refused
        return Undelivered("later", after=wait, words=str(refused.code))


def _now() -> float:
    return asyncio.get_running_loop().time()
