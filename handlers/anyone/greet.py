"""Sapa: a friendly way in for whoever writes without a form: a few buttons, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.anyone.notice import unread
from handlers.anyone.ways import ways
from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest
from handlers.openings import ToHelp, ToLanguage
from models.letters import Letter, Text, Words
from models.people import Person
from models.rights import works
from models.store import Store


@dataclass(frozen=True)
class Met:
    """Who greets, and whether they came by words Tilik did not expect, an old button, a
    sticker."""

    person: Person
    stray: str


def look(store: Store, person: Person, opening: str, now: datetime) -> Met:
    """Nothing but who it is."""
    return Met(person, opening)


async def ask(met: Met) -> Met:
    """Nothing to ask."""
    return met


def keep(store: Store, person: Person, met: Met, now: datetime) -> Letter:
    """What Tilik is for this person, and the buttons that matter to them."""
    if met.stray == "thanks":
        return Letter((Text("greet-thanks"),))
    if met.stray == "stale":
        words: Words = Text("greet-stale")
    elif met.stray == "unheard":
        words = Text("greet-unheard")
    elif met.stray:
        words = Text("greet-stray-staff" if works(person) else "greet-stray")
    elif met.person.name:
        words = Text("greet-person", {"name": met.person.name})
    else:
        words = Text("greet-stranger")
    help_button = ToHelp().button(Text("button-help"))
    last = (help_button, ToLanguage().button(Text("button-language")))
    more, notice = unread(store, person)
    return Letter((words, *more), (*notice, *ways(person), last))


CONVERSATION = Conversation(
    "sapa",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        cost=Cost(1, 1, 1),
    ),
)
