"""Pengaduan: the complaints that are for somebody, the oldest first, and taking one on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import due_after, headed, life, place_of, taken_letter, today_at
from handlers.engine.topic import AtOnce, Screen
from handlers.openings import ToCase, ToInbox, ToProving, ToTaking
from handlers.supervisor.complaints.cases import ComplaintCase, case_of, waiting
from handlers.supervisor.complaints.hear import hearing_row, told_of
from models.complaints import Complaint
from models.letters import Button, Letter, Text, Words
from models.people import Person
from models.refused import Refused
from models.rights import units_read
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.oversight.looks import note_deed

A_PAGE = 8


@dataclass(frozen=True)
class Inbox:
    """A page of what is open: each with its place, of so many."""

    cases: Sequence[ComplaintCase]
    page: int
    count: int


def look(store: Store, person: Person, opening: ToInbox | None, now: datetime) -> Inbox:
    """What is open for this person; refused to who handles none."""
    found = waiting(store, person)
    if not found and not units_read(person):
        raise Refused(Text("inbox-not-yours"))
    page = min(opening.page if opening else 0, max(len(found) - 1, 0) // A_PAGE)
    shown = found[page * A_PAGE : (page + 1) * A_PAGE]
    return Inbox([ComplaintCase(one, place_of(store, one)) for one in shown], page, len(found))


def look_at_case(
    store: Store, person: Person, opening: ToCase | None, now: datetime
) -> ComplaintCase:
    """One of them."""
    return case_of(store, person, opening.complaint if opening else None)


def look_at_taking(
    store: Store, person: Person, opening: ToTaking | None, now: datetime
) -> ComplaintCase:
    """One that nobody has in hand."""
    return case_of(store, person, opening.complaint if opening else None)


def show(inbox: Inbox) -> Letter:
    """Each as a button; the page after it."""
    if not inbox.cases:
        return Letter((Text("inbox-none"),))
    rows = [(ToCase(one.complaint.id).button(_label(one)),) for one in inbox.cases]
    if inbox.count > (inbox.page + 1) * A_PAGE:
        rows.append((ToInbox(inbox.page + 1).button(Text("button-inbox-more")),))
    return Letter((Text("inbox-title", {"count": inbox.count}),), tuple(rows))


def show_case(case: ComplaintCase) -> Letter:
    """Its life, by when the citizen is to hear, and what can be done."""
    one = case.complaint
    words: list[Words] = [headed(one, case.place), life(case.steps, to_reporter=False)]
    words += told_of(case)
    if one.due_on is not None and one.is_open:
        words.append(Text(f"case-due-{one.state}", {"due": one.due_on}))
    last = (*hearing_row(case), ToInbox().button(Text("button-inbox")))
    return Letter(tuple(words), (_deeds(one), last))


def keep_taking(store: Store, person: Person, case: ComplaintCase, now: datetime) -> Letter:
    """Take it in hand; the citizen hears that somebody works on it, and by when there is word."""
    one = case.complaint
    day = today_at(store, one.unit_id, now)
    due = due_after(store, one.unit_id, one.said_on, f"complaint-{one.kind}")
    taken = {"state": "taken", "holder_id": person.id, "due_on": due}
    if one.state != "new" or not complaints.change(store, one, **taken):
        return Letter((Text("case-settled", {"number": one.number}),), (_back(one),))
    complaints.step(store, one, "taken", day=day, by_id=person.id)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="taken")
    reporters.tell(store, one.seal, taken_letter(one, due), now=now)
    said = Text("case-taken", {"number": one.number, "due": due})
    return Letter((said,), ((ToProving(one.id).button(_PROVE),), _back(one)))


_PROVE = Text("button-case-prove")
PARTS = (
    Screen(ToInbox, look, show),
    Screen(ToCase, look_at_case, show_case),
    AtOnce(ToTaking, look_at_taking, keep_taking),
)


def _deeds(one: Complaint) -> tuple[Button, ...]:
    if one.state == "new":
        return (
            ToTaking(one.id).button(Text("button-case-take")),
            ToProving(one.id).button(_PROVE),
        )
    return (ToProving(one.id).button(_PROVE),) if one.state == "taken" else ()


def _back(one: Complaint) -> tuple[Button, ...]:
    return (ToCase(one.id).button(Text("button-case")), ToInbox().button(Text("button-inbox")))


def _label(case: ComplaintCase) -> Text:
    one = case.complaint
    kind = Text(f"complaint-kind-{one.kind}")
    return Text("inbox-one", {"number": one.number, "kind": kind, "place": case.place})
