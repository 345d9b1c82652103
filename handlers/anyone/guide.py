"""Bantuan: what one can say, for this person; and what happens to what one says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Conversation
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.rights import (
    leads,
    may_see_state,
    may_set,
    units_audited,
    units_kept,
    units_read,
    works,
)
from models.store import Store
from models.store.office import services


@dataclass(frozen=True)
class Asker:
    """Who asks, and whether they decide what holds for the whole office."""

    person: Person
    sets: bool


def look(store: Store, person: Person, opening: str, now: datetime) -> Asker:
    """Who asks."""
    return Asker(person, bool(units_kept(person)) and may_set(person, services.tops(store)))


async def ask(asker: Asker) -> Asker:
    """Nothing to ask."""
    return asker


def keep(store: Store, person: Person, asker: Asker, now: datetime) -> Letter:
    """The words that work, those of the person's duty first."""
    steering = Lines((Text("guide-cancel"), Text("guide-back"), Text("guide-correct")))
    words = Lines((*((Text("guide-settings"),) if asker.sets else ()), *_words(asker.person)))
    return Letter((Text("guide"), words, steering, Text("guide-privacy")))


def _words(asker: Person) -> Iterator[Words]:
    if units_read(asker):
        yield Text("guide-summary")
    if may_see_state(asker):
        yield Text("guide-condition")
    if units_kept(asker):
        yield from (Text("guide-people"), Text("guide-import"), Text("guide-requests"))
    if leads(asker):
        yield from (Text("guide-team"), Text("guide-approve"))
    if works(asker):
        yield from (Text("guide-log"), Text("guide-history"), Text("guide-me"))
        yield from (Text("guide-leave"), Text("guide-evaluate"), Text("guide-result"))
    if asker.id is not None:
        yield Text("guide-trail" if units_audited(asker) else "guide-trail-own")
        yield Text("guide-channel")
    yield from (Text("guide-rate"), Text("guide-language"), Text("guide-who"))


CONVERSATION = Conversation("bantuan", look, ask, keep)
