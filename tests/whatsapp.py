"""A mouth on the strict local WhatsApp, and what came of what it said."""

from __future__ import annotations

import itertools
import struct
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from bot.channel import Before, Label, Spoken, TemplateLetter, Undelivered
from bot.outbound.pacing import Budget
from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from bot.texts import catalogue
from bot.whatsapp.outbound.gate import Gate
from bot.whatsapp.outbound.speaker import WhatsAppSpeaker
from models.letters import LetterKind
from models.store.engine.database import Database
from models.store.prompts import templates
from models.store.prompts.templates import TemplateStatus
from tests.actors import Clock

TOKEN, PHONE_ID, BUSINESS_ID = "EAAdemo", "1098765432109876", "2098765432109876"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"rest"
KNOCK = TemplateLetter("brief_short", "id", {"name": "Sari"}, ("o.tim.",))
SHAPE = [
    {
        "type": "BODY",
        "text": "Halo {{name}}, ada kabar tim Anda di Tilik pekan ini.",
        "example": {"body_text_named_params": [{"param_name": "name", "example": "Sari"}]},
    },
    {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Lihat"}]},
]


@asynccontextmanager
async def opened_box(clock: Clock, **chosen: Any) -> AsyncIterator[WhatsAppBox]:
    """A WhatsApp that listens; its webhooks wait."""
    box = WhatsAppBox(
        token=TOKEN,
        phone_id=PHONE_ID,
        business_id=BUSINESS_ID,
        app_secret="app-secret",
        verify_token="verify-me",
        clock=clock,
        **chosen,
    )
    await box.start()
    yield box
    await box.stop()


class Talk:
    """A speaker, the box that it speaks to, and Sari, who wrote just now."""

    def __init__(
        self, box: WhatsAppBox, database: Database, clock: Clock, *, rate: float = 0
    ) -> None:
        self.box = box
        self.clock = clock
        self.database = database
        self.mouth = mouth(box.url, database, clock, rate=rate)
        self.sari = box.phone(1001, name="Sari")
        self.sari.start()
        self.letters, self.after = 0, 0.0

    async def say(
        self,
        spoken: Spoken,
        *,
        to: WaPhone | None = None,
        kind: LetterKind = "reply",
        before: Before | None = None,
        letter: int | None = None,
        attempt: int = 0,
    ) -> str:
        """What becomes of one letter: why not, "said", or "nothing". `after` is set then."""
        self.letters += 1
        whom, track = to or self.sari, f"l{letter or self.letters}.{attempt}"
        said = with_window(spoken, whom, track)
        self.after = 0.0
        try:
            told = await self.mouth.say(whom.id, said, kind=kind, before=before)
        except Undelivered as wrong:
            self.after = wrong.after
            return wrong.why
        return "said" if told.tells else "nothing"

    def at_send(self, number: int, deed: Callable[[], object]) -> None:
        """Do something to the box just before it takes the send of this number, from 1."""
        count, strike = itertools.count(1), self.box.faults.strike

        def struck() -> None:
            if next(count) == number:
                deed()
            strike()

        self.box.faults.strike = struck  # type: ignore[method-assign]

    @property
    def sent(self) -> list[Mapping[str, Any]]:
        """The accepted calls, in order."""
        return [row.payload for row in self.box.ledger]

    @property
    def kinds(self) -> list[str]:
        """What was accepted: the type of each, of an interactive one its own."""
        return [str(one[one["type"]].get("type", one["type"])) for one in self.sent]


def mouth(
    api: str, database: Database, clock: Clock, *, rate: float = 0, budget: Budget | None = None
) -> WhatsAppSpeaker:
    """A speaker of the box's."""
    return WhatsAppSpeaker(
        TOKEN,
        phone_id=PHONE_ID,
        api=api,
        texts=catalogue(),
        gate=Gate(database, clock),
        clock=clock,
        rate=rate,
        budget=budget,
    )


def with_window(spoken: Spoken, whom: WaPhone, track: str) -> Spoken:
    """The letter as the post gives it: with its track, and when the person last wrote."""
    heard_at = spoken.heard_at or whom.last_heard
    return replace(spoken, heard_at=heard_at, track=track)


def asking(text: str, *labels: str, **more: Any) -> Spoken:
    """Words with buttons, each in a row of its own."""
    rows = tuple((Label(words, f"a.1.0.{n}"),) for n, words in enumerate(labels))
    return Spoken(text, rows, **more)


async def approved(talk: Talk) -> None:
    """The template of `KNOCK` is there, on both sides."""
    given = {
        "name": KNOCK.name,
        "language": "id",
        "category": "UTILITY",
        "parameter_format": "NAMED",
        "components": SHAPE,
    }
    talk.box.templates.create(given)
    talk.box.approve(KNOCK.name)
    now = talk.clock()
    known = TemplateStatus(KNOCK.name, "id", "1", "approved", None, same=True, told_at=now)
    await talk.database.run(lambda store: templates.set_status(store, known))
