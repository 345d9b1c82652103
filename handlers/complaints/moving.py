"""A complaint of another kind: it begins anew with whoever has such."""

from __future__ import annotations

from datetime import date, datetime

from handlers.complaints import due_after, news_letter, today_at
from handlers.complaints.corrected import put_right
from handlers.complaints.levels import tell_staff, who_has
from models.complaints import Complaint, ComplaintKind
from models.letters import Fact, Text
from models.people import Person
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed


def moved(
    store: Store, person: Person, one: Complaint, kind: ComplaintKind, *, now: datetime
) -> date | None:
    """Note its kind, and tell both sides; what has become weighty is sealed and out of sight. Gives
    by when the citizen hears; None where it stands otherwise than it was read."""
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, day, "complaint-first")
    moves = "weighty" in (one.kind, kind)
    anew = {"state": "new", "holder_id": None, "with_id": one.unit_id} if moves else {}
    if not complaints.change(store, one, kind=kind, due_on=due, **anew):
        return None
    put_right(store, one, "kind", kind)
    changed = complaints.one(store, one.id)
    if kind == "weighty":
        complaints.seal_words(store, changed)
    complaints.step(store, changed, "kind", day=day, by_id=person.id, words=kind)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state=kind)
    reader = ("team" if kind == "weighty" else "unit") if moves else "same"
    facts: dict[str, Fact] = {"due": due, "kind": Text(f"complaint-kind-{kind}")}
    if moves:
        tell_staff(store, who_has(store, changed, day), one, Text("case-of-kind", facts), now=now)
    told = Text("told-complaint-kind", {**facts, "reader": reader})
    reporters.tell(store, one.seal, news_letter(one, told), now=now)
    return due
