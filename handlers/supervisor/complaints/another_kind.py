"""Jenis lain: a complaint of the wrong kind is moved, not refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.complaints import today_at
from handlers.complaints.levels import who_has
from handlers.complaints.moving import asked_to_move, moved
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Option, Pick
from handlers.openings import ToAnotherKind
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, settled
from models.complaints import WORKED_ON, ComplaintKind
from models.letters import Fact, Letter, Text
from models.people import Person
from models.store import Store

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
        "opens": "yes" if one.is_weighty else "no",
    }
    picked = await Pick("kind-which", options=options, facts=facts)
    return Sorted(sorting.case, sorting.kinds[options.index(picked)])


def keep(store: Store, person: Person, chosen: Sorted, now: datetime) -> Letter:
    """It begins anew with whoever has such; what has become weighty is out of sight. What is
    weighty stays so until somebody agrees."""
    one, kind = chosen.case.complaint, chosen.kind
    if one.is_weighty:
        asked_to_move(store, person, one, kind, now=now)
        return Letter((Text("kind-asked", {"number": one.number}),), (back(one),))
    due = moved(store, person.id, one, kind, now=now)
    if due is None:
        return settled(one)
    moves = kind == "weighty"
    facts: dict[str, Fact] = {"number": one.number, "kind": Text(f"complaint-kind-{kind}")}
    done = Text("kind-done-away" if moves else "kind-done", facts)
    return Letter((done,), (back(one)[1:] if moves else back(one),))


FORM = Conversation(ToAnotherKind, look, ask, keep)
