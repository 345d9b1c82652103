"""What becomes of a file or a change of the office by a tap; each tap does it once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from handlers.office.imports.rights import may_second
from handlers.office.imports.waiting import asked, giver, note_state, waits
from handlers.office.imports.words import (
    agreed_letter,
    coming,
    outdated_letter,
    preview_letter,
    rejected,
    second_letter,
    settled_letter,
    which_letter,
)
from handlers.office.people import change, end, stand_in, superior
from handlers.office.settings import change as setting
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.intake import arrivals, intakes
from models.store.intake.intakes import Intake
from models.store.letters import letters
from models.store.oversight.trail import undone

Apply: TypeAlias = Callable[[Store, Mapping[str, Any], int | None, datetime], None]
"""Does what was asked for (`what` as JSON) by that person; raises Refused where it no longer fits
what the second person was shown."""
APPLY: Mapping[str, Apply] = {
    "superior": superior.apply,
    "acting": stand_in.apply,
    "nip": change.apply,
    "left": end.apply,
    "setting": setting.apply,
}


def agree(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """Who brought it wants it taken in: at once, or when a second person agrees."""
    state = intakes.agree(store, one.id, by=person.id or 0)
    if state is not None:
        _note(store, person, one, "agreed", now)
    if state == "waiting":
        asked(store, one.id, now=now)
    return standing(store, person, one.id, now)


def drop(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """Who brought it leaves it."""
    by = person.id or 0
    if arrivals.drop(store, one.id, by=by):
        return Letter((Text("impor-is-dropped", {"name": one.name}),))
    if intakes.drop(store, one.id, by=by, now=now):
        _note(store, person, one, "dropped", now)
    return standing(store, person, one.id, now)


def confirm(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """The second person agrees: a change is done at once, a file when it is read again."""
    allowed = may_second(store, person, one)
    if allowed and intakes.confirm(store, one.id, by=person.id or 0, now=now):
        _note(store, person, one, "confirmed", now)
        if one.kind in APPLY:
            return _done(store, person, one, now)
    return standing(store, person, one.id, now)


def _done(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """Do what was asked for, as the office is now; who asked is told."""
    what = json.loads(intakes.content_of(store, one.id) or b"{}")
    try:
        with undone(store) as trial:
            APPLY[one.kind](store, what, one.given_by, now)
            trial.keep()
    except Refused as no:
        intakes.refuse(store, one.id, by=None, now=now)
        letter = outdated_letter(one, no.why)
        _tell_giver(store, one, letter, now)
        return letter
    intakes.done(store, one.id, now=now)
    _tell_giver(store, one, agreed_letter(one, person.name or ""), now)
    return standing(store, person, one.id, now)


def refuse(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """The second person does not agree; who brought it is told."""
    allowed = may_second(store, person, one)
    if allowed and intakes.refuse(store, one.id, by=person.id or 0, now=now):
        _note(store, person, one, "refused", now)
        _tell_giver(store, one, rejected(one, person.name or ""), now)
    return standing(store, person, one.id, now)


def standing(store: Store, person: Person, number: int, now: datetime, *, page: int = 0) -> Letter:
    """How it stands, with what this person may still do about it; a page of its lines."""
    named = arrivals.arrival(store, number)
    if named is not None:
        return which_letter(named, named.kinds)
    one = intakes.intake(store, number)
    if one is None or one.state == "sent":
        return coming(one.name if one else "")
    own = one.given_by == person.id
    if one.state == "shown":
        return preview_letter(one, page)
    if one.state == "waiting":
        if own:
            return waits(store, one, now=now)
        return second_letter(one, giver(store, one), page)
    return settled_letter(one)


def _tell_giver(store: Store, one: Intake, letter: Letter, now: datetime) -> None:
    if one.given_by is not None:
        letters.tell(store, one.given_by, letter, now=now)


def _note(store: Store, person: Person, one: Intake, state: str, now: datetime) -> None:
    note_state(store, one, state, by=person.id, now=now)
