"""Tanya warga: the citizen is asked; the answer comes into the life of the complaint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import asked_letter, due_after, today_at
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Write
from handlers.openings import ToAskingBack
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, settled
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed

LONGEST_QUESTION = 500


@dataclass(frozen=True)
class AskedBack:
    """A complaint, and what the citizen is asked."""

    case: ComplaintCase
    words: str


def look(
    store: Store, person: Person, opening: ToAskingBack | None, now: datetime
) -> ComplaintCase:
    """One that is worked on, of somebody who can still be reached."""
    case = case_of(store, person, opening.complaint if opening else None, "new", "taken")
    if case.complaint.seal is None:
        raise Refused(Text("case-unreachable"), buttons=(back(case.complaint),))
    return case


async def ask(case: ComplaintCase) -> AskedBack:
    """What to ask."""
    facts = {"number": case.complaint.number}
    return AskedBack(case, await Write("ask-back", longest=LONGEST_QUESTION, facts=facts))


def keep(store: Store, person: Person, asked: AskedBack, now: datetime) -> Letter:
    """The citizen has some days for an answer; whoever asks has the complaint in hand."""
    one = asked.case.complaint
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, day, "complaint-first")
    waits = {"state": "asked", "holder_id": person.id, "due_on": due}
    if not complaints.change(store, one, **waits):
        return settled(one)
    complaints.step(store, one, "asked", day=day, by_id=person.id, words=asked.words)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="asked")
    told = reporters.tell(store, one.seal, asked_letter(one, asked.words, due), now=now)
    said = Text("ask-back-done" if told else "case-unreachable", {"due": due})
    return Letter((said,), (back(one),))


FORM = Conversation(ToAskingBack, look, ask, keep)
