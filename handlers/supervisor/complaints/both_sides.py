"""Kedua pihak: what a citizen said and what the employee says of it, for whoever rates that one.

They handle nothing here, and it is no part of what they rate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.complaints.hearings import heard, matter_of
from handlers.engine.topic import Screen
from handlers.openings import ToBothSides
from handlers.supervisor.complaints.cases import gone
from models.hearings import Hearing
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.rights import may_read_record
from models.store import Store
from models.store.complaints import complaints, hearings


@dataclass(frozen=True)
class BothSides:
    """What a complaint is of, in the words of the citizen, and the employee's hearing."""

    matter: Words
    said: Sequence[str]
    hearing: Hearing


def look(
    store: Store, person: Person, opening: ToBothSides | None, now: datetime
) -> BothSides:
    """Of one whom they rate, once there is a word or the time for it is over; nothing weighty, and
    nothing that touches them too. Another's and none are refused alike."""
    found = hearings.one(store, opening.hearing) if opening else None
    if found is None or found.person_id == person.id or not found.has_both_sides:
        raise gone()
    one = complaints.one(store, found.complaint_id)
    touched = one.id in hearings.touching(store, person.id or 0)
    if one.is_weighty or touched or not may_read_record(person, found.person_id):
        raise gone()
    said = [step.words for step in complaints.steps(store, one) if step.is_said]
    told = [words for words in said if words]
    return BothSides(matter_of(store, one, found.about or ""), told, found)


def show(both: BothSides) -> Letter:
    """Kind, place and quarter; the citizen's words without a day; the employee's word."""
    said = tuple(Text("hearing-about", {"words": words}) for words in both.said)
    citizen = Lines((Text("both-sides-citizen"), *said))
    employee = Lines((Text("both-sides-employee"), heard(both.hearing)))
    return Letter((both.matter, citizen, employee, Text("both-sides-fair")))


PART = Screen(
    ToBothSides, look, show, concerns=lambda both: [both.hearing.person_id]
)
