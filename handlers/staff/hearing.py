"""Penjelasan: the own word of an employee whom a complaint may touch, before it is answered.

They read kind, place, element and quarter, and one sentence of who handles it: never who complains,
and nothing that the citizen wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.complaints import today_at
from handlers.complaints.hearings import (
    heard_letter,
    hearing_letter,
    matter_of,
    tell_superior,
)
from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.question import optional
from handlers.engine.questions import Write
from handlers.engine.topic import Screen, Several
from handlers.openings import ToBeingHeard, ToOwnHearing, ToOwnHearings
from models.complaints import Complaint
from models.hearings import Hearing, HearingAnswer
from models.letters import Letter, Text, Words
from models.people import Person
from models.refused import Refused
from models.rights import may_read_own
from models.store import Store
from models.store.complaints import complaints, hearings
from models.store.letters import letters

LONGEST_LINE = 300


@dataclass(frozen=True)
class OwnHearing:
    """One's hearing, of which complaint, and what it is of."""

    hearing: Hearing
    complaint: Complaint
    matter: Words
    answer: HearingAnswer = "context"


@dataclass(frozen=True)
class OwnWord:
    """What somebody says for themselves."""

    own: OwnHearing
    words: str | None


def look(
    store: Store, person: Person, opening: ToOwnHearings | None, now: datetime
) -> Sequence[OwnHearing]:
    """What waits for this person's word; refused to who is nobody here."""
    if person.id is None or not may_read_own(person):
        raise Refused(Text("hearing-not-staff"))
    return [_own(store, one) for one in hearings.open_of(store, person.id)]


def look_at_one(
    store: Store, person: Person, opening: ToOwnHearing | None, now: datetime
) -> OwnHearing:
    """One of them; another's and none are refused alike."""
    return _waiting(store, person, opening.hearing if opening else None)


def look_at_answer(
    store: Store, person: Person, opening: ToBeingHeard | None, now: datetime
) -> OwnHearing:
    """The same, with what was tapped."""
    if opening is None:
        raise _gone()
    return replace(_waiting(store, person, opening.hearing), answer=opening.answer)


def show(found: Sequence[OwnHearing]) -> Letter:
    """The one that waits, or all of them, each a button."""
    if len(found) == 1:
        return show_one(found[0])
    if not found:
        return Letter((Text("hearing-none"),))
    rows = tuple((ToOwnHearing(one.hearing.id).button(_label(one)),) for one in found)
    return Letter((Text("hearing-some", {"count": len(found)}),), rows)


def show_one(own: OwnHearing) -> Letter:
    """What was asked, and what can be answered."""
    return hearing_letter(own.hearing, own.matter)


async def ask(own: OwnHearing) -> OwnWord:
    """One line of their own, if they want."""
    answer = Text(f"button-hearing-{own.answer}")
    words = await optional(
        Write("hearing-words", longest=LONGEST_LINE, facts={"answer": answer})
    )
    return OwnWord(own, words)


def keep(store: Store, person: Person, word: OwnWord, now: datetime) -> Letter:
    """Whoever has asked is told, and the superior."""
    own = word.own
    day = today_at(store, own.complaint.unit_id, now)
    if not hearings.answer(store, own.hearing, own.answer, word.words, day=day):
        raise _gone()
    said = hearings.one(store, own.hearing.id)
    if said is not None:
        letters.tell(store, said.asked_by, heard_letter(own.complaint, said), now=now)
        tell_superior(store, own.complaint, said, day=day, now=now)
    return Letter((Text("hearing-done"),))


def _waiting(store: Store, person: Person, hearing_id: int | None) -> OwnHearing:
    waiting = hearings.open_of(store, person.id) if person.id is not None else ()
    found = next((one for one in waiting if one.id == hearing_id), None)
    if found is None or not may_read_own(person):
        raise _gone()
    return _own(store, found)


def _own(store: Store, hearing: Hearing) -> OwnHearing:
    complaint = complaints.one(store, hearing.complaint_id)
    return OwnHearing(hearing, complaint, matter_of(store, complaint, hearing.about or ""))


def _label(own: OwnHearing) -> Text:
    return Text("hearing-one", {"words": own.hearing.about or "", "due": own.hearing.due_on})


def _gone() -> Refused:
    return Refused(Text("hearing-gone"))


CONVERSATION = Several(
    (
        Screen(ToOwnHearings, look, show),
        Screen(ToOwnHearing, look_at_one, show_one),
        Conversation(ToBeingHeard, look_at_answer, ask, keep),
    ),
    manifest=Manifest(
        serves="known",
        menu=None,
        help=Offer(9, Text("guide-penjelasan")),
        cost=Cost(1, 1, 1, by="employee"),
    ),
)
