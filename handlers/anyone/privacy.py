"""Privasi: the notice, for whoever asks: why, what, for how long, and one's rights."""

from __future__ import annotations

from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce
from handlers.openings import ToAmending, ToErasing, ToNotice, ToOwnCopy
from handlers.words.notice import citizens_notice, notice
from models.letters import Letter, Text
from models.people import Person
from models.store import Store
from models.store.chat import consents


def look(store: Store, person: Person, opening: object, now: datetime) -> Person:
    """Anybody may."""
    return person


def keep(store: Store, person: Person, asker: Person, now: datetime) -> Letter:
    """The notice; that somebody who works here has been shown it is kept, once a version."""
    if person.id is None:
        own = (ToOwnCopy().button(Text("button-mine")), ToErasing().button(Text("button-erase")))
        return Letter(citizens_notice(store, now), (own,))
    if not consents.knows(store, person.id):
        consents.give(store, person.address, "notice", now=now)
    buttons = (
        (ToOwnCopy().button(Text("button-mine")), ToAmending().button(Text("button-amend"))),
        (ToErasing().button(Text("button-erase")),),
    )
    return Letter(notice(store, now), buttons)


CONVERSATION = AtOnce(
    ToNotice,
    look,
    keep,
    manifest=Manifest(
        trust="frozen",
        serves="everybody",
        menu=Offer(6),
        help=None,
        assisted=True,
        cost=Cost(1, 1, 1, by="employee"),
    ),
)
