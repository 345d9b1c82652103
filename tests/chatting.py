"""A chat in a store of its own, through whole turns and without a network: typed lines in, words
and buttons out. It costs milliseconds; what a channel does with it is told on the stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import count
from typing import Literal

from sqlalchemy import select

from bot.channel import Delivery, Heard, Spoken, Tapped
from bot.inbound.outcome import Speech, turned
from bot.outbound.post import spoken
from bot.texts import catalogue, lexicon
from bot.turn.screens import told_buttons
from handlers import CONVERSATIONS, VERBS
from handlers.engine.said import Typed
from models.letters import Letter
from models.store import Store, schema
from models.store.chat import addresses, screens
from models.store.letters.letters import LETTER, delivered, envelope_of
from tests.recorder import RECORDER

SPEECH = Speech(catalogue(), lexicon(catalogue(), verbs=VERBS, conversations=CONVERSATIONS))
_KEYS = count(1)


@dataclass
class Chat:
    """Somebody's chat: `letters` are those of their last deed, with the words in `language`;
    `key` is the name of that deed."""

    store: Store
    sender: str
    now: datetime
    channel: str = "whatsapp"
    letters: list[Letter] = field(default_factory=list)
    language: str = "id"
    key: str = ""

    def says(self, *lines: str) -> Chat:
        """Type one line after another."""
        for line in lines:
            self.does(Typed(line))
        return self

    def taps(self, *labels: str) -> Chat:
        """Tap one button after another by its label, each on what the one before has shown."""
        for label in labels:
            said = self._said()
            taps = {one.words: one.tap for letter in said for row in letter.buttons for one in row}
            assert label in taps, f"{label!r} is not among {list(taps)}"
            self.does(Tapped(taps[label]))
        return self

    def does(self, said: Delivery, *, lost: Literal["", "video"] = "") -> None:
        """Do one thing, and read what comes of it; `lost` is what came with it and is not kept."""
        self.key = f"m{next(_KEYS)}."
        heard = Heard(self.channel, self.sender, self.key, said, lost=lost)
        met = addresses.meet(self.store, self.channel, self.sender)
        met = addresses.heard_from(self.store, met, at=self.now)
        done = turned(self.store, heard, met, now=self.now, speech=SPEECH)
        self.letters = [one.letter for one in done.letters]
        self.language = done.letters[0].language if done.letters else self.language
        RECORDER.does(f"Chat {self.sender}", "chat", str(said))
        for letter in self.letters:
            RECORDER.meets(letter, f"chat {self.sender}")

    def gets(self) -> Chat:
        """What others' turns have written to them has arrived by now, and can be answered."""
        there = addresses.meet(self.store, self.channel, self.sender).address.id
        query = select(*LETTER).join(schema.addresses).where(schema.letters.c.address_id == there)
        for one in map(envelope_of, self.store.execute(query).all()):
            if one.letter.told:
                spelled = partial(SPEECH.texts.plain, one.language)
                screens.told(self.store, there, told_buttons(one, spelled))
            delivered(self.store, [one.id])
        return self

    @property
    def text(self) -> str:
        """All that was said of the last deed."""
        return "\n".join(one.text for one in self._said())

    @property
    def labels(self) -> list[str]:
        """All that can be tapped of it."""
        return [one.words for letter in self._said() for row in letter.buttons for one in row]

    def _said(self) -> list[Spoken]:
        return [spoken(one, SPEECH.texts, self.language, picture=None) for one in self.letters]
