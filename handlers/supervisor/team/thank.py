"""Apresiasi: a superior thanks one of the team, who reads it at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.phrases import Phrase
from handlers.engine.question import optional
from handlers.engine.questions import Option
from handlers.openings import ToTeam, ToThanking
from handlers.supervisor.team.members import member, to_team, zone_of
from models.letters import Letter, Text
from models.people import Colleague, Person
from models.store import Store
from models.store.letters import letters

LONGEST_THANKS = 450
"""Characters: short enough to be read whole wherever a channel has a narrow place for them."""
TEAM = Onward.to(ToTeam())
USUAL = ("steady", "citizens", "team")


@dataclass(frozen=True)
class Thanks:
    """Who is thanked, and in which words besides."""

    to: Colleague
    words: str | None


def look(
    store: Store, person: Person, opening: ToThanking | None, now: datetime
) -> Colleague | Onward:
    """Somebody of one's own team; refused alike for strangers and for nobody."""
    zone_of(person)
    if opening == ToThanking():
        return TEAM
    return member(person, opening.whose or 0 if opening else 0)


async def ask(to: Colleague | Onward) -> Thanks | Onward:
    """Words of one's own, or none."""
    if isinstance(to, Onward):
        return to
    words = await optional(
        Phrase(
            "thank-words",
            facts={"name": to.name},
            usual=[Option(key, Text(f"thank-usual-{key}")) for key in USUAL],
            longest=LONGEST_THANKS,
        )
    )
    return Thanks(to, words)


def keep(store: Store, person: Person, thanks: Thanks, now: datetime) -> Letter:
    """Tell them."""
    words = Text("thanked", {"name": person.name or ""})
    if thanks.words:
        words = Text("thanked-words", {**words.facts, "words": thanks.words})
    arrived = letters.tell(store, thanks.to.id, Letter((words,)), now=now)
    said = Text("thank-done" if arrived else "thank-unreached", {"name": thanks.to.name})
    return Letter((said,), ((to_team(),),))


def concerns(to: Colleague | Onward) -> list[int]:
    """Whoever is thanked."""
    return [] if isinstance(to, Onward) else [to.id]


CONVERSATION = Conversation(
    ToThanking,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="superiors",
        menu=None,
        help=Offer(4, Text("guide-thank")),
        cost=Cost(2, 2, 2, tap="{employee}"),
    ),
    concerns=concerns,
)
