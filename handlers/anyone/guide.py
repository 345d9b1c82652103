"""Bantuan: what one can say, for this person; and what happens to what one says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.anyone.ways import ways
from handlers.engine.manifest import Audience, Cost, Manifest, Offer, audiences, offered
from handlers.engine.topic import Screen
from handlers.listed import LISTED
from handlers.openings import ToHelp, ToLanguage, ToNotice
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.rights import units_kept
from models.store import Store
from models.store.office import services

ORDER: tuple[Audience, ...] = (
    "setters",
    "heads",
    "operators",
    "keepers",
    "followers",
    "superiors",
    "staff",
    "handlers",
    "overseers",
    "auditors",
    "known",
    "everybody",
)


@dataclass(frozen=True)
class Asker:
    """Who asks, as those they are: the words of their duty come first."""

    person: Person
    to: tuple[Audience, ...]


def look(store: Store, person: Person, opening: object, now: datetime) -> Asker:
    """Who asks, and whether they decide what holds for the whole office."""
    belongs = audiences(person, tops=services.tops(store) if units_kept(person) else ())
    return Asker(person, tuple(one for one in ORDER if one in belongs))


def show(asker: Asker) -> Letter:
    """The words that work, those of the person's duty first."""
    steering = Lines((Text("guide-cancel"), Text("guide-back"), Text("guide-correct")))
    words = Lines(tuple(_words(asker)))
    last = (ToLanguage().button(Text("button-language")), ToNotice().button(Text("button-privacy")))
    buttons = (*ways(asker.person), last)
    return Letter((Text("guide"), words, steering, Text("guide-privacy")), buttons)


def _words(asker: Asker) -> Iterator[Words]:
    for _, place in offered(LISTED, "help", to=asker.to):
        if place.words is not None:
            yield place.words
    if asker.person.id is None:
        yield Text("guide-join")


CONVERSATION = Screen(
    ToHelp,
    look,
    show,
    manifest=Manifest(
        serves="everybody",
        menu=Offer(3),
        help=None,
        cost=Cost(1, 1, 1),
    ),
)
