"""Kunjungan: a code given at the end of a service leads to rating it, and verifies the rating."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.citizen.assist import WAYS
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Write
from handlers.openings import ToRating, ToServingSlip, ToVisit
from handlers.today import local_day
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.services import bare_code
from models.store import Store
from models.store.letters import assisting
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import visit_codes
from models.store.ratings.visit_codes import VisitCode


@dataclass(frozen=True)
class VisitPaper:
    """The code that somebody holds, and what it opens; None where it opens nothing."""

    code: str
    opens: ToRating | ToServingSlip | None = None


def look(store: Store, person: Person, opening: ToVisit | None, now: datetime) -> VisitPaper:
    """Where the code was given. Refused to who has made it, and while too many wrong codes keep the
    door shut."""
    if people.locked(person.address, now):
        raise Refused(Text("join-locked"))
    code = bare_code(opening.code) if opening else ""
    if code and (slip := _slip(store, person, code, now)) is not None:
        return VisitPaper(code, slip)
    found = given(store, person, code, now) if code else None
    if found is None:
        return VisitPaper(code)
    counter = next(iter(services.counters_by_id(store, found.counter_id)), None)
    if counter is None or local_day(counter, now) > found.last_day:
        return VisitPaper(code)
    service = str(found.service_id) if found.service_id else ""
    return VisitPaper(code, ToRating(counter.code, service, code))


def given(store: Store, person: Person, code: str, now: datetime) -> VisitCode | None:
    """What stands behind the code, while it is not used. Refused to who has made it, and on a phone
    that somebody hands on who serves at that very counter."""
    assists = person.address.assisting
    whose = assisting.whose_phone(store, person.address) if assists else person.id
    found = visit_codes.standing(store, code, of=whose)
    if found is not None and found.is_own:
        raise Refused(Text("visit-own"))
    if found is not None and assists and whose is not None:
        days = (now.date(), now.date() + timedelta(days=1))
        if any(found.counter_id in posts.counters_of(store, whose, day) for day in days):
            raise Refused(Text("assist-own-counter"), buttons=WAYS)
    return found


def _slip(store: Store, person: Person, code: str, now: datetime) -> ToServingSlip | None:
    """The visit that begins where whoever serves at the counter takes a printed code into hand: it
    is for whom they serve, and none of theirs."""
    found = visit_codes.standing(store, code) if person.id is not None else None
    if person.id is None or found is None or not found.printed:
        return None
    for counter in services.counters_by_id(store, found.counter_id):
        if counter.id in posts.counters_of(store, person.id, local_day(counter, now)):
            return ToServingSlip(counter.id, found.service_id or 0)
    return None


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
    if person.address.assisting:
        return Letter((Text("assist-wrong"),), WAYS[1:])
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
        assisted=True,
        cost=Cost(4, 7, 4, word="{visit}", answer="{visit}"),
    ),
)
