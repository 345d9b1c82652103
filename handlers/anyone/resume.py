"""Lanjut: Tilik may speak first here again."""

from __future__ import annotations

from datetime import datetime

from handlers.anyone.ways import ways
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.topic import AtOnce
from handlers.openings import ToBeingTold
from models.letters import Letter, Text
from models.people import Person
from models.store import Store
from models.store.chat import addresses, chats, consents


def look(store: Store, person: Person, opening: object, now: datetime) -> Person:
    """Anybody may."""
    return person


def keep(store: Store, person: Person, asker: Person, now: datetime) -> Letter:
    """Speak first here again; where another chat was chosen for that, say so."""
    again = not person.address.speaks_first
    if again:
        addresses.change(store, person.address.id, speaks_first=True)
        consents.give(store, person.address, "speak-first", now=now)
    found = [] if person.id is None else addresses.of_person(store, person.id)
    first = chats.first_of(found)
    said = Text("resume-done" if again else "resume-already")
    if person.id is None:
        said = Text("resume-citizen" if again else "cancel-nothing")
    if first is not None and first.id != person.address.id:
        said = Text("resume-elsewhere", {"channel": first.channel_name})
    return Letter((said,), ways(person))


CONVERSATION = AtOnce(
    ToBeingTold,
    look,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        at_once=True,
        cost=Cost(1, 1, 1, by="employee", after=("berhenti",)),
    ),
)
