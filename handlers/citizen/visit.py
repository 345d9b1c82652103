"""Kunjungan: a code given at the end of a service leads to rating it, and verifies the rating."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Write
from handlers.openings import ToRating, ToVisit
from handlers.today import local_day
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.services import bare_code
from models.store import Store
from models.store.office import services
from models.store.people import people
from models.store.ratings import visit_codes


@dataclass(frozen=True)
class VisitPaper:
    """The code that somebody holds, and what it opens; None where it opens nothing."""

    code: str
    opens: ToRating | None = None


def look(store: Store, person: Person, opening: ToVisit | None, now: datetime) -> VisitPaper:
    """Where the code was given. Refused to who has made it, and while too many wrong codes keep the
    door shut."""
    if people.locked(person.address, now):
        raise Refused(Text("join-locked"))
    code = bare_code(opening.code) if opening else ""
    found = visit_codes.standing(store, code, of=person.id) if code else None
    if found is None:
        return VisitPaper(code)
    if found.is_own:
        raise Refused(Text("visit-own"))
    counter = next(iter(services.counters_by_id(store, found.counter_id)), None)
    if counter is None or local_day(counter, now) > found.last_day:
        return VisitPaper(code)
    service = str(found.service_id) if found.service_id else ""
    return VisitPaper(code, ToRating(counter.code, service, code))


async def ask(paper: VisitPaper) -> str | Onward:
    """The code, where it did not come with the link; then on to the rating."""
    if paper.opens is not None:
        return Onward.to(paper.opens)
    if paper.code:
        return paper.code
    typed = await Write("visit-code", longest=40, passing=True)
    return Onward.to(ToVisit(bare_code(typed)))


def keep(store: Store, person: Person, code: str, now: datetime) -> Letter:
    """A code that opens nothing: used, over or guessed, which is never told apart."""
    shut = people.in_vain(store, person.address.id, now)
    if shut:
        return Letter((Text("join-locked"),))
    return Letter((Text("visit-wrong"),), ((ToRating().button(Text("button-rate")),),))


CONVERSATION = Conversation(
    ToVisit,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        linked=True,
        cost=Cost(4, 7, 4, word="{visit}", answer="{visit}"),
    ),
)
