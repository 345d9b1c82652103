"""Status: what became of one's own complaints, and what one says of a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.citizen.complained import (
    agreeing,
    answered_back,
    cared,
    other_phone,
    proofs,
    taking_back,
)
from handlers.citizen.complained.own import own
from handlers.citizen.complained.telling_more import FORM
from handlers.complaints import (
    headed,
    is_folded,
    life,
    next_word,
    place_of,
    reload,
    results,
    today_at,
)
from handlers.complaints.levels import faces, raise_up, to_second
from handlers.complaints.moving import move_answers, move_words
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import (
    ToAnsweringBack,
    ToComplaint,
    ToComplaintNumber,
    ToConfirmingResult,
    ToEnteringCode,
    ToMyComplaint,
    ToMyComplaints,
    ToPhoneCode,
    ToTakingBack,
    ToTellingMore,
)
from models.complaints import JUDGED, OF_OFFICE, Complaint, ComplaintStep, Result
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, reporters, unsealings
from models.store.complaints.unsealings import Unsealing


@dataclass(frozen=True)
class Mine:
    """One of one's own complaints, where it was, and its life; `move`: what the oversight team asks
    of it."""

    complaint: Complaint
    place: str
    steps: Sequence[ComplaintStep]
    whole: bool = False
    move: Unsealing | None = None


@dataclass(frozen=True)
class ResultSaid:
    """What somebody says of the result of their complaint."""

    complaint: Complaint
    result: Result


def look(
    store: Store, person: Person, opening: ToMyComplaints | None, now: datetime
) -> Sequence[Mine]:
    """All of this chat's."""
    found = complaints.these(store, reporters.tied(store, person.address))
    return [Mine(one, place_of(store, one), ()) for one in found]


def look_at_one(
    store: Store, person: Person, opening: ToMyComplaint | None, now: datetime
) -> Mine:
    """One of this chat's; another's and none are refused alike."""
    found = own(store, person, opening.complaint if opening else 0)
    return _mine(store, found, now, whole=bool(opening and opening.whole))


def look_by_number(
    store: Store, person: Person, opening: ToComplaintNumber | None, now: datetime
) -> Mine:
    """The same by the number that was typed."""
    found = complaints.by_number(store, opening.number) if opening else None
    return _mine(store, own(store, person, found.id if found else 0), now)


def look_at_result(
    store: Store, person: Person, opening: ToConfirmingResult | None, now: datetime
) -> ResultSaid:
    """A result that waits for this chat's word."""
    if opening is None:
        raise Refused(Text("complaint-gone"))
    found = own(store, person, opening.complaint)
    if found.state not in JUDGED:
        raise Refused(Text("complaint-settled", {"number": found.number}))
    return ResultSaid(found, opening.result)


def show(found: Sequence[Mine]) -> Letter:
    """All of them, each a button."""
    elsewhere = (ToEnteringCode().button(Text("button-status-elsewhere")),)
    if not found:
        lapor = (ToComplaint().button(Text("button-lapor")),)
        return Letter((Text("status-none"),), (lapor, elsewhere))
    rows = tuple(
        (ToMyComplaint(one.complaint.id).button(Text("status-one", _short(one))),)
        for one in found
    )
    return Letter((Text("status-title"),), (*rows, elsewhere))


def show_one(mine: Mine) -> Letter:
    """Its life; and what to say of the result, where that is asked."""
    one = mine.complaint
    told = life(mine.steps, to_reporter=True, whole=mine.whole)
    words: list[Words] = [headed(one, mine.place), told]
    words.extend(next_word(one))
    rows = [*_to_say(one), *proofs.way_to(one, mine.steps)]
    if mine.move is not None and mine.move.kind is not None:
        words.append(move_words(mine.move.kind, mine.place))
        rows.append(move_answers(one, mine.move.id))
    rows += [_ways(one.id)] if one.is_open else []
    if is_folded(mine.steps, to_reporter=True) and not mine.whole:
        rows.append((ToMyComplaint(one.id, "l").button(Text("button-case-whole")),))
    if one.state in OF_OFFICE:
        rows += reload(ToMyComplaint(one.id, "l" if mine.whole else ""))
    if one.seal is not None:
        rows.append((ToPhoneCode(one.id).button(Text("button-status-code")),))
    return Letter(tuple(words), tuple(rows))


