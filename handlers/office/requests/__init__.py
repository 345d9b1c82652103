"""Permintaan: the personnel office answers what people have asked about their own data.

What is overdue stands first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Write
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.office.people import change
from handlers.office.requests import correct
from handlers.office.requests.cases import (
    RequestCase,
    check_keeps,
    gone,
    keeps,
    look_at_one,
    to_list,
)
from handlers.openings import ToCorrecting, ToDeclining, ToGranting, ToRequest, ToRequests
from handlers.words.pages import goes_on, on_page, page_rows
from handlers.words.requests import answer_of, answers, news
from models.calendar import local
from models.letters import Button, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.store import Store
from models.store.letters import letters
from models.store.oversight import requests
from models.store.oversight.requests import Request, Settled
from models.store.oversight.trail import Note, note
from models.store.people import people

LONGEST_REPLY = 400


@dataclass(frozen=True)
class OpenRequests:
    """What is open, each with whose it is, a page of it."""

    every: tuple[tuple[Request, str], ...]
    page: int
    now: datetime


@dataclass(frozen=True)
class Declined:
    """A request, and why it is refused."""

    case: RequestCase
    why: str


def look(
    store: Store, person: Person, opening: ToRequests | None, now: datetime
) -> OpenRequests:
    """What is open among those whose people this person keeps; refused to who keeps nobody's."""
    check_keeps(person)
    if opening is None:
        raise gone()
    mine = [one for one in requests.still_open(store) if keeps(store, person, one, now)]
    named = tuple((one, people.name_of(store, one.person_id)) for one in mine)
    return OpenRequests(named, opening.page, now)


def show_one(case: RequestCase) -> Letter:
    """What is asked for and what can be done; or since when it is settled."""
    one = case.one
    if one.state == "open":
        return Letter(news(one, case.name, case.now, case.zone), (*answers(one), (to_list(),)))
    day = local(one.settled_at or one.due_at, case.zone).date()
    return Letter((Text("request-settled", {"name": case.name, "day": day}),), ((to_list(),),))


def grant(store: Store, person: Person, case: RequestCase, now: datetime) -> Letter:
    """Settle it as done, unless it is settled."""
    return _settled(store, person, case, "done") if case.one.state == "open" else show_one(case)


async def ask(case: RequestCase) -> Declined | Onward:
    """The reason of a refusal."""
    if case.one.state != "open":
        return Onward.to(ToRequest(case.one.id))
    why = await Write("request-why", facts={"name": case.name}, longest=LONGEST_REPLY)
    return Declined(case, why)


def decline(store: Store, person: Person, declined: Declined, now: datetime) -> Letter:
    """Settle it as refused."""
    return _settled(store, person, declined.case, "refused", declined.why)


def _settled(
    store: Store, person: Person, case: RequestCase, state: Settled, reply: str | None = None
) -> Letter:
    """Settle it, and tell whoever has asked."""
    one, by, now = case.one, person.id or 0, case.now
    requests.settle(store, one.id, state, by=by, now=now, reply=reply)
    told = {"request": one.id, "state": state}
    day = local(now, case.zone).date()
    note(store, Note("request", now, day, by=by, about=one.person_id, what=told))
    reached = letters.tell(store, one.person_id, answer_of(one, state, reply), now=now)
    facts = {"name": case.name}
    after = Text("request-told" if reached else "request-untold", facts)
    said: tuple[Words, ...] = (Text(f"request-closed-{state}", facts), after)
    return Letter((Lines(said),), ((to_list(),),))


def show(found: OpenRequests) -> Letter:
    """Who asks, those who have waited too long marked; a button for each."""
    if not found.every:
        return Letter((Text("request-none"),))
    rows: list[tuple[Button, ...]] = []
    for one, name in on_page(found.every, found.page):
        late = one.due_at < found.now
        label = Text("button-request-late", {"name": name}) if late else Verbatim(name)
        rows.append((ToRequest(one.id).button(label),))
    rows += page_rows(ToRequests, found.page, more=goes_on(found.every, found.page))
    overdue = sum(one.due_at < found.now for one, _ in found.every)
    count = {"count": len(found.every), "late": overdue}
    return Letter((Text("request-title", count),), tuple(rows))


def _concerns(case: RequestCase) -> list[int]:
    return [case.one.person_id]


CONVERSATION = Several(
    (
        Screen(ToRequests, look, show),
        Screen(ToRequest, look_at_one, show_one, concerns=_concerns),
        AtOnce(ToGranting, look_at_one, grant, concerns=_concerns),
        Conversation(ToDeclining, look_at_one, ask, decline, concerns=_concerns),
        Conversation(
            ToCorrecting,
            correct.look,
            correct.ask,
            change.keep,
            concerns=lambda correcting: _concerns(correcting.case),
        ),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=None,
        help=Offer(3, Text("guide-requests")),
        cost=Cost(1, 3, 1, after=("koreksi",)),
    ),
)
