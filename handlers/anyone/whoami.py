"""Siapa: what Tilik knows of the person who asks."""

from __future__ import annotations

from datetime import datetime

from handlers.conversation import Conversation
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.store import Store, services


def look(store: Store, person: Person, opening: str, now: datetime) -> tuple[Person, list[str]]:
    """The person and the names of the units they head."""
    units = (services.unit(store, held.unit_id) for held in person.duties)
    return person, [unit.name for unit in units if unit is not None]


async def ask(known: tuple[Person, list[str]]) -> tuple[Person, list[str]]:
    """Nothing to ask."""
    return known


def keep(
    store: Store, person: Person, known: tuple[Person, list[str]], now: datetime
) -> Letter:
    """All of it, in a few lines."""
    who, units = known
    language = Text(f"language-{who.address.tongue}")
    if who.name is None:
        return Letter((Text("whoami-stranger", {"language": language}),))
    lines: list[Words] = [Text("whoami-name", {"name": who.name})]
    lines += [Text("whoami-head", {"unit": name}) for name in units]
    lines.append(Text("whoami-language", {"language": language}))
    return Letter((Lines(tuple(lines)),))


CONVERSATION = Conversation("siapa", look, ask, keep)
