"""Atasan: an employee says that somebody else is their superior, or that none is recorded.

Who keeps the people of a unit sees what others have said of theirs, unless they ask for their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick
from handlers.openings import ToDoubts, ToSuperior
from handlers.words.doubts import named, news
from models.calendar import local
from models.letters import Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Colleague, Person
from models.refused import Refused
from models.rights import units_kept, works
from models.store import Store
from models.store.letters import letters
from models.store.office import services
from models.store.people import doubts, duties, people, posts
from models.store.people.posts import Employee

FIRST = 7
"""So many names stand before the way out for who does not know: both are on the first screen."""
UNKNOWN = "lain"
OFFICE = Onward.to(ToDoubts())


@dataclass(frozen=True)
class OwnSuperior:
    """Who asks, who stands there as their superior, and who else it may be."""

    who: Employee
    superior: Colleague | None
    able: tuple[Colleague, ...]
    today: date


@dataclass(frozen=True)
class Said:
    """The doubt; `proposed` is None for who does not know."""

    standing: OwnSuperior
    proposed: Colleague | None


def look(
    store: Store, person: Person, opening: ToSuperior | None, now: datetime
) -> OwnSuperior | Onward:
    """One's own superior and who else it may be; refused to who has no post today."""
    if units_kept(person) and opening != ToSuperior("saya"):
        return OFFICE
    if person.id is None or person.post is None or not works(person):
        raise Refused(Text("log-not-staff"))
    today = local(now, person.post.unit.zone).date()
    who = posts.employees(store, today, person_ids=[person.id])[0]
    above = who.superior_id
    superior = None if above is None else Colleague(above, people.name_of(store, above))
    found = (Colleague(one.id, one.name) for one in doubts.likely(store, who, today))
    able = tuple(one for one in found if one != superior)
    return OwnSuperior(who, superior, able, today)


async def ask(standing: OwnSuperior | Onward) -> Said | Onward:
    """A name, or that one does not know; it is sent once its card was confirmed."""
    if isinstance(standing, Onward):
        return standing
    options = [Option(str(one.id), Verbatim(one.name)) for one in standing.able]
    options.insert(FIRST, Option(UNKNOWN, Text("doubt-other")))
    facts: dict[str, Fact] = {"superior": named(standing.superior)}
    picked = await Pick("doubt-who", options=options, facts=facts, passing=True)
    proposed = next((one for one in standing.able if str(one.id) == picked.key), None)
    send, shown = Option("send", Text("button-send")), {**facts, "proposed": _proposed(proposed)}
    await Pick("doubt-card", options=[send], yes="send", decisive="send", facts=shown)
    return Said(standing, proposed)


def keep(store: Store, person: Person, said: Said, now: datetime) -> Letter:
    """Keep the doubt and tell whoever keeps the people of this unit."""
    who, superior = said.standing.who, said.standing.superior
    one, is_new = doubts.say(
        store,
        who.id,
        superior_id=superior.id if superior else None,
        proposed_id=said.proposed.id if said.proposed else None,
        day=said.standing.today,
    )
    if not is_new:
        again = Text("doubt-already", {"day": one.said_on})
        return Letter((Lines((again, *_after(said))),))
    units = [unit.id for unit in services.lineage(store, who.unit.id)]
    officers = duties.holders(store, "hr", units, said.standing.today)
    letter = news(one, who.name, superior, said.proposed)
    reached = [
        letters.tell(store, officer, letter, now=now)
        for officer in officers
        if officer != who.id
    ]
    first = Text("doubt-sent" if any(reached) else "doubt-sent-nowhere")
    return Letter((first, Lines(tuple(_after(said)))))


def _proposed(proposed: Colleague | None) -> str | Text:
    return proposed.name if proposed else Text("doubt-unknown")


def _after(said: Said) -> Iterator[Words]:
    """What was said, and that nothing stops meanwhile."""
    superior, proposed = said.standing.superior, _proposed(said.proposed)
    yield Text("doubt-said", {"superior": named(superior), "proposed": proposed})
    yield Text("doubt-meanwhile")


CONVERSATION = Conversation(
    ToSuperior,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=Offer(7, Text("guide-superior")),
        cost=Cost(3, 3, 3),
    ),
)
