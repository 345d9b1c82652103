"""Whether a weighty complaint may go to its unit: the citizen's own yes is as good as that of a
second of the oversight team, and their no keeps it where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from handlers.citizen.complained.own import own
from handlers.complaints import today_at
from handlers.complaints.levels import tell_staff
from handlers.complaints.moving import moved
from handlers.engine.topic import AtOnce
from handlers.openings import ToAgreeing, ToMyComplaint
from models.complaints import Complaint, ComplaintKind
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import unsealings
from models.store.complaints.unsealings import Unsealing


@dataclass(frozen=True)
class MoveAnswered:
    """A complaint of one's own, what is asked of it, and the answer."""

    complaint: Complaint
    request: Unsealing
    kind: ComplaintKind
    answer: Literal["y", "x"]


def look(
    store: Store, person: Person, opening: ToAgreeing | None, now: datetime
) -> MoveAnswered:
    """What is asked of a complaint of this chat's, while that waits."""
    one = own(store, person, opening.complaint if opening else 0)
    asked = unsealings.move(store, one.id, today_at(store, one.unit_id, now))
    kind = asked.kind if asked and opening and asked.id == opening.request else None
    if opening is None or asked is None or kind is None or not (one.is_weighty and one.is_open):
        raise Refused(Text("complaint-settled", {"number": one.number}))
    return MoveAnswered(one, asked, kind, opening.answer)


def keep(store: Store, person: Person, said: MoveAnswered, now: datetime) -> Letter:
    """It goes to its unit, or stays; whoever has asked hears which."""
    one = said.complaint
    state: unsealings.UnsealingState = "opened" if said.answer == "y" else "refused"
    if not unsealings.settle(store, said.request, state):
        raise Refused(Text("complaint-settled", {"number": one.number}))
    if said.answer == "y":
        moved(store, said.request.asked_by, one, said.kind, now=now)
    told = Text(f"case-move-{said.answer}")
    tell_staff(store, [said.request.asked_by], one, told, now=now)
    back = ToMyComplaint(one.id).button(Text("button-complaint-status"))
    return Letter((Text(f"move-said-{said.answer}", {"number": one.number}),), ((back,),))


PART = AtOnce(ToAgreeing, look, keep)
