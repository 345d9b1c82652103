"""Buktikan: what has been done about a complaint, in words and shown; the citizen is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from handlers.complaints import due_after, proof_letter, today_at
from handlers.complaints.levels import to_second
from handlers.engine.conversation import Conversation
from handlers.engine.question import optional
from handlers.engine.questions import Attach, Write
from handlers.engine.said import GivenFile
from handlers.openings import ToProving
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, settled
from handlers.supervisor.complaints.hear import check_heard
from models.complaints import LARGEST_FILE, WORKED_ON, Complaint, plain_name
from models.letters import File, FileKind, Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed

LONGEST_PROOF = 1000
FEWEST_LETTERS = 8
"""A word alone ("sudah") shows nothing."""


@dataclass(frozen=True)
class Remedy:
    """What was done about a complaint, and what shows it."""

    case: ComplaintCase
    words: str
    file: File | None


def look(store: Store, person: Person, opening: ToProving | None, now: datetime) -> ComplaintCase:
    """A complaint that is worked on."""
    case = case_of(store, person, opening.complaint if opening else None, *WORKED_ON)
    check_heard(store, person, case, now)
    return case


def shows_something(words: str) -> None:
    """Refused for what is too short to say what was done."""
    if sum(sign.isalpha() for sign in words) < FEWEST_LETTERS:
        raise Refused(Text("prove-too-short"))


async def ask(case: ComplaintCase) -> Remedy:
    """In words, and with a photo or a document where there is one."""
    facts = {"number": case.complaint.number}
    words = await Write("prove-words", longest=LONGEST_PROOF, check=shows_something, facts=facts)
    kinds = frozenset[FileKind]({"photo", "document"})
    shown = await optional(Attach("prove-file", kinds=kinds, largest=LARGEST_FILE))
    return Remedy(case, words, _proof(shown) if shown else None)


def _proof(shown: GivenFile) -> File:
    return File(shown.kind, shown.file, plain_name(shown.name))


def keep(store: Store, person: Person, remedy: Remedy, now: datetime) -> Letter:
    """The citizen is told, and asked whether it is done; of whom nobody can ask, a second person
    looks."""
    one = remedy.case.complaint
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, day, "complaint-reply")
    waits = {"state": "answered", "holder_id": person.id, "due_on": due}
    if not complaints.change(store, one, **waits):
        return settled(one)
    files = (remedy.file,) if remedy.file else ()
    complaints.step(
        store, one, "proof", day=day, by_id=person.id, words=remedy.words, files=files
    )
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="answered")
    told = proof_letter(one, remedy.words, due, files=len(files))
    if reporters.tell(store, one.seal, told, now=now):
        said = Text("prove-done", {"number": one.number, "due": due})
    else:
        said = _nobody_to_ask(store, complaints.one(store, one.id), day=day, now=now)
    return Letter((said,), (back(one),))


def _nobody_to_ask(store: Store, one: Complaint, *, day: date, now: datetime) -> Text:
    """Nobody closes alone what they have handled; where there is nobody else, it is closed with
    the day on which a citizen would have answered."""
    if to_second(store, one, day=day, now=now):
        return Text("prove-done-second", {"number": one.number})
    return Text("prove-done-untold", {"number": one.number, "due": one.due_on or day})


FORM = Conversation(ToProving, look, ask, keep, takes_files=True)
