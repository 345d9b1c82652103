"""Serahkan: a complaint goes to somebody who works there, to another unit, or to the state's own
channel (SP4N-LAPOR!), from which it comes back with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from handlers.complaints import due_after, news_letter, taken_letter, today_at
from handlers.complaints.corrected import put_right
from handlers.complaints.levels import case_letter, tell_staff, who_has
from handlers.engine.conversation import Conversation
from handlers.engine.question import optional
from handlers.engine.questions import Option, Pick, Write
from handlers.openings import ToHandingOn
from handlers.supervisor.complaints.cases import ComplaintCase, back, case_of, settled
from handlers.supervisor.complaints.take import answer_due
from models.complaints import WORKED_ON, Complaint
from models.letters import Fact, Letter, Text, Verbatim
from models.people import Colleague, Person
from models.refused import Refused
from models.services import Unit
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.looks import note_deed
from models.store.people import posts

LONGEST_NUMBER = 40
UNIT, OUTSIDE = "unit", "outside"


@dataclass(frozen=True)
class Hands:
    """A complaint, and who could have it: people who work there, and other units."""

    case: ComplaintCase
    people: Sequence[Colleague]
    units: Sequence[Unit]


@dataclass(frozen=True)
class Outside:
    """The state's own channel, and the number that it has there, where that is known already."""

    number: str | None


To: TypeAlias = "Colleague | Unit | Outside"


@dataclass(frozen=True)
class HandedOn:
    """A complaint, and who is to have it."""

    case: ComplaintCase
    to: To


def look(store: Store, person: Person, opening: ToHandingOn | None, now: datetime) -> Hands:
    """Who works in the unit or below it, is in Tilik and not touched by it; and the other units.
    What is weighty is nobody's but the oversight team's."""
    case = case_of(store, person, opening.complaint if opening else None, *WORKED_ON)
    one = case.complaint
    if one.is_weighty:
        return Hands(case, (), ())
    day, below = today_at(store, one.unit_id, now), services.subtree(store, one.unit_id)
    there = posts.employees(store, day, unit_ids=below)
    touched = {who.person_id for who in case.hearings} | {who.id for who in case.named}
    but = {person.id, one.holder_id} | touched
    able = (p for p in there if p.counts_on(day) and p.id not in but)
    units = [unit for unit in services.every_unit(store) if unit.id != one.unit_id]
    return Hands(case, [Colleague(p.id, p.name) for p in able], units)


def is_number(words: str) -> None:
    """Refused for what has no figure: "nanti" is no number."""
    if not any(sign.isdigit() for sign in words):
        raise Refused(Text("hand-number-none"))


async def ask(hands: Hands) -> HandedOn:
    """To whom; of another unit which, of the state's channel its number."""
    one = hands.case.complaint
    people = [Option(f"p{who.id}", Verbatim(who.name)) for who in hands.people]
    ways = [Option(UNIT, Text("hand-unit"))] if hands.units else []
    options = [*people, *ways, Option(OUTSIDE, Text("hand-outside"))]
    picked = await Pick("hand-to", options=options, facts={"number": one.number})
    if picked.key == OUTSIDE:
        return HandedOn(hands.case, Outside(await optional(_NUMBER)))
    if picked.key == UNIT:
        units = [Option(str(unit.id), Verbatim(unit.name)) for unit in hands.units]
        chosen = await Pick("hand-which-unit", options=units)
        return HandedOn(hands.case, hands.units[units.index(chosen)])
    return HandedOn(hands.case, hands.people[people.index(picked)])


def keep(store: Store, person: Person, handed: HandedOn, now: datetime) -> Letter:
    """Both who gets it and the citizen hear of it."""
    one = handed.case.complaint
    day = today_at(store, one.unit_id, now)
    match handed.to:
        case Colleague() as who:
            done = _to_person(store, person, one, who, day=day, now=now)
        case Unit() as unit:
            done = _to_unit(store, person, one, unit, now=now)
        case Outside(number):
            done = _outside(store, person, one, number, day=day, now=now)
    if not done:
        return settled(one)
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="handed")
    if isinstance(handed.to, Unit):
        facts = {"number": one.number, "unit": handed.to.name}
        return Letter((Text("hand-done-unit", facts),), (back(one)[1:],))
    if isinstance(handed.to, Outside):
        return Letter((Text("hand-done-outside", {"number": one.number}),), (back(one),))
    facts = {"number": one.number, "name": handed.to.name}
    return Letter((Text("hand-done-person", facts),), (back(one),))


def _to_person(
    store: Store, person: Person, one: Complaint, who: Colleague, *, day: date, now: datetime
) -> bool:
    """They may read and answer it from now on."""
    due = answer_due(store, one, day) if one.state == "new" else one.due_on
    state = "taken" if one.state == "new" else one.state
    if not complaints.change(store, one, state=state, holder_id=who.id, due_on=due):
        return False
    complaints.step(store, one, "handed", day=day, by_id=person.id, words=who.name)
    what = Text("case-handed", {"name": person.name or "", "due": due or day})
    letters.tell(store, who.id, case_letter(one, what), now=now)
    if one.state == "new":
        reporters.tell(store, one.seal, taken_letter(one, due or day), now=now)
    return True


def _to_unit(store: Store, person: Person, one: Complaint, unit: Unit, *, now: datetime) -> bool:
    """It is another unit's from the first word on; the citizen knows that nothing is lost."""
    day = today_at(store, unit.id, now)
    due = due_after(store, unit.id, day, "complaint-first")
    moved = {"unit_id": unit.id, "with_id": unit.id, "service_id": None, "holder_id": None}
    if not complaints.change(store, one, state="new", due_on=due, **moved):
        return False
    put_right(store, one, "unit", unit.key)
    complaints.step(store, one, "unit", day=day, by_id=person.id, words=unit.name)
    now_there = complaints.one(store, one.id)
    facts: dict[str, Fact] = {"due": due, "unit": unit.name}
    tell_staff(store, who_has(store, now_there, day), one, Text("case-moved", facts), now=now)
    letter = news_letter(one, Text("told-complaint-unit", facts))
    reporters.tell(store, one.seal, letter, now=now)
    return True


def _outside(
    store: Store, person: Person, one: Complaint, number: str | None, *, day: date, now: datetime
) -> bool:
    """It stays open here until what comes of it there is told."""
    due = answer_due(store, one, day)
    gone = {"state": "taken", "holder_id": person.id, "outside": number or ""}
    if not complaints.change(store, one, due_on=due, **gone):
        return False
    complaints.step(store, one, "outside", day=day, by_id=person.id)
    facts: dict[str, Fact] = {"outside": number or "no", "due": due}
    letter = news_letter(one, Text("told-complaint-outside", facts))
    reporters.tell(store, one.seal, letter, now=now)
    return True


_NUMBER = Write("hand-number", longest=LONGEST_NUMBER, check=is_number)
FORM = Conversation(ToHandingOn, look, ask, keep)
