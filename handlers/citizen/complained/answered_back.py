"""Jawab: the citizen answers what the office has asked back about their complaint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.citizen.complained.telling_more import carded, desks_of, is_of_money
from handlers.citizen.telling import Telling
from handlers.complaints import due_after, today_at
from handlers.complaints.levels import tell_staff, who_has
from handlers.engine.conversation import Conversation
from handlers.engine.questions import LONGEST_COMMENT, Write
from handlers.openings import ToAnsweringBack, ToMyComplaint
from models.complaints import Complaint
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, reporters
from models.triage.places import KnownPlaces


@dataclass(frozen=True)
class AskedOfMe:
    """A complaint of one's own, and what is asked about it. `desks`: by which names places are
    known."""

    complaint: Complaint
    words: str
    desks: KnownPlaces | None = None


@dataclass(frozen=True)
class Answer:
    """The same, answered."""

    complaint: Complaint
    words: str


def look(store: Store, person: Person, opening: ToAnsweringBack | None, now: datetime) -> AskedOfMe:
    """One of this chat's that waits for an answer; another's and none are refused alike."""
    if opening is None or opening.complaint not in reporters.tied(store, person.address):
        raise Refused(Text("complaint-gone"))
    one = complaints.one(store, opening.complaint)
    if one.state != "asked":
        raise Refused(Text("complaint-settled", {"number": one.number}))
    asked = [step for step in complaints.steps(store, one) if step.kind == "asked"]
    return AskedOfMe(one, asked[-1].words or "", desks_of(store, one))


async def ask(asked: AskedOfMe) -> Answer:
    """The question again, and the answer; a card where it tells of money or power."""
    facts = {"number": asked.complaint.number, "words": asked.words}
    words = await Write("answer-back", longest=LONGEST_COMMENT, gathers=True, facts=facts)
    if is_of_money(asked.desks, words):
        await carded(asked.complaint, Telling(words), is_weighty=True)
    return Answer(asked.complaint, words)


def keep(store: Store, person: Person, answered: Answer, now: datetime) -> Letter:
    """It is worked on again; whoever has it hears so."""
    one = answered.complaint
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, day, "complaint-first")
    if not complaints.change(store, one, state="taken", due_on=due):
        raise Refused(Text("complaint-settled", {"number": one.number}))
    complaints.step(store, one, "replied", day=day, words=answered.words)
    to = [one.holder_id] if one.holder_id else who_has(store, one, day)
    tell_staff(store, to, one, Text("case-replied", {"due": due}), now=now)
    onward = ToMyComplaint(one.id).button(Text("button-complaint-status"))
    return Letter((Text("answer-back-done", {"due": due}),), ((onward,),))


FORM = Conversation(
    ToAnsweringBack,
    look,
    ask,
    keep,
    gathers=True,
    uncounted=lambda answered: answered.complaint.is_weighty,
)
