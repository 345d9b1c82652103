"""Sapa: a friendly way in for whoever writes without a form: a few buttons, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.anyone.ways import ways
from handlers.engine.manifest import Audience, Cost, Manifest, audiences
from handlers.engine.topic import Screen
from handlers.openings import Came, ToGreeting, ToHelp, ToLanguage
from handlers.words.notice import Unread, unread
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.rights import works
from models.store import Store

TOLD: tuple[Audience, ...] = ("staff", "superiors", "heads", "keepers")
"""Who is told in a line of their own what Tilik is for them."""


@dataclass(frozen=True)
class Greeted:
    """Who greets, as what they came, and the notice where they have not seen it yet."""

    person: Person
    came: Came
    notice: Unread


def look(store: Store, person: Person, opening: ToGreeting | None, now: datetime) -> Greeted:
    """Nothing but who it is."""
    return Greeted(person, opening.came if opening else "stray", unread(store, person))


def show(met: Greeted) -> Letter:
    """What Tilik is for this person, and the buttons that matter to them."""
    if met.came == "thanks":
        return Letter((Text("greet-thanks"),))
    help_button = ToHelp().button(Text("button-help"))
    last = (help_button, ToLanguage().button(Text("button-language")))
    more, notice = met.notice
    return Letter((_greeting(met), *more), (*notice, *ways(met.person), last))


def _greeting(met: Greeted) -> Words:
    if met.came == "stray":
        return Text("greet-stray-staff" if works(met.person) else "greet-stray")
    if met.came in ("stale", "unheard"):
        return Text(f"greet-{met.came}")
    hail = Text(f"hail-{met.came or 'hello'}-back")
    if met.person.name:
        hello = Text("greet-person", {"hail": hail, "name": met.person.name})
        return Lines((hello, *_of_their_duties(met.person)))
    return Text("greet-stranger", {"hail": hail})


def _of_their_duties(person: Person) -> Iterator[Words]:
    """A line for each kind of people that the person belongs to, their own work first."""
    belongs = audiences(person)
    yield from (Text(f"greet-for-{one}") for one in TOLD if one in belongs)


CONVERSATION = Screen(
    ToGreeting,
    look,
    show,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        cost=Cost(1, 1, 1),
    ),
)
