"""Bukti: one piece of an entry's evidence, for its owner and their superior."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest
from handlers.engine.topic import Screen
from handlers.openings import ToEvidence
from models.letters import Fact, File, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import may_approve, may_read_record
from models.store import Store
from models.store.work import entries
from models.work import Entry


@dataclass(frozen=True)
class Proof:
    """One piece of evidence, the receipt of its entry, and whose that is."""

    receipt: str
    file: File
    owner_id: int


def look(store: Store, person: Person, opening: ToEvidence | None, now: datetime) -> Proof:
    """The evidence asked for; what is foreign and what is absent refuse alike."""
    entry = entries.entry(store, opening.entry) if opening else None
    if opening is None or entry is None or not _may_read(person, entry):
        raise Refused(Text("entry-not-found"))
    if not 1 <= opening.piece <= len(entry.evidence):
        raise Refused(Text("entry-not-found"))
    return Proof(entry.receipt, entry.evidence[opening.piece - 1], entry.person_id)


def _may_read(person: Person, entry: Entry) -> bool:
    return may_read_record(person, entry.person_id) or may_approve(person, entry)


def show(proof: Proof) -> Letter:
    """The file or the link in a message of its own, under the entry that it belongs to."""
    file = proof.file
    facts: dict[str, Fact] = {"receipt": proof.receipt}
    if file.kind == "link":
        return Letter((Text("evidence-link", {**facts, "link": file.file}),), file=file)
    return Letter((Text("evidence-file", facts),), file=file)


def concerns(proof: Proof) -> list[int]:
    """Whose evidence it is."""
    return [proof.owner_id]


CONVERSATION = Screen(
    ToEvidence, look, show, concerns=concerns,
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=None,
        cost=Cost(1, 1, 1, tap="{proof}.1"),
    ),
)
