"""Dengarkan: whom a complaint touches is asked for their own word before it is answered.

Who handles it writes one sentence of what it is about; nothing that the citizen wrote goes along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from handlers.complaints import today_at
from handlers.complaints.hearings import due_days, heard, hearing_letter, matter_of
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Option, Pick, Write
from handlers.engine.topic import AtOnce
from handlers.openings import ToCase, ToHearing, ToTouchingNobody
from handlers.supervisor.complaints.cases import ComplaintCase, case_of, gone
from models.complaints import ComplaintState
from models.hearings import check_retold
from models.letters import Button, Fact, Letter, Text, Verbatim, Words
from models.people import Colleague, Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, hearings
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.looks import note_deed
from models.store.people import people

LONGEST_SENTENCE = 300
BEFORE_THE_ANSWER: tuple[ComplaintState, ...] = ("new", "taken", "asked")


@dataclass(frozen=True)
class Touch:
    """A complaint, whom it may touch, and until when each would have."""

    case: ComplaintCase
    able: Sequence[Colleague]
    due: Mapping[int, date]


@dataclass(frozen=True)
class WordAsked:
    """Whose word is asked for, and of what it is."""

    touch: Touch
    who: Colleague
    about: str


def look(store: Store, person: Person, opening: ToHearing | None, now: datetime) -> Touch:
    """A complaint that is not answered yet, and who works there: first who is named."""
    case = _open_case(store, person, opening.complaint if opening else None)
    asked = {one.person_id for one in case.hearings} | {person.id}
    known = dict.fromkeys((*case.named, *hearings.staff_of(store, case.complaint)))
    able = [one for one in known if one.id not in asked]
    if not able:
        raise Refused(Text("hear-none"), buttons=_back(case))
    unit_id = case.complaint.unit_id
    today = today_at(store, unit_id, now)
    return Touch(case, able, due_days(store, unit_id, [one.id for one in able], today))


async def ask(touch: Touch) -> WordAsked:
    """Who, and one sentence of what it is about; it goes once its card was confirmed."""
    options = [Option(str(one.id), Verbatim(one.name)) for one in touch.able]
    picked = await Pick("hear-who", options=options, passing=True)
    who = next(one for one in touch.able if str(one.id) == picked.key)
    said = " ".join(step.words or "" for step in touch.case.steps if step.is_said)
    about = await Write(
        "hear-about", longest=LONGEST_SENTENCE, check=partial(check_retold, words=said)
    )
    facts: dict[str, Fact] = {"name": who.name, "words": about, "due": touch.due[who.id]}
    send = Option("send", Text("button-send"))
    await Pick("hear-card", options=[send], yes="send", decisive="send", facts=facts)
    return WordAsked(touch, who, about)


def keep(store: Store, person: Person, word: WordAsked, now: datetime) -> Letter:
    """They get a letter; the complaint waits."""
    one, who = word.touch.case.complaint, word.who
    due = word.touch.due[who.id]
    if person.id is None or one.id in hearings.touching(store, who.id):
        return Letter((Text("case-settled", {"number": one.number}),), _back(word.touch.case))
    day = today_at(store, one.unit_id, now)
    made = hearings.ask(
        store, one, who.id, by_id=person.id, about=word.about, day=day, due=due
    )
    complaints.step(store, one, "hearing", day=day, by_id=person.id)
    note_deed(store, person, "hearing", who.id, now=now, complaint=one.id)
    letter = hearing_letter(made, matter_of(store, one, made.about or ""))
    reached = letters.tell(store, who.id, letter, now=now)
    said = Text("hear-done" if reached else "hear-done-untold", {"name": who.name, "due": due})
    return Letter((said,), _back(word.touch.case))


def look_at_nobody(
    store: Store, person: Person, opening: ToTouchingNobody | None, now: datetime
) -> ComplaintCase:
    """One that is not answered yet."""
    return _open_case(store, person, opening.complaint if opening else None)


def keep_nobody(store: Store, person: Person, case: ComplaintCase, now: datetime) -> Letter:
    """Note it in the life of the complaint, which the citizen reads too."""
    one = case.complaint
    if not any(step.kind == "nobody" for step in case.steps):
        day = today_at(store, one.unit_id, now)
        complaints.step(store, one, "nobody", day=day, by_id=person.id)
        note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="nobody")
    return Letter((Text("hear-nobody", {"number": one.number}),), _back(case))


def check_heard(store: Store, person: Person, case: ComplaintCase, now: datetime) -> None:
    """Raises Refused while a complaint waits for somebody's own word; where somebody is named and
    was not asked; and to who is named, where anybody else could answer it."""
    today = today_at(store, case.complaint.unit_id, now)
    for hearing in case.hearings:
        if hearing.waits(today):
            facts: dict[str, Fact] = {"name": hearing.name, "due": hearing.due_on}
            raise Refused(Text("hear-waits", facts), buttons=_back(case))
    if any(one.id == person.id for one in case.named) and _others(store, person, case):
        raise Refused(Text("hear-self"), buttons=_back(case))
    if _is_unheard(case):
        nobody = ToTouchingNobody(case.complaint.id).button(Text("button-hear-nobody"))
        rows = ((*hearing_row(case), nobody), *_back(case))
        raise Refused(Text("hear-first", {"names": _names(case)}), buttons=rows)


def told_of(case: ComplaintCase) -> Iterator[Words]:
    """Who is named and was not asked, and what everybody has said who was."""
    if _may_ask(case) and _is_unheard(case):
        yield Text("case-named", {"names": _names(case)})
    yield from map(heard, case.hearings)


def hearing_row(case: ComplaintCase) -> tuple[Button, ...]:
    """The way to ask somebody, while it is not answered."""
    if not _may_ask(case):
        return ()
    return (ToHearing(case.complaint.id).button(Text("button-hear")),)


PARTS = (
    Conversation(ToHearing, look, ask, keep),
    AtOnce(ToTouchingNobody, look_at_nobody, keep_nobody),
)


def _open_case(store: Store, person: Person, complaint_id: int | None) -> ComplaintCase:
    case = case_of(store, person, complaint_id)
    if not _may_ask(case):
        raise gone()
    return case


def _may_ask(case: ComplaintCase) -> bool:
    one = case.complaint
    return one.state in BEFORE_THE_ANSWER and not one.is_weighty


def _is_unheard(case: ComplaintCase) -> bool:
    settled = case.hearings or any(step.kind == "nobody" for step in case.steps)
    return bool(case.named) and not settled


def _others(store: Store, person: Person, case: ComplaintCase) -> bool:
    """Whether the unit or one above it has another head than this person."""
    lineage = services.lineage(store, case.complaint.with_id)
    heads = {people.head_of(store, unit.id) for unit in lineage}
    return bool(heads - {person.id, None})


def _names(case: ComplaintCase) -> str:
    return ", ".join(one.name for one in case.named)


def _back(case: ComplaintCase) -> tuple[tuple[Button, ...], ...]:
    return ((ToCase(case.complaint.id).button(Text("button-case")),),)
