"""Bukti: one piece of an entry's evidence, for its owner and their superior.

The opening is the entry's number, a dot, and which piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest
from models.letters import Fact, File, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import may_read_record
from models.store import Store
from models.store.work import entries

_OPENING = re.compile(r"(\d{1,12})\.(\d)")


@dataclass(frozen=True)
class Proof:
    """One piece of evidence, the receipt of its entry, and whose that is."""

    receipt: str
    file: File
    owner_id: int


def look(store: Store, person: Person, opening: str, now: datetime) -> Proof:
    """The evidence asked for; what is foreign and what is absent refuse alike."""
    found = _OPENING.fullmatch(opening)
    entry = entries.entry(store, int(found[1])) if found else None
    if found is None or entry is None or not may_read_record(person, entry.person_id):
        raise Refused(Text("entry-not-found"))
    number = int(found[2])
    if not 1 <= number <= len(entry.evidence):
        raise Refused(Text("entry-not-found"))
    return Proof(entry.receipt, entry.evidence[number - 1], entry.person_id)


async def ask(proof: Proof) -> Proof:
    """Nothing to ask."""
    return proof


def keep(store: Store, person: Person, proof: Proof, now: datetime) -> Letter:
    """The file or the link in a message of its own, under the entry that it belongs to."""
    file = proof.file
    facts: dict[str, Fact] = {"receipt": proof.receipt}
    if file.kind == "link":
        return Letter((Text("evidence-link", {**facts, "link": file.file}),), file=file)
    return Letter((Text("evidence-file", facts),), file=file)


def concerns(proof: Proof) -> list[int]:
    """Whose evidence it is."""
    return [proof.owner_id]


CONVERSATION = Conversation(
    "bukti",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=None,
        cost=Cost(1, 1, 1, tap="{proof}.1"),
    ),
    concerns=concerns,
)
