"""Berhenti: Tilik speaks first here no longer. Whatever is written is answered as before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest
from handlers.engine.topic import AtOnce
from handlers.openings import ToBeingTold, ToPeace
from models.letters import Letter, Lines, Text, Words
from models.people import Address, Person
from models.store import Store
from models.store.chat import chats, consents
from models.store.complaints import listeners


def look(store: Store, person: Person, opening: object, now: datetime) -> Person:
    """Anybody may."""
    return person


def keep(store: Store, person: Person, asker: Person, now: datetime) -> Letter:
    """Leave this chat in peace, and say where Tilik speaks now and how to take it back."""
    other = chats.leave_in_peace(store, person.address, now)
    consents.give(store, person.address, "speak-first", now=now, agreed=False)
    listeners.drop(store, person.address)
    back = ToBeingTold().button(Text("button-resume"))
    return Letter((Lines(tuple(_words(person, other))),), ((back,),))


def _words(person: Person, other: Address | None) -> Iterator[Words]:
    if person.id is None:
        yield Text("stop-citizen")
    elif other is None:
        yield Text("stop-nowhere")
    else:
        yield Text("stop-elsewhere", {"channel": other.channel_name})
    yield Text("stop-back")


CONVERSATION = AtOnce(
    ToPeace,
    look,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        at_once=True,
        cost=Cost(1, 1, 1, by="employee"),
    ),
)
