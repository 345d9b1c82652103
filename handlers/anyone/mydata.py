"""Dataku: everything that is held of whoever asks, and who has looked at it, at once.

For who works here it is a document, made when it is sent (`bot/render/dossier`); of a citizen there
is so little that it fits into a message.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToErasing, ToOwnCopy
from models.letters import File, Letter, Text, Words
from models.people import Person
from models.rights import may_read_own
from models.store import Store
from models.store.chat import dialogues

MADE = "dataku"
"""The kind of the file, as `bot/attachments/made` knows it."""


@dataclass(frozen=True)
class CopyAsked:
    """Who asks, and whether a form of theirs is open."""

    person: Person
    form: bool


def look(store: Store, person: Person, opening: object, now: datetime) -> CopyAsked:
    """One's own, whatever the opening says."""
    return CopyAsked(person, dialogues.any_of(store, person.address.id))


def show(known: CopyAsked) -> Letter:
    """The document, for this person in this chat alone; to a citizen what there is, in words."""
    person = known.person
    if not may_read_own(person):
        erase = ToErasing().button(Text("button-erase"))
        return Letter(_in_words(known), ((erase,),))
    file = File("document", f"made:{MADE}.{person.id}.{person.address.id}", "data-saya.pdf")
    return Letter((Text("mine-here"),), file=file)


def _in_words(known: CopyAsked) -> tuple[Words, ...]:
    here = known.person.address
    facts = {"channel": here.channel_name, "language": Text(f"language-{here.tongue}")}
    words = Text("mine-citizen", facts)
    return (words, Text("mine-form")) if known.form else (words,)


CONVERSATION = Screen(
    ToOwnCopy,
    look,
    show,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=(
            Offer(6, Text("guide-own-data"), to="known"),
            Offer(6, Text("guide-own-data-citizen")),
        ),
        at_once=True,
        cost=Cost(1, 1, 2, by="employee"),
    ),
)
