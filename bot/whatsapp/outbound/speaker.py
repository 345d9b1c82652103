"""pywa speaks: letters as bubbles inside the window, as templates outside it, at our pace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.channel import Before, Posted, Spoken, Undelivered
from bot.outbound.pacing import Budget, Slots
from bot.texts import Texts
from bot.whatsapp.graph import Graph, GraphRefused
from bot.whatsapp.outbound.gate import Gate, templated
from bot.whatsapp.outbound.phrases import phrases_of
from bot.whatsapp.outbound.rendered import MessageBody, Phrases, rendered, without_file
from bot.whatsapp.outbound.throttle import Throttle
from bot.whatsapp.traits import WHATSAPP
from models.letters import LetterKind
from models.people import is_answered_freely
from models.store.letters.delivery_status import part_of

GAP, BURST = 6.0, 45
"""Seconds between two messages to one person, and how many they may get at once before that holds:
what goes at once is paid back by silence later (two vendors of the Cloud API)."""
BEGUN = 1000
"""Letters of several bubbles whose first ones are known to have gone, while others may not."""


class _Line:
    """A letter in line: what is awaited before its first request is awaited once."""

    def __init__(self, sender: str, kind: LetterKind, before: Before | None) -> None:
        self.sender = sender
        self.is_prompt = kind == "prompt"
        self._before = before

    async def begin(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            await before()


class WhatsAppSpeaker:
    """Tilik's mouth on WhatsApp. `rate` is bubbles a second (0: no pacing)."""

    traits = WHATSAPP

    def __init__(
        self,
        token: str,
        *,
        phone_id: str,
        api: str,
        texts: Texts,
        gate: Gate,
        clock: Callable[[], datetime],
        rate: float = 80,
        budget: Budget | None = None,
    ) -> None:
        self._graph = Graph(token, phone_id=phone_id, api=api)
        self._texts = texts
        self._gate = gate
        self._clock = clock
        self._throttle = Throttle(Slots(rate=rate, gap=GAP, burst=BURST, budget=budget))
        self._begun: dict[tuple[str, str], tuple[int, list[Any]]] = {}

    async def close(self) -> None:
        """Let go of every connection."""
        self._throttle.close()
        await self._graph.close()

    async def say(
        self, sender: str, spoken: Spoken, *, kind: LetterKind, before: Before | None = None
    ) -> Posted:
        """Deliver, in as many bubbles as it takes; those of an earlier attempt are not repeated.

        `before` is awaited right before the first message is sent, when its turn has come and its
        picture is uploaded. Raises `Undelivered`, and what `before` raises. Where there was
        nothing to say, the platform tells nothing.
        """
        phrases = phrases_of(spoken, self._texts)
        line = _Line(sender, kind, before)
        try:
            return Posted(await self._delivered(line, spoken, phrases))
        except Undelivered as wrong:
            if wrong.why != "wrong" or spoken.content is None:
                raise
            return Posted(await self._delivered(line, without_file(spoken, phrases), phrases))

    async def take_back(self, sender: str, messages: Sequence[str]) -> None:
        """What was said here stays: nothing asks for it."""
        raise Undelivered("wrong", words="nothing is taken back here")

    async def toast(self, toast: str, words: str) -> None:
        """WhatsApp has no such notice."""

    async def menu(self, sender: str, menu: Sequence[tuple[str, str]]) -> None:
        """WhatsApp has no menu for one chat; everything can be typed."""

    async def _delivered(self, line: _Line, spoken: Spoken, phrases: Phrases) -> bool:
        """In the window as it is; out of it, or where the platform says so, as a template."""
        bubbles = rendered(spoken, phrases)
        if bubbles and is_answered_freely(spoken.heard_at, self._clock()):
            try:
                await self._all(line, spoken.track, bubbles)
                return True
            except Undelivered as wrong:
                if wrong.why != "closed":
                    raise
        if bubbles:
            as_template = await self._gate.opens(line.sender, spoken.as_template)
            await self._all(line, spoken.track, [templated(as_template)])
        return bool(bubbles)

    async def _all(self, line: _Line, track: str, bubbles: list[MessageBody]) -> None:
        """Every bubble in its order, but those that an earlier attempt has sent."""
        letter, shape = (line.sender, track.rpartition(".")[0]), [(b.kind, b.body) for b in bubbles]
        done, then = self._begun.get(letter, (0, shape))
        for part, bubble in enumerate(bubbles, 1):
            if part <= done and then == shape:
                continue
            await self._one(line, bubble, part_of(track, part, len(bubbles)))
            self._begun[letter] = part, shape
        self._begun.pop(letter, None)
        if len(self._begun) > BEGUN:
            del self._begun[next(iter(self._begun))]

    async def _one(self, line: _Line, bubble: MessageBody, track: str) -> None:
        opens = bubble.kind == "template"
        await self._throttle.turn(line.sender, prompt=line.is_prompt, opens=opens)
        try:
            body = bubble.body
            if bubble.upload is not None:
                body = bubble.with_media(await self._graph.uploaded(bubble.upload))
            await line.begin()
            await self._graph.send(line.sender, bubble.kind, body, track=track)
        except GraphRefused as wrong:
            raise await self._throttle.heeded(wrong, line.sender, opens=opens) from None
        self._throttle.said(line.sender, opens=opens)
