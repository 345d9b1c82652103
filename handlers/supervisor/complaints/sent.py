"""What was sent along with a complaint, one piece on each page, for who handles it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.topic import AtOnce
from handlers.openings import ToCaseFile
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, gone
from models.complaints import Complaint, Evidence
from models.letters import Button, Fact, Letter, Text
from models.people import Person
from models.store import Store
from models.store.oversight.looks import note_deed


@dataclass(frozen=True)
class Piece:
    """One piece of a complaint, the how-manieth of so many."""

    complaint: Complaint
    file: Evidence
    page: int
    count: int


def look(store: Store, person: Person, opening: ToCaseFile | None, now: datetime) -> Piece:
    """What whoever handles it may see: not what waits for the moderator, or was withheld."""
    case = case_of(store, person, opening.complaint if opening else None)
    files = _files(case)
    if opening is None or not opening.page < len(files):
        raise gone()
    return Piece(case.complaint, files[opening.page], opening.page, len(files))


def show(store: Store, person: Person, piece: Piece, now: datetime) -> Letter:
    """The file, and the way to the next; that a voice was heard is in the trail."""
    one = piece.complaint
    if piece.file.kind == "voice":
        what = {"complaint": one.id, "page": piece.page}
        note_deed(store, person, "voice", None, now=now, **what, state="heard")
    facts: dict[str, Fact] = {"number": one.number, "n": piece.page + 1, "count": piece.count}
    after = ToCaseFile(one.id, (piece.page + 1) % piece.count)
    rows = [(after.button(Text("button-case-next-file")),)] if piece.count > 1 else []
    if piece.file.kind == "link":
        said = (Text("case-file", facts), Text("held-file-link", {"link": piece.file.file}))
        return Letter(said, (*rows, back(one)))
    return Letter((Text("case-file", facts),), (*rows, back(one)), file=piece.file)


def ways(case: ComplaintCase) -> tuple[Button, ...]:
    """The way to what was sent, where there is anything to see."""
    files = _files(case)
    if not files:
        return ()
    label = Text("button-case-files", {"count": len(files)})
    return (ToCaseFile(case.complaint.id).button(label),)


PART = AtOnce(ToCaseFile, look, show)


def _files(case: ComplaintCase) -> list[Evidence]:
    """The oversight team, which has what is weighty, sees and hears all of it."""
    if case.complaint.is_weighty:
        return [file for step in case.steps for file in step.evidence]
    return [file for step in case.steps for file in step.files]
