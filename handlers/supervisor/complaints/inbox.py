"""Pengaduan: the complaints that are for somebody, the most urgent first, and one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.complaints import headed, is_folded, life, place_of, today_at
from handlers.engine.topic import Screen
from handlers.openings import (
    ToAnotherKind,
    ToAskingBack,
    ToCase,
    ToHandingOn,
    ToHeld,
    ToInbox,
    ToNoting,
    ToOpeningSeal,
    ToProving,
    ToSecondLook,
    ToTaking,
)
from handlers.supervisor.complaints import sent
from handlers.supervisor.complaints.cases import (
    ComplaintCase,
    below,
    case_of,
    to_inbox,
    waiting,
)
from handlers.supervisor.complaints.hear import hearing_row, told_of
from models.complaints import OF_OFFICE, WORKED_ON, Complaint
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.rights import may_read_held, units_overseen, units_read
from models.store import Store
from models.store.complaints import evidence
from models.store.office import services
from models.store.ratings import holds

A_PAGE = 7


@dataclass(frozen=True)
class Inbox:
    """A page of what is open, of so many; the ids of what is late; and whether comments are held
    for this person."""

    cases: Sequence[ComplaintCase]
    page: int
    count: int
    late: frozenset[int]
    held: bool


def look(store: Store, person: Person, opening: ToInbox | None, now: datetime) -> Inbox:
    """What is open for this person; refused to who handles none."""
    found = sorted(waiting(store, person), key=_urgency)
    if not found and not units_read(person):
        raise Refused(Text("inbox-not-yours"))
    page = min(opening.page if opening else 0, max(len(found) - 1, 0) // A_PAGE)
    shown = found[page * A_PAGE : (page + 1) * A_PAGE]
    late = frozenset(one.id for one in found if is_late(one, today_at(store, one.unit_id, now)))
    cases = [ComplaintCase(one, place_of(store, one)) for one in shown]
    return Inbox(cases, page, len(found), late, _are_held(store, person))


def look_at_case(
    store: Store, person: Person, opening: ToCase | None, now: datetime
) -> ComplaintCase:
    """One of them."""
    if opening is None:
        return case_of(store, person, None)
    return case_of(store, person, opening.complaint, whole=bool(opening.whole))


def is_late(one: Complaint, today: date) -> bool:
    """Whether the office has let its day go by."""
    return one.state in OF_OFFICE and one.due_on is not None and one.due_on < today


def show(inbox: Inbox) -> Letter:
    """Each as a button; the page after it; and the way to what else waits for the person."""
    rows = [(ToCase(one.complaint.id).button(_label(one, inbox.late)),) for one in inbox.cases]
    if inbox.count > (inbox.page + 1) * A_PAGE:
        rows.append((ToInbox(inbox.page + 1).button(Text("button-inbox-more")),))
    if inbox.held:
        rows.append((ToHeld().button(Text("button-ditahan")),))
    if not inbox.cases:
        return Letter((Text("inbox-none"),), tuple(rows))
    title: list[Words] = [Text("inbox-title", {"count": inbox.count})]
    if inbox.late:
        title.append(Text("inbox-late", {"count": len(inbox.late)}))
    return Letter((Lines(tuple(title)),), tuple(rows), holds=Text("list-inbox"))


def show_case(case: ComplaintCase) -> Letter:
    """Its life, by when the citizen is to hear, and what can be done."""
    one = case.complaint
    told = life(case.steps, to_reporter=False, whole=case.whole)
    words: list[Words] = [headed(one, case.place), told]
    words += told_of(case)
    if one.due_on is not None and one.is_open:
        words.append(Text(f"case-due-{one.state}", {"due": one.due_on}))
    rows = [(button,) for button in _deeds(case)]
    if is_folded(case.steps, to_reporter=False) and not case.whole:
        rows.append((ToCase(one.id, "l").button(Text("button-case-whole")),))
    return Letter(tuple(words), (*rows, (to_inbox(),)), holds=Text("list-ways"))


PARTS = (Screen(ToInbox, look, show), Screen(ToCase, look_at_case, show_case))


def _deeds(case: ComplaintCase) -> Iterator[Button]:
    """What can be done with it as it stands."""
    one = case.complaint
    if one.state == "new":
        yield ToTaking(one.id).button(Text("button-case-take"))
    if one.state in WORKED_ON:
        yield ToProving(one.id).button(Text("button-case-prove"))
    if one.state in ("new", "taken") and one.seal is not None:
        yield ToAskingBack(one.id).button(Text("button-case-ask"))
    if one.state == "second" and case.second:
        yield ToSecondLook(one.id, "x").button(Text("button-case-close"))
        yield ToSecondLook(one.id, "o").button(Text("button-case-again"))
    if one.is_open:
        yield ToNoting(one.id).button(Text("button-case-note"))
    yield from sent.ways(case)
    yield from hearing_row(case)
    if one.state in WORKED_ON:
        yield ToHandingOn(one.id).button(Text("button-case-hand"))
        yield ToAnotherKind(one.id).button(Text("button-case-kind"))
    if one.is_weighty and one.seal is not None:
        yield ToOpeningSeal(one.number).button(Text("button-segel-ask"))


def _urgency(one: Complaint) -> tuple[bool, date, int]:
    return one.state not in OF_OFFICE, one.due_on or date.max, one.id


def _label(case: ComplaintCase, late: frozenset[int]) -> Text:
    one = case.complaint
    facts: dict[str, Fact] = {
        "number": one.number,
        "kind": Text(f"complaint-kind-{one.kind}"),
        "place": case.place,
    }
    return Text("inbox-one-late" if one.id in late else "inbox-one", facts)


def _are_held(store: Store, person: Person) -> bool:
    """Whether comments wait for this person's decision."""
    every = below(store, units_overseen(person))
    units = [unit for unit in every if may_read_held(person, services.lineage(store, unit))]
    return bool(units and (holds.held(store, units) or evidence.held(store, units)))
