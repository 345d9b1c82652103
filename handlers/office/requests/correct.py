"""A correction that somebody has asked for, made where it is read: their words stand there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast, get_args

from handlers.engine.conversation import Onward
from handlers.engine.wire import Opening
from handlers.office.people import change
from handlers.office.people.change import Editing, Field, FieldChange
from handlers.office.requests.cases import RequestCase, look_at_one
from handlers.openings import ToAway, ToCard, ToCorrecting, ToNewSuperior, ToRequest
from models.people import Person
from models.store import Store
from models.store.people import duties

ELSEWHERE: dict[str | None, type[ToNewSuperior] | type[ToAway]] = {
    "superior": ToNewSuperior,
    "leave": ToAway,
}
"""What is put right by a form of its own."""


@dataclass(frozen=True)
class Correcting:
    """A request, and what is put right by it; None where it is settled, has another form, or is of
    somebody who works here no more."""

    case: RequestCase
    editing: Editing | None


def look(store: Store, person: Person, opening: ToCorrecting | None, now: datetime) -> Correcting:
    """One of the requests of one's people."""
    case = look_at_one(store, person, opening, now)
    one = case.one
    able = one.state == "open" and one.kind == "amend" and one.field in get_args(Field)
    if not able or duties.work_of(store, one.person_id, now)[0] is None:
        return Correcting(case, None)
    editing = change.editing_of(store, person, one.person_id, now)
    asked = replace(editing, field=cast(Field, one.field), words=one.words or "", request=one.id)
    return Correcting(case, asked)


async def ask(correcting: Correcting) -> FieldChange | Onward:
    """The new value, with what was asked for by one tap."""
    if correcting.editing is not None:
        return await change.ask(correcting.editing)
    return Onward.to(_instead(correcting.case))


def _instead(case: RequestCase) -> Opening:
    one = case.one
    if one.state != "open" or one.kind != "amend" or one.field in get_args(Field):
        return ToRequest(one.id)
    return ELSEWHERE.get(one.field, ToCard)(one.person_id)
