"""Jenis lain: a complaint of the wrong kind is moved, not refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.complaints import due_after, news_letter, today_at
from handlers.complaints.levels import tell_staff, who_has
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Option, Pick
from handlers.openings import ToAnotherKind
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, settled
from models.complaints import WORKED_ON, ComplaintKind
from models.letters import Fact, Letter, Text
from models.people import Person
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed

KINDS: Sequence[ComplaintKind] = ("plain", "ask", "wish", "weighty")


@dataclass(frozen=True)
class Sorting:
    """A complaint, and of which other kinds it may be."""

    case: ComplaintCase
    kinds: Sequence[ComplaintKind]


@dataclass(frozen=True)
class Sorted:
    """A complaint, and of which kind it is."""

    case: ComplaintCase
    kind: ComplaintKind


def look(store: Store, person: Person, opening: ToAnotherKind | None, now: datetime) -> Sorting:
    """Every other kind; weighty only where there is a team that may have it."""
    case = case_of(store, person, opening.complaint if opening else None, *WORKED_ON)
    one = case.complaint
    day = today_at(store, one.unit_id, now)
    overseen = bool(who_has(store, replace(one, kind="weighty"), day))
    kinds = [kind for kind in KINDS if kind != one.kind and (kind != "weighty" or overseen)]
    return Sorting(case, kinds)


async def ask(sorting: Sorting) -> Sorted:
    """Which one."""
    one = sorting.case.complaint
    options = [Option(kind, Text(f"complaint-is-{kind}")) for kind in sorting.kinds]
    facts: dict[str, Fact] = {
        "number": one.number,
        "kind": Text(f"complaint-kind-{one.kind}"),
    }
    picked = await Pick("kind-which", options=options, facts=facts)
    return Sorted(sorting.case, sorting.kinds[options.index(picked)])


def keep(store: Store, person: Person, chosen: Sorted, now: datetime) -> Letter:
    """It begins anew with whoever has such; what has become weighty is sealed and out of sight."""
    one, kind = chosen.case.complaint, chosen.kind
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, day, "complaint-first")
    moves = "weighty" in (one.kind, kind)
    anew = {"state": "new", "holder_id": None, "with_id": one.unit_id} if moves else {}
    if not complaints.change(store, one, kind=kind, due_on=due, **anew):
        return settled(one)
    moved = complaints.one(store, one.id)
    if kind == "weighty":
        complaints.seal_words(store, moved)
    complaints.step(store, moved, "kind", day=day, by_id=person.id, words=kind)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state=kind)
    facts: dict[str, Fact] = {"due": due, "kind": Text(f"complaint-kind-{kind}")}
    if moves:
        tell_staff(store, who_has(store, moved, day), one, Text("case-of-kind", facts), now=now)
    told = news_letter(one, Text("told-complaint-kind", facts))
    reporters.tell(store, one.seal, told, now=now)
    done = Text("kind-done-away" if moves else "kind-done", {"number": one.number, **facts})
    return Letter((done,), (back(one)[1:] if moves else back(one),))


FORM = Conversation(ToAnotherKind, look, ask, keep)
