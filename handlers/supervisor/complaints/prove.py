"""Buktikan: what has been done about a complaint, in words and shown; the citizen is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import due_after, proof_letter, today_at
from handlers.engine.conversation import Conversation
from handlers.engine.question import optional
from handlers.engine.questions import Attach, Write
from handlers.openings import ToCase, ToInbox, ToProving
from handlers.supervisor.complaints.cases import ComplaintCase, case_of, gone
from handlers.supervisor.complaints.hear import check_heard
from models.letters import File, Letter, Text
from models.people import Person
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed

WORKED_ON = ("new", "taken")
LONGEST_PROOF = 1000


@dataclass(frozen=True)
class Remedy:
    """What was done about a complaint, and what shows it."""

    case: ComplaintCase
    words: str
    file: File | None


def look(store: Store, person: Person, opening: ToProving | None, now: datetime) -> ComplaintCase:
    """A complaint that is worked on."""
    case = case_of(store, person, opening.complaint if opening else None)
    if case.complaint.state not in WORKED_ON:
        raise gone()
    check_heard(store, person, case, now)
    return case


async def ask(case: ComplaintCase) -> Remedy:
    """In words, and with a photo or a document where there is one."""
    facts = {"number": case.complaint.number}
    words = await Write("prove-words", longest=LONGEST_PROOF, facts=facts)
    shown = await optional(Attach("prove-file"))
    return Remedy(case, words, File(shown.kind, shown.file, shown.name) if shown else None)


def keep(store: Store, person: Person, remedy: Remedy, now: datetime) -> Letter:
    """The citizen is told, and asked whether it is done."""
    one = remedy.case.complaint
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, day, "complaint-reply")
    waits = {"state": "answered", "holder_id": person.id, "due_on": due}
    if not complaints.change(store, one, **waits):
        return Letter((Text("case-settled", {"number": one.number}),))
    files = (remedy.file,) if remedy.file else ()
    complaints.step(
        store, one, "proof", day=day, by_id=person.id, words=remedy.words, files=files
    )
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="answered")
    told = reporters.tell(store, one.seal, proof_letter(one, remedy.words, due), now=now)
    done = Text("prove-done" if told else "prove-done-untold", {"number": one.number, "due": due})
    again = ToCase(one.id).button(Text("button-case"))
    return Letter((done,), ((again, ToInbox().button(Text("button-inbox"))),))


FORM = Conversation(ToProving, look, ask, keep)
