"""A complaint of another kind: it begins anew with whoever has such.

What is weighty goes to its unit only where a second of the oversight team, or the citizen, agrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from handlers.complaints import due_after, news_letter, today_at, unit_of
from handlers.complaints.corrected import put_right
from handlers.complaints.levels import tell_staff, who_has
from handlers.complaints.weighty import second_overseers
from handlers.openings import ToAgreeing, ToSealRequest
from models.complaints import Complaint, ComplaintKind
from models.letters import OPENS, Button, Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, reporters, unsealings
from models.store.letters import letters
from models.store.oversight.looks import note_deed
from models.store.oversight.trail import Note, note


def asked_to_move(
    store: Store, person: Person, one: Complaint, kind: ComplaintKind, *, now: datetime
) -> None:
    """Ask the others of the team, and the citizen, whether a weighty complaint goes to its unit as
    one of this kind. Raises Refused where there is nobody to agree."""
    others = second_overseers(store, person.id or 0, one, now)
    if one.seal is None and not others:
        raise Refused(Text("kind-alone", {"number": one.number}))
    day = today_at(store, one.unit_id, now)
    made = unsealings.ask(store, one.id, "", by=person.id or 0, day=day, aim=kind)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="move")
    for second in others:
        letters.tell(store, second, asked_letter(one, made.id), now=now)
    reporters.tell(store, one.seal, _consent_letter(store, one, made.id, kind), now=now)


def asked_letter(one: Complaint, request: int) -> Letter:
    """What the others of the team read: the number, and no word of it."""
    opens = ToSealRequest(request)
    told = Text("told-move-asked", {"number": one.number, OPENS: opens.tap})
    return Letter((told,), ((opens.button(Text("button-segel-request")),),))


def _consent_letter(store: Store, one: Complaint, request: int, kind: ComplaintKind) -> Letter:
    asked = move_words(kind, unit_of(store, one.unit_id).name)
    return news_letter(one, asked, (move_answers(one, request),))


def move_words(kind: ComplaintKind, place: str) -> Text:
    """What is asked of the citizen: who would read it, and that a no keeps it where it is."""
    return Text("told-complaint-move", {"unit": place, "kind": Text(f"complaint-kind-{kind}")})


def move_answers(one: Complaint, request: int) -> tuple[Button, ...]:
    """The citizen's yes and no."""
    answers: Sequence[Literal["y", "x"]] = ("y", "x")
    return tuple(
        ToAgreeing(one.id, request, answer).button(Text(f"button-complaint-move-{answer}"))
        for answer in answers
    )


def moved(
    store: Store, by: int | None, one: Complaint, kind: ComplaintKind, *, now: datetime
) -> date | None:
    """Note its kind, and tell both sides; what has become weighty is sealed and out of sight. Gives
    by when the citizen hears; None where it stands otherwise than it was read. `by`: whoever of the
    office has asked for it."""
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
    complaints.step(store, changed, "kind", day=day, by_id=by, words=kind)
    note(store, Note("complaint", now, day, by=by, what={"complaint": one.id, "state": kind}))
    reader = ("team" if kind == "weighty" else "unit") if moves else "same"
    facts: dict[str, Fact] = {"due": due, "kind": Text(f"complaint-kind-{kind}")}
    if moves:
        tell_staff(store, who_has(store, changed, day), one, Text("case-of-kind", facts), now=now)
    told = Text("told-complaint-kind", {**facts, "reader": reader})
    reporters.tell(store, one.seal, news_letter(one, told), now=now)
    return due
