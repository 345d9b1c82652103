"""Photos and documents of complaints: the oversight team says whether who handles it sees them.

Who heads the unit decides on none of them: a photo may show a face, or somebody's papers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from handlers.complaints import undecided, unit_of
from handlers.engine.topic import AtOnce, Screen
from handlers.openings import ToHeldFile, ToJudgingFile
from models.complaints import EvidenceState
from models.letters import Button, Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import units_overseen
from models.store import Store
from models.store.complaints import evidence
from models.store.complaints.evidence import SentEvidence
from models.store.oversight.looks import note_deed

_STATES: dict[str, EvidenceState] = {"y": "shown", "x": "withheld", "z": "held"}


@dataclass(frozen=True)
class HeldFile:
    """A file of a complaint, in which unit, and how many wait; none where none does."""

    sent: SentEvidence | None
    unit: str = ""
    count: int = 0


@dataclass(frozen=True)
class FileJudged:
    """A file, and what was tapped."""

    sent: SentEvidence
    deed: str


def look(store: Store, person: Person, opening: ToHeldFile | None, now: datetime) -> HeldFile:
    """The oldest that waits in the units that this person oversees."""
    _check(person)
    waiting = undecided.files(store, person)
    if not waiting:
        return HeldFile(None)
    return HeldFile(waiting[0], unit_of(store, waiting[0].unit_id).name, len(waiting))


def look_at_one(
    store: Store, person: Person, opening: ToJudgingFile | None, now: datetime
) -> FileJudged:
    """One of them; one elsewhere and none are refused alike."""
    _check(person)
    units = undecided.units(store, person)
    sent = evidence.one(store, units, opening.step, opening.piece) if opening else None
    if opening is None or sent is None:
        raise Refused(Text("ditahan-gone"))
    return FileJudged(sent, opening.deed)


def show(found: HeldFile) -> Letter:
    """The file, where it is from, and what can be done with it."""
    sent = found.sent
    if sent is None:
        return Letter((Text("held-file-none"),))
    facts: dict[str, Fact] = {"number": sent.number, "unit": found.unit, "count": found.count}
    rows = ((_judging(sent, "y"), _judging(sent, "x")),)
    if sent.file.kind == "link":
        said = (Text("held-file", facts), Text("held-file-link", {"link": sent.file.file}))
        return Letter(said, rows)
    return Letter((Text("held-file", facts),), rows, file=sent.file)


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


PARTS = (Screen(ToHeldFile, look, show), AtOnce(ToJudgingFile, look_at_one, keep))


def _judging(sent: SentEvidence, deed: Literal["y", "x", "z"]) -> Button:
    opening = ToJudgingFile(sent.step_id, sent.piece, deed)
    return opening.button(Text(f"button-ditahan-{deed}"))


def _check(person: Person) -> None:
    if not units_overseen(person):
        raise Refused(Text("ditahan-not-yours"))