def _ways(complaint_id: int) -> tuple[Button, ...]:
    """What a citizen can still do with an open one."""
    return (
        ToTellingMore(complaint_id, "add").button(Text("button-complaint-add")),
        ToTellingMore(complaint_id, "mend").button(Text("button-complaint-mend")),
        ToTakingBack(complaint_id).button(Text("button-complaint-withdraw")),
    )


def keep(store: Store, person: Person, answered: ResultSaid, now: datetime) -> Letter:
    """Yes and in part end it; the first no opens it again, one level up, and after another one a
    second person looks."""
    one, result = answered.complaint, answered.result
    day = today_at(store, one.unit_id, now)
    if not complaints.change(store, one, result=result):
        raise Refused(Text("complaint-settled", {"number": one.number}))
    complaints.step(store, one, result, day=day)
    if result == "no":
        return _not_done(store, one, day=day, now=now)
    over = {"state": "closed", "closed_on": day, "due_on": None}
    complaints.change(store, one, **over)
    reporters.let_go(store, one.seal, today=day)
    return Letter((Text(f"result-{result}", {"number": one.number}),), (faces(one.id),))


def _not_done(store: Store, one: Complaint, *, day: date, now: datetime) -> Letter:
    facts: dict[str, Fact] = {"number": one.number}
    if one.state == "second" or (one.reopened and to_second(store, one, day=day, now=now)):
        seen = complaints.one(store, one.id)
        return Letter((Lines((Text("result-no-second", facts), *next_word(seen))),), (_what(one),))
    raised = raise_up(store, one, "taken", why="no", day=day, now=now)
    due, up = raised or (day, None)
    facts |= {"due": due, "unit": up.name if up else ""}
    return Letter((Text("result-no-up" if up else "result-no", facts),), (_what(one),))


def _what(one: Complaint) -> tuple[Button, ...]:
    """What is not done yet is theirs to say."""
    return (ToTellingMore(one.id, "add").button(Text("button-complaint-missing")),)


def _to_say(one: Complaint) -> Iterator[tuple[Button, ...]]:
    """What waits for the citizen's word."""
    if one.state in JUDGED:
        yield results(one.id)
    if one.state == "asked":
        yield (ToAnsweringBack(one.id).button(Text("button-complaint-answer")),)
    if one.state == "closed" and one.care is None:
        yield faces(one.id)


def _mine(store: Store, found: Complaint, now: datetime, *, whole: bool = False) -> Mine:
    steps, today = complaints.steps(store, found), today_at(store, found.unit_id, now)
    move = unsealings.move(store, found.id, today) if found.is_weighty and found.is_open else None
    return Mine(found, place_of(store, found), steps, whole, move)


def _short(mine: Mine) -> dict[str, str | Text]:
    state = Text(f"complaint-state-{mine.complaint.state}")
    return {"number": mine.complaint.number, "state": state}


CONVERSATION = Several(
    (
        Screen(ToMyComplaints, look, show),
        Screen(ToMyComplaint, look_at_one, show_one),
        AtOnce(ToConfirmingResult, look_at_result, keep),
        cared.PART,
        proofs.PART,
        answered_back.FORM,
        agreeing.PART,
        *other_phone.PARTS,
        taking_back.FORM,
        Screen(ToComplaintNumber, look_by_number, show_one),
        FORM,
    ),
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=Offer(3, Text("guide-status")),
        cost=Cost(1, 3, 1, answer="K7P3XAMNQR"),
    ),
)
