"""Orang kedua: of what nobody has said yes to, somebody who did not handle it says whether it is
over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import due_after, news_letter, today_at
from handlers.complaints.levels import close, tell_staff
from handlers.engine.topic import AtOnce
from handlers.openings import ToSecondLook
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, gone, settled
from models.complaints import Complaint
from models.letters import Letter, Text
from models.people import Person
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed


@dataclass(frozen=True)
class SecondLook:
    """A complaint, and what the second person says of it: over (`x`), or not (`o`)."""

    case: ComplaintCase
    deed: str


def look(store: Store, person: Person, opening: ToSecondLook | None, now: datetime) -> SecondLook:
    """One that waits for a second person, and that this one has not handled."""
    case = case_of(store, person, opening.complaint if opening else None, "second")
    if opening is None or not case.second:
        raise gone()
    return SecondLook(case, opening.deed)


def keep(store: Store, person: Person, looked: SecondLook, now: datetime) -> Letter:
    """Close it, or let it be worked on again."""
    one = looked.case.complaint
    day = today_at(store, one.unit_id, now)
    if looked.deed == "x":
        done = close(store, one, day=day, now=now, by_id=person.id)
    else:
        done = _again(store, person, one, now=now)
    if not done:
        return settled(one)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state=looked.deed)
    return Letter((Text(f"second-done-{looked.deed}", {"number": one.number}),), (back(one),))


def _again(store: Store, person: Person, one: Complaint, *, now: datetime) -> bool:
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, day, "complaint-first")
    if not complaints.change(store, one, state="taken", due_on=due):
        return False
    complaints.step(store, one, "again", day=day, by_id=person.id)
    holder = [one.holder_id] if one.holder_id else []
    tell_staff(store, holder, one, Text("case-again", {"due": due}), now=now)
    told = news_letter(one, Text("told-complaint-again", {"due": due}))
    reporters.tell(store, one.seal, told, now=now)
    return True


PART = AtOnce(ToSecondLook, look, keep)
