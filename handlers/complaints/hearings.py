"""What either side reads of a hearing: the employee nothing that could tell who complains."""

from __future__ import annotations

from handlers.complaints import place_of
from handlers.openings import ToBeingHeard, ToCase, ToOwnHearing
from handlers.words.figures import quarter_name
from models.complaints import Complaint
from models.hearings import Hearing, HearingAnswer
from models.letters import OPENS, Fact, Letter, Lines, Text, Words
from models.quarter import Quarter
from models.store import Store

ANSWERS: tuple[HearingAnswer, ...] = ("right", "context", "not_me")


def hearing_letter(hearing: Hearing, matter: Words) -> Letter:
    """What an employee is asked: of what it is, until when, and that nothing hangs on it."""
    opens: dict[str, Fact] = {OPENS: ToOwnHearing(hearing.id).tap}
    first = Text("told-hearing-asked", {**opens, "due": hearing.due_on})
    answers = ((ToBeingHeard(hearing.id, one), one) for one in ANSWERS)
    row = tuple(opening.button(Text(f"button-hearing-{one}")) for opening, one in answers)
    return Letter((first, matter, Text("hearing-fair")), (row,))


def matter_of(store: Store, complaint: Complaint, about: str) -> Words:
    """Kind, place, element and quarter of a complaint, and what it is of in the words of whoever
    asks: no number, no day and nothing that the citizen wrote."""
    facts: dict[str, Fact] = {
        "kind": Text(f"complaint-kind-{complaint.kind}"),
        "place": place_of(store, complaint),
        "quarter": quarter_name(Quarter.of(complaint.said_on)),
    }
    lines: list[Words] = [Text("hearing-matter", facts)]
    if complaint.element is not None:
        lines.append(Text(f"element-{complaint.element}", otherwise="hearing-element-gone"))
    return Lines((*lines, Text("hearing-about", {"words": about})))


def heard_letter(complaint: Complaint, hearing: Hearing) -> Letter:
    """What who has asked reads, when the employee has said something."""
    facts: dict[str, Fact] = {"name": hearing.name, "number": complaint.number}
    opens: dict[str, Fact] = {OPENS: ToCase(complaint.id).tap}
    row = (ToCase(complaint.id).button(Text("button-case")),)
    return Letter((Text("told-hearing-heard", {**facts, **opens}), heard(hearing)), (row,))


def heard(hearing: Hearing) -> Words:
    """One hearing as whoever handles the complaint reads it."""
    facts: dict[str, Fact] = {"name": hearing.name, "due": hearing.due_on}
    if hearing.answer is None:
        return Text("heard-waiting", facts)
    said = Text(f"heard-{hearing.answer}", facts)
    return Lines((said, Text("hearing-about", {"words": hearing.words}))) if hearing.words else said
