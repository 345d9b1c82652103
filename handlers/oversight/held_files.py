"""Photos, documents and voices of complaints: the oversight team says what who handles it sees.

Who heads the unit decides on none of them: a photo may show a face, or somebody's papers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from handlers.complaints import undecided, unit_of
from handlers.complaints.moderating import check_overseer, sent_file
from handlers.engine.topic import AtOnce, Screen
from handlers.openings import ToHeldFile, ToJudgingFile
from handlers.oversight import recordings
from models.complaints import EvidenceState
from models.letters import Button, Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import evidence
from models.store.complaints.evidence import SentEvidence
from models.store.oversight.looks import note_deed

_STATES: dict[str, EvidenceState] = {"y": "shown", "x": "withheld", "z": "held"}


@dataclass(frozen=True)
class HeldFile:
    """The file on this page, in which unit, and how many wait; none where none does."""

    sent: SentEvidence | None
    unit: str = ""
    page: int = 0
    count: int = 0


@dataclass(frozen=True)
class FileJudged:
    """A file, and what was tapped."""

    sent: SentEvidence
    deed: str


def look(store: Store, person: Person, opening: ToHeldFile | None, now: datetime) -> HeldFile:
    """What waits in the units that this person oversees, the oldest first."""
    check_overseer(person)
    waiting = undecided.files(store, person)
    if not waiting:
        return HeldFile(None)
    page = min(opening.page if opening else 0, len(waiting) - 1)
    unit = unit_of(store, waiting[page].unit_id).name
    return HeldFile(waiting[page], unit, page, len(waiting))


def look_at_one(
    store: Store, person: Person, opening: ToJudgingFile | None, now: datetime
) -> FileJudged:
    """One of them; one elsewhere and none are refused alike, and so is a voice."""
    if opening is None:
        raise Refused(Text("ditahan-gone"))
    sent = sent_file(store, person, opening.step, opening.piece, voice=False)
    return FileJudged(sent, opening.deed)


def show(found: HeldFile) -> Letter:
    """The file, where it is from, and what can be done with it; a voice is heard by a tap."""
    sent = found.sent
    if sent is None:
        return Letter((Text("held-file-none"),))
    facts: dict[str, Fact] = {"number": sent.number, "unit": found.unit}
    facts |= {"n": found.page + 1, "count": found.count}
    after = ToHeldFile((found.page + 1) % found.count).button(Text("button-held-files-after"))
    onward = ((after,),) if found.count > 1 else ()
    if sent.file.kind == "voice":
        return Letter((Text("held-voice", facts),), ((recordings.to_hear(sent),), *onward))
    rows = ((_judging(sent, "y"), _judging(sent, "x")), *onward)
    if sent.file.kind == "link":
        said = (Text("held-file", facts), Text("held-file-link", {"link": sent.file.file}))
        return Letter(said, rows)
    more = (Text("held-file-document"),) if sent.file.kind == "document" else ()
    return Letter((Text("held-file", facts), *more), rows, file=sent.file)


def keep(store: Store, person: Person, judged: FileJudged, now: datetime) -> Letter:
    """Do what was tapped, and note it; nothing where somebody was quicker."""
    sent, state = judged.sent, _STATES[judged.deed]
    fits = (sent.file.state == "held") is (judged.deed != "z")
    after = (ToHeldFile().button(Text("button-held-files-next")),)
    if not fits or not evidence.decide(store, sent, state):
        return Letter((Text("held-file-settled"),), (after,))
    what = {"complaint": sent.complaint_id, "step": sent.step_id, "piece": sent.piece}
    note_deed(store, person, "held", None, now=now, **what, state=state)
    rows = (after,) if judged.deed == "z" else ((_judging(sent, "z"),), after)
    return Letter((Text(f"held-file-{judged.deed}"),), rows)


def way_to(waiting: Sequence[SentEvidence]) -> tuple[tuple[Button, ...], ...]:
    """The way to those that wait, where any does."""
    if not waiting:
        return ()
    return ((ToHeldFile().button(Text("button-held-files", {"count": len(waiting)})),),)


PARTS = (
    Screen(ToHeldFile, look, show),
    AtOnce(ToJudgingFile, look_at_one, keep),
    *recordings.PARTS,
)


def _judging(sent: SentEvidence, deed: Literal["y", "x", "z"]) -> Button:
    opening = ToJudgingFile(sent.step_id, sent.piece, deed)
    return opening.button(Text(f"button-ditahan-{deed}"))
