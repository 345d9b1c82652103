"""What either side reads of a hearing: the employee nothing that could tell who complains."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from handlers.complaints import place_of
from handlers.openings import ToBeingHeard, ToBothSides, ToCase, ToOwnHearing
from handlers.words.figures import quarter_name
from models.complaints import Complaint, working_days
from models.hearings import MOST_WAITED, Hearing, HearingAnswer
from models.letters import OPENS, Fact, Letter, Lines, Text, Words
from models.quarter import Quarter
from models.store import Store
from models.store.complaints import hearings
from models.store.letters import letters
from models.store.people import charges, leaves
from models.store.rules import calendars, settings

_ONE_DAY = timedelta(days=1)
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


def due_days(
    store: Store, unit_id: int, person_ids: Collection[int], day: date
) -> Mapping[int, date]:
    """Until when each of these people has for their word, asked that day: in the days that they
    work themselves and are neither on leave nor away, but no longer than a complaint may wait."""
    needed = working_days(settings.values_on(store, day), "hearing-days")
    unit = calendars.of_unit(store, unit_id).presuming()
    last = unit.nth_working_day_after(day, max(needed, MOST_WAITED))
    away = leaves.everybody_away(store, person_ids)
    found = {}
    for one, calendar in calendars.of_people(store, person_ids).items():
        here = calendar.presuming().without(away.get(one, ()))
        theirs = here.working_days(day + _ONE_DAY, last)
        found[one] = theirs[needed - 1] if len(theirs) >= needed else last
    return found


def tell_superior(
    store: Store, complaint: Complaint, hearing: Hearing, *, day: date, now: datetime
) -> None:
    """Whoever rates the employee (or acts for who does) reads both sides too: neither who has
    asked, nor whom the complaint touches as well."""
    level = charges.approvers_of(store, hearing.person_id, day).superior
    touched = {one.person_id for one in hearings.of_complaint(store, complaint)}
    for one in level.signers if level else ():
        if one.id not in {*touched, hearing.asked_by}:
            letters.tell(store, one.id, superior_letter(hearing), now=now)


def superior_letter(hearing: Hearing) -> Letter:
    """What the superior reads: of whom it is, and the way to both sides."""
    both = ToBothSides(hearing.id)
    told = Text("told-hearing-superior", {"name": hearing.name, OPENS: both.tap})
    return Letter((told,), ((both.button(Text("button-both-sides")),),))


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
        return Text("heard-waiting" if hearing.silent_on is None else "heard-silent", facts)
    said = Text(f"heard-{hearing.answer}", facts)
    return Lines((said, Text("hearing-about", {"words": hearing.words}))) if hearing.words else said
