"""How a citizen found the handling of their complaint: one tap, of the unit and of no person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.complaints.levels import FACES
from handlers.engine.topic import AtOnce
from handlers.openings import ToCare
from models.complaints import Complaint
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, reporters


@dataclass(frozen=True)
class CareSaid:
    """A complaint of one's own that is over, and how it was handled, from 1 to 4."""

    complaint: Complaint
    care: int


def look(store: Store, person: Person, opening: ToCare | None, now: datetime) -> CareSaid:
    """One of this chat's that is closed; another's and none are refused alike."""
    mine = reporters.tied(store, person.address)
    if opening is None or opening.complaint not in mine or opening.care not in FACES:
        raise Refused(Text("complaint-gone"))
    one = complaints.one(store, opening.complaint)
    if one.state != "closed":
        raise Refused(Text("complaint-gone"))
    return CareSaid(one, opening.care)


def keep(store: Store, person: Person, said: CareSaid, now: datetime) -> Letter:
    """Keep the last that was tapped."""
    complaints.change(store, said.complaint, care=said.care)
    return Letter((Text("care-kept"),))


PART = AtOnce(ToCare, look, keep)
