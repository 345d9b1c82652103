"""A simulated WhatsApp phone that counts taps and bubbles; it sends nothing over a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.channel import Delivery, Heard, Tapped
from bot.inbound.outcome import Speech, turned
from bot.outbound.labels import tidied
from bot.outbound.post import spoken
from bot.turn.form import Form
from bot.whatsapp.outbound.phrases import phrases_of
from bot.whatsapp.outbound.rendered import MessageBody, rendered
from bot.whatsapp.traits import CHANNEL, WHATSAPP
from handlers.engine.question import Question
from handlers.engine.said import Typed
from models.letters import Letter
from models.store import Store
from models.store.chat import addresses

PNG = b"\x89PNG\r\n\x1a\n"
"""What stands for any picture: how it looks does not change what it costs."""


@dataclass(frozen=True)
class Count:
    """What was done and what came of it. `sent` are files and places; `longest` is the longest
    bubble in characters; `shortened` how many labels were cut; `lists` and `buttons` bubbles."""

    taps: int = 0
    typed: int = 0
    sent: int = 0
    bubbles: int = 0
    longest: int = 0
    shortened: int = 0
    lists: int = 0
    buttons: int = 0

    @property
    def deeds(self) -> int:
        return self.taps + self.typed + self.sent


@dataclass
class PlayedPhone:
    """One person's WhatsApp: `screen` are the taps offered by what came last, `labels` all the
    labels that had to be cut, whole."""

    store: Store
    sender: str
    now: datetime
    speech: Speech
    count: Count = field(default_factory=Count)
    screen: tuple[str, ...] = ()
    labels: list[str] = field(default_factory=list)

    def does(self, said: Delivery) -> None:
        """Do one thing, and read what comes."""
        one = _deed(said)
        met = addresses.heard_from(self.store, self._met, at=self.now)
        done = turned(self.store, self._heard(said), met, now=self.now, speech=self.speech)
        self.count, self.screen = _sum(self.count, one), ()
        for envelope in done.letters:
            self.reads(envelope.letter, envelope.language)

    def reads(self, letter: Letter, language: str) -> None:
        """Count a letter as the bubbles it is."""
        picture = None if letter.picture is None else PNG
        said = spoken(letter, self.speech.texts, language, picture=picture)
        offered = {label.tap: label.words for row in said.buttons for label in row}
        for bubble in rendered(said, phrases_of(said, self.speech.texts)):
            shown = dict(_labels(bubble))
            cut = [offered[tap] for tap in shown if shown[tap] != tidied(offered[tap])]
            self.count = _sum(self.count, _counted(bubble, len(cut)))
            self.labels += cut
            self.screen += tuple(shown)

    @property
    def _met(self) -> addresses.Met:
        return addresses.meet(self.store, CHANNEL, self.sender)

    @property
    def form(self) -> int | None:
        """The number of the form that is open."""
        dialogue = self._met.dialogue
        return None if dialogue is None else dialogue.id

    @property
    def question(self) -> Question[Any] | None:
        """The open question; None where no form is open."""
        met = self._met
        if met.dialogue is None:
            return None
        person = addresses.person_at(self.store, met.address, self.now)
        tongue, texts = met.address.tongue, self.speech.texts
        form = Form(
            store=self.store,
            heard=self._heard(Typed("")),
            now=self.now,
            person=person,
            stands=met.dialogue,
            spell=lambda words: texts.plain(tongue, words),
            traits=WHATSAPP,
        )
        opened = form.resolve()
        return None if opened is None else opened.question

    def _heard(self, said: Delivery) -> Heard:
        return Heard(channel=CHANNEL, sender=self.sender, key="", said=said, at=self.now)


def _deed(said: Delivery) -> Count:
    if isinstance(said, Tapped):
        return Count(taps=1)
    return Count(typed=1) if isinstance(said, Typed) else Count(sent=1)


def _counted(bubble: MessageBody, shortened: int) -> Count:
    kind = bubble.body.get("type", "")
    return Count(
        bubbles=1,
        longest=len(_text(bubble)),
        shortened=shortened,
        lists=int(kind == "list"),
        buttons=int(kind == "button"),
    )


def _text(bubble: MessageBody) -> str:
    body = bubble.body.get("body", "")
    return str(bubble.body.get("caption") or (body["text"] if isinstance(body, dict) else body))


def _labels(bubble: MessageBody) -> Iterator[tuple[str, str]]:
    """What each button and row carries, and how it is shown."""
    action = bubble.body.get("action", {})
    for button in action.get("buttons", ()):
        yield button["reply"]["id"], button["reply"]["title"]
    for section in action.get("sections", ()):
        for row in section["rows"]:
            yield row["id"], row["title"]


def _sum(one: Count, more: Count) -> Count:
    """Both together; the longest is the longer of the two."""
    names = ("taps", "typed", "sent", "bubbles", "shortened", "lists", "buttons")
    added = {name: getattr(one, name) + getattr(more, name) for name in names}
    return Count(longest=max(one.longest, more.longest), **added)
