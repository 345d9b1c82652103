"""Catat: how far it is, for the citizen to read or within the office alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import news_letter, next_word, today_at
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Option, Pick, Write
from handlers.openings import ToNoting
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of
from models.complaints import StepKind
from models.letters import Letter, Lines, Text
from models.masking import masked
from models.people import Person
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed

LONGEST_NOTE = 1000
READERS: tuple[StepKind, ...] = ("note", "inner")


@dataclass(frozen=True)
class Progress:
    """How far a complaint is; whether the citizen reads it (`note`) or not (`inner`)."""

    case: ComplaintCase
    words: str
    kind: StepKind


def look(store: Store, person: Person, opening: ToNoting | None, now: datetime) -> ComplaintCase:
    """One that is open."""
    complaint = opening.complaint if opening else None
    return case_of(store, person, complaint, "new", "taken", "asked", "answered", "second")


async def ask(case: ComplaintCase) -> Progress:
    """The words, and who reads them."""
    facts = {"number": case.complaint.number}
    words = await Write("note-words", longest=LONGEST_NOTE, facts=facts)
    options = [Option(one, Text(f"note-reader-{one}")) for one in READERS]
    picked = await Pick("note-reader", options=options)
    return Progress(case, words, READERS[options.index(picked)])


def keep(store: Store, person: Person, noted: Progress, now: datetime) -> Letter:
    """Write it down, and tell the citizen where that was chosen."""
    one = noted.case.complaint
    day = today_at(store, one.unit_id, now)
    complaints.step(store, one, noted.kind, day=day, by_id=person.id, words=noted.words)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state=noted.kind)
    if noted.kind == "note":
        words = Text("told-complaint-note", {"words": masked(noted.words)})
        reporters.tell(store, one.seal, news_letter(one, Lines((words, *next_word(one)))), now=now)
    return Letter((Text(f"note-done-{noted.kind}"),), (back(one),))


FORM = Conversation(ToNoting, look, ask, keep)
