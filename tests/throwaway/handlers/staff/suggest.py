"""Usul: an idea for the office, asked for on Fridays and kept as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Write
from handlers.engine.wire import Opening
from models.calendar import Calendar, days, local
from models.campaigns import Due, on_day
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import works
from models.store import Store, inserted, schema
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import NoRow
from models.window import own_days

FRIDAY, AFTERNOON = 5, time(14)


class ToSuggesting(Opening, of="usul"):
    """Write down an idea."""


@dataclass(frozen=True)
class Idea:
    """An idea, and the day on which it was written."""

    day: date
    words: str


def look(store: Store, person: Person, opening: ToSuggesting | None, now: datetime) -> date:
    """The day there; refused to whoever does not work here."""
    if not works(person) or person.post is None:
        raise Refused(Text("suggest-stranger"))
    return local(now, person.post.unit.zone).date()


async def ask(day: date) -> Idea:
    """The idea, in one's own words."""
    return Idea(day, await Write("suggest-words", longest=400))


def keep(store: Store, person: Person, idea: Idea, now: datetime) -> Letter:
    """Keep it, and say it back."""
    inserted(store, schema.suggestions, person_id=person.id, day=idea.day, words=idea.words)
    return Letter((Text("suggest-kept", {"words": idea.words}),))


def fridays(
    first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
) -> Iterator[Due]:
    """The prompts of these days: on the afternoon of each Friday that is worked."""
    own = own_days(calendar, away)
    for day in days(first, last):
        due = on_day("ideas", "idea", day, AFTERNOON, zone=zone, own=own)
        if due is not None and day.isoweekday() == FRIDAY:
            yield due


def invitation(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """What whoever has written none on that Friday is asked."""
    button = ToSuggesting().button(Text("button-suggest"))
    return Letter((Text("prompt-idea", {"day": due.day}),), ((button,),))


PROMPT = Prompt(
    kind="idea",
    lane="own",
    rank=80,
    dues=fridays,
    lacks=NoRow(schema.suggestions),
    words=invitation,
)
CONVERSATION = Conversation(
    ToSuggesting,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=Offer(8),
        help=Offer(8, Text("guide-suggest")),
        greeting=Offer(3, Text("button-suggest")),
        cost=Cost(2, 2, 2),
    ),
)
