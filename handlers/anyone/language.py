"""Bahasa: which language Tilik speaks to this person."""

from __future__ import annotations

from datetime import datetime

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick
from handlers.openings import ToLanguage
from models.letters import Letter, Text
from models.people import LANGUAGES, Person
from models.store import Store
from models.store.chat import addresses


def look(store: Store, person: Person, opening: ToLanguage | None, now: datetime) -> str | None:
    """The language named in the opening, if it is one."""
    return opening.language if opening and opening.language in LANGUAGES else None


async def ask(named: str | None) -> str:
    """One tap, unless the language was named already."""
    if named is not None:
        return named
    options = [Option(language, Text(f"language-{language}")) for language in LANGUAGES]
    return (await Pick("language-which", options=options, passing=True)).key


def keep(store: Store, person: Person, language: str, now: datetime) -> Letter:
    """Remember the choice; the answer already speaks it."""
    addresses.change(store, person.address.id, language=language)
    return Letter((Text(f"language-done-{language}"),))


CONVERSATION = Conversation(
    ToLanguage,
    look,
    ask,
    keep,
    manifest=Manifest(
        trust="frozen",
        serves="everybody",
        menu=Offer(4),
        help=Offer(4, Text("guide-language")),
        cost=Cost(2, 2, 2),
    ),
    introduces=True,
)
