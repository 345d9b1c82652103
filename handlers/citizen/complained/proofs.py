"""What an office shows of what it did about a complaint, for who has complained: one on each page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.citizen.complained.own import own
from handlers.engine.topic import Screen
from handlers.openings import ToMyComplaint, ToProof
from models.complaints import Complaint, ComplaintStep, Evidence
from models.letters import Button, Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints


@dataclass(frozen=True)
class ProofPage:
    """One of so many."""

    complaint: Complaint
    file: Evidence
    page: int
    count: int


def look(store: Store, person: Person, opening: ToProof | None, now: datetime) -> ProofPage:
    """One of what was shown about this chat's complaint."""
    one = own(store, person, opening.complaint if opening else 0)
    files = _shown(complaints.steps(store, one))
    if opening is None or not opening.page < len(files):
        raise Refused(Text("complaint-gone"))
    return ProofPage(one, files[opening.page], opening.page, len(files))


def show(proof: ProofPage) -> Letter:
    """The file, and the way to the next."""
    one = proof.complaint
    facts: dict[str, Fact] = {"number": one.number, "n": proof.page + 1, "count": proof.count}
    after = ToProof(one.id, (proof.page + 1) % proof.count).button(Text("button-proof-next"))
    rows = ((after,),) if proof.count > 1 else ()
    back = ToMyComplaint(one.id).button(Text("button-complaint-status"))
    return Letter((Text("proof-file", facts),), (*rows, (back,)), file=proof.file)


def way_to(one: Complaint, steps: Sequence[ComplaintStep]) -> tuple[tuple[Button, ...], ...]:
    """The way to what was shown, where anything was."""
    way = ToProof(one.id).button(Text("button-proofs"))
    return ((way,),) if _shown(steps) else ()


PART = Screen(ToProof, look, show)


def _shown(steps: Sequence[ComplaintStep]) -> list[Evidence]:
    """The newest first."""
    return [file for step in reversed(steps) if step.kind == "proof" for file in step.files]
