"""A code for another phone: who has a new one, or writes on another channel, sees there what became
of their complaint, and hears of it there from then on."""

from __future__ import annotations

from datetime import datetime

from handlers.complaints import tied_letter, unit_of
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Write
from handlers.engine.topic import AtOnce
from handlers.openings import ToEnteringCode, ToMyComplaint, ToPhoneCode
from handlers.words.moments import moment_words
from models.complaints import Complaint
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import codes, complaints, reporters
from models.store.people import people


def look(store: Store, person: Person, opening: ToPhoneCode | None, now: datetime) -> Complaint:
    """One of this chat's that is still tied to anybody; all else is refused alike."""
    if opening is None or opening.complaint not in reporters.tied(store, person.address):
        raise Refused(Text("complaint-gone"))
    return complaints.one(store, opening.complaint)


def keep(store: Store, person: Person, one: Complaint, now: datetime) -> Letter:
    """A new code, said once."""
    code, until = codes.made(store, one.id, now=now)
    end = moment_words(until, unit_of(store, one.unit_id).zone)
    said = Text("status-code-made", {"number": one.number, "code": code, **end})
    return Letter((said,), ((ToMyComplaint(one.id).button(Text("button-complaint-status")),),))


def look_at_door(store: Store, person: Person, opening: object, now: datetime) -> None:
    """Refused while too many wrong codes keep the door shut, as for joining codes."""
    if people.locked(person.address, now):
        raise Refused(Text("join-locked"))


async def ask(door: None) -> str:
    """The code from the other phone."""
    return await Write("status-code", longest=40, passing=True)


def keep_code(store: Store, person: Person, code: str, now: datetime) -> Letter:
    """Tie the complaint to this chat too, once."""
    found = codes.used(store, code, person.address, now=now)
    if found is None:
        shut = people.in_vain(store, person.address.id, now)
        return Letter((Text("join-locked" if shut else "status-code-wrong"),))
    return tied_letter(complaints.one(store, found))


PARTS = (
    AtOnce(ToPhoneCode, look, keep),
    Conversation(ToEnteringCode, look_at_door, ask, keep_code),
)
