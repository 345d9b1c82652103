"""Saya tangani: take a complaint in hand; the citizen hears by when there is an answer."""

from __future__ import annotations

from datetime import date, datetime

from handlers.complaints import due_after, taken_letter, today_at
from handlers.engine.topic import AtOnce
from handlers.openings import ToProving, ToTaking
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, settled
from models.complaints import Complaint
from models.letters import Letter, Text
from models.people import Person
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed


def look(store: Store, person: Person, opening: ToTaking | None, now: datetime) -> ComplaintCase:
    """One that nobody has in hand."""
    return case_of(store, person, opening.complaint if opening else None)


def keep(store: Store, person: Person, case: ComplaintCase, now: datetime) -> Letter:
    """Take it in hand, and tell the citizen; who taps twice reads the same again."""
    one = case.complaint
    if one.state == "taken" and one.holder_id == person.id and one.due_on is not None:
        return _taken(one, one.due_on)
    day = today_at(store, one.unit_id, now)
    due = answer_due(store, one, day)
    taken = {"state": "taken", "holder_id": person.id, "due_on": due}
    if one.state != "new" or not complaints.change(store, one, **taken):
        return settled(one)
    complaints.step(store, one, "taken", day=day, by_id=person.id)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="taken")
    reporters.tell(store, one.seal, taken_letter(one, due), now=now)
    return _taken(one, due)


def _taken(one: Complaint, due: date) -> Letter:
    said = Text("case-taken", {"number": one.number, "due": due})
    prove = ToProving(one.id).button(Text("button-case-prove"))
    return Letter((said,), ((prove,), back(one)))


def answer_due(store: Store, one: Complaint, day: date) -> date:
    """By when the citizen has an answer: as its kind has it from the day it was said, and never
    sooner than a first word from now."""
    of_kind = due_after(store, one.unit_id, one.said_on, f"complaint-{one.kind}")
    return max(of_kind, due_after(store, one.unit_id, day, "complaint-first"))


PART = AtOnce(ToTaking, look, keep)
