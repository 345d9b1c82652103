"""Sapa: a friendly way in for whoever writes without a form: a few buttons, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.anyone.ways import ways
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.topic import Screen
from handlers.openings import Came, ToGreeting, ToHelp, ToLanguage
from handlers.words.notice import Unread, unread
from models.letters import Letter, Text, Words
from models.people import Person
from models.rights import works
from models.store import Store


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
    if met.came == "stale":
        return Text("greet-stale")
    if met.came == "unheard":
        return Text("greet-unheard")
    if met.person.name:
        return Text("greet-person", {"name": met.person.name})
    return Text("greet-stranger")


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
