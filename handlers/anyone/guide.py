"""Bantuan: what one can say, for this person; and what happens to what one says."""

from __future__ import annotations

from datetime import datetime

from handlers.conversation import Conversation
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.store import Store


def look(store: Store, person: Person, opening: str, now: datetime) -> Person:
    """Who asks."""
    return person


async def ask(person: Person) -> Person:
    """Nothing to ask."""
    return person


def keep(store: Store, person: Person, asker: Person, now: datetime) -> Letter:
    """The words that work, those of the person's duty first."""
    lines: list[Words] = [Text("guide-rate"), Text("guide-language"), Text("guide-who")]
    if any(held.duty == "head" for held in asker.duties):
        lines.insert(0, Text("guide-summary"))
    ways = Lines((Text("guide-cancel"), Text("guide-back"), Text("guide-correct")))
    return Letter((Text("guide"), Lines(tuple(lines)), ways, Text("guide-privacy")))


CONVERSATION = Conversation("bantuan", look, ask, keep)
