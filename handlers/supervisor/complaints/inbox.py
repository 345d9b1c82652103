"""Pengaduan: what waits for somebody (complaints, reviews that are overdue, what is held), the
oldest first, and one complaint of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.complaints import headed, is_folded, life, place_of, reload, today_at, undecided
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
    ToReview,
    ToSealRequest,
    ToSecondLook,
    ToTaking,
)
from handlers.supervisor.complaints import sent
from handlers.supervisor.complaints.cases import (
    ComplaintCase,
    case_of,
    to_inbox,
    waiting,
)
from handlers.supervisor.complaints.hear import hearing_row, told_of
from handlers.supervisor.reviews.reading import LateReview, overdue
from handlers.supervisor.reviews.words import list_line
from models.complaints import OF_CITIZEN, OF_OFFICE, WORKED_ON, Complaint
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.rights import units_read
from models.store import Store
from models.store.complaints import unsealings
from models.store.rules import calendars

A_PAGE = 7


@dataclass(frozen=True)
class InboxItem:
    """One thing that waits, until when it is to be done, and whether its day has gone by; None is
    all that is held. `theirs`: the citizen is waited for, and nobody here."""

    what: Complaint | LateReview | None
    due_on: date
    late: bool = False
    theirs: bool = False


@dataclass(frozen=True)
class Inbox:
    """A page of what waits, of so many; how many of them are complaints, and how many late; how
    many reviews are overdue, and how much waits for this person's decision."""

    shown: Sequence[Button]
    page: int
    count: int
    complaints: int
    late: int
    reviews: int
    held: int


def look(store: Store, person: Person, opening: ToInbox | None, now: datetime) -> Inbox:
    """What waits for this person, the oldest first; refused to who has nothing to do with it."""
    found, late = waiting(store, person), overdue(store, person, now)
    if not found and not units_read(person):
        raise Refused(Text("inbox-not-yours"))
    cases = [_of_case(store, one, now) for one in found]
    words = undecided.every(store, person, now)
    reviews = (InboxItem(one, one.since) for one in late)
    every = sorted([*cases, *reviews, *_of_held(store, words)], key=_urgency)
    page = min(opening.page if opening else 0, max(len(every) - 1, 0) // A_PAGE)
    shown = every[page * A_PAGE : (page + 1) * A_PAGE]
    return Inbox(
        [_button(store, one) for one in shown],
        page,
        len(every),
        len(cases),
        sum(one.late for one in cases),
        len(late),
        len(words),
    )


def look_at_case(
    store: Store, person: Person, opening: ToCase | None, now: datetime
) -> ComplaintCase:
    """One of them."""
    if opening is None:
        return case_of(store, person, None)
    case = case_of(store, person, opening.complaint, whole=bool(opening.whole))
    one = case.complaint
    if not (one.is_weighty and one.is_open):
        return case
    return replace(case, move=unsealings.move(store, one.id, today_at(store, one.unit_id, now)))


def is_late(one: Complaint, today: date) -> bool:
    """Whether the office has let its day go by."""
    return one.state in OF_OFFICE and one.due_on is not None and one.due_on < today


def show(inbox: Inbox) -> Letter:
    """How much of each there is; each as a button, and the page after it."""
    rows = [(button,) for button in inbox.shown]
    if inbox.count > (inbox.page + 1) * A_PAGE:
        rows.append((ToInbox(inbox.page + 1).button(Text("button-inbox-more")),))
    title = Text("inbox-title", {"count": inbox.complaints})
    told: list[Words] = [title if inbox.complaints else Text("inbox-none")]
    counts = {"late": inbox.late, "reviews": inbox.reviews, "held": inbox.held}
    told += [Text(f"inbox-{what}", {"count": n}) for what, n in counts.items() if n]
    return Letter((Lines(tuple(told)),), tuple(rows), holds=Text("list-inbox") if rows else None)


def show_case(case: ComplaintCase) -> Letter:
    """Its life, by when the citizen is to hear, and what can be done."""
    one = case.complaint
    told = life(case.steps, to_reporter=False, whole=case.whole)
    words: list[Words] = [headed(one, case.place), told]
    words += told_of(case)
    if one.due_on is not None and one.is_open:
        words.append(Text(f"case-due-{one.state}", {"due": one.due_on}))
    rows: list[tuple[Button, ...]] = [(button,) for button in _deeds(case)]
    if case.move is not None:
        words.append(Text("case-move-waits"))
        rows.insert(0, (ToSealRequest(case.move.id).button(Text("button-segel-request")),))
    if is_folded(case.steps, to_reporter=False) and not case.whole:
        rows.append((ToCase(one.id, "l").button(Text("button-case-whole")),))
    if one.state in OF_CITIZEN:
        rows += reload(ToCase(one.id, "l" if case.whole else ""))
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


def _of_case(store: Store, one: Complaint, now: datetime) -> InboxItem:
    late = is_late(one, today_at(store, one.unit_id, now))
    return InboxItem(one, one.due_on or date.max, late, one.state not in OF_OFFICE)


def _of_held(store: Store, found: Sequence[undecided.Undecided]) -> Iterator[InboxItem]:
    """All that is held as one, at the place of the oldest."""
    own = calendars.of_units(store) if found else {}
    days = [undecided.decided_by(own[one.unit_id], one.day) for one in found]
    if days:
        yield InboxItem(None, min(days))


def _urgency(one: InboxItem) -> tuple[bool, date]:
    return one.theirs, one.due_on


def _button(store: Store, item: InboxItem) -> Button:
    one = item.what
    if one is None:
        return ToHeld().button(Text("button-ditahan"))
    if isinstance(one, LateReview):
        label = Text("inbox-review", {"review": list_line(one.review, one.place)})
        return ToReview(one.review.id).button(label)
    facts: dict[str, Fact] = {
        "number": one.number,
        "kind": Text(f"complaint-kind-{one.kind}"),
        "place": place_of(store, one),
    }
    return ToCase(one.id).button(Text("inbox-one-late" if item.late else "inbox-one", facts))
