"""Siapa: what Tilik knows of the person who asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Conversation
from models.calendar import local
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.store import Store, people, posts, services


@dataclass(frozen=True)
class Known:
    """The person, their duties as (duty, unit), and the name of their superior."""

    person: Person
    duties: tuple[tuple[str, str], ...]
    superior: str | None


def look(store: Store, person: Person, opening: str, now: datetime) -> Known:
    """What the store has of whoever asks."""
    units = ((held.duty, services.unit(store, held.unit_id)) for held in person.duties)
    duties = tuple((duty, unit.name) for duty, unit in units if unit is not None)
    return Known(person, duties, _superior(store, person, now))


async def ask(known: Known) -> Known:
    """Nothing to ask."""
    return known


def keep(store: Store, person: Person, known: Known, now: datetime) -> Letter:
    """All of it, in a few lines."""
    language = Text(f"language-{known.person.address.tongue}")
    if known.person.name is None:
        return Letter((Text("whoami-stranger", {"language": language}),))
    lines = [Text("whoami-name", {"name": known.person.name}), *_place(known)]
    return Letter((Lines((*lines, Text("whoami-language", {"language": language}))),))


def _place(known: Known) -> Iterator[Words]:
    post = known.person.post
    if post is not None:
        yield Text("whoami-post", {"title": post.title, "unit": post.unit.name})
    for duty, unit in known.duties:
        yield Text("whoami-head" if duty == "head" else "whoami-hr", {"unit": unit})
    if known.superior is not None:
        yield Text("whoami-superior", {"name": known.superior})
    elif post is not None:
        yield Text("whoami-no-superior")


def _superior(store: Store, person: Person, now: datetime) -> str | None:
    if person.id is None or person.post is None:
        return None
    today = local(now, person.post.unit.zone).date()
    number = posts.superior_of(store, person.id, today)
    return None if number is None else people.name_of(store, number)


CONVERSATION = Conversation("siapa", look, ask, keep)
