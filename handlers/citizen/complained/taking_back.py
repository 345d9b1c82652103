"""Tarik: the citizen takes a complaint back, once they have said that it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.citizen.complained.own import own_open
from handlers.complaints import today_at
from handlers.complaints.levels import tell_staff
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Option, Pick
from handlers.openings import ToMyComplaint, ToTakingBack
from models.complaints import Complaint
from models.letters import Letter, Text
from models.people import Person
from models.store import Store
from models.store.complaints import complaints, reporters

YES, NO = "sure", "no"


@dataclass(frozen=True)
class TakenBack:
    """A complaint of one's own that is open, and whether it is to be taken back."""

    complaint: Complaint
    sure: bool


def look(store: Store, person: Person, opening: ToTakingBack | None, now: datetime) -> TakenBack:
    """One of this chat's that is open; another's and none are refused alike."""
    found = own_open(store, person, opening.complaint if opening else 0)
    return TakenBack(found, opening is not None and opening.sure == YES)


async def ask(one: TakenBack) -> TakenBack:
    """Whether it is meant, unless a button has said so."""
    if one.sure:
        return one
    labels = {YES: "button-complaint-withdraw-sure", NO: "button-complaint-withdraw-no"}
    options = [Option(key, Text(label)) for key, label in labels.items()]
    facts = {"number": one.complaint.number}
    said = await Pick("withdraw-ask", options=options, yes=YES, facts=facts)
    return TakenBack(one.complaint, said.key == YES)


def keep(store: Store, person: Person, taken: TakenBack, now: datetime) -> Letter:
    """It is over, and nobody works on it any more; or all stays as it is."""
    one = taken.complaint
    back = ToMyComplaint(one.id).button(Text("button-complaint-status"))
    if not taken.sure:
        return Letter((Text("withdraw-kept", {"number": one.number}),), ((back,),))
    day = today_at(store, one.unit_id, now)
    complaints.step(store, one, "withdrawn", day=day)
    over = {"state": "withdrawn", "closed_on": day, "due_on": None}
    complaints.change(store, one, **over)
    reporters.let_go(store, one.seal, today=day)
    if one.holder_id is not None:
        tell_staff(store, [one.holder_id], one, Text("case-taken-back"), now=now)
    return Letter((Text("withdraw-done", {"number": one.number}),), ((back,),))


FORM = Conversation(ToTakingBack, look, ask, keep, patience=timedelta(minutes=10))
