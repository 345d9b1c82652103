"""What becomes of a file of the office by a tap; each tap does it once."""

from __future__ import annotations

from datetime import datetime

from handlers.office.imports.rights import may_second, seconds_of
from handlers.office.imports.words import (
    coming,
    preview_letter,
    rejected,
    second_letter,
    waiting_letter,
    which_letter,
)
from models.calendar import local
from models.letters import Letter, Text
from models.people import Person
from models.store import Store
from models.store.intake import arrivals, intakes
from models.store.intake.intakes import Intake
from models.store.letters import letters
from models.store.oversight.trail import Note, note
from models.store.people import people
from models.store.rules import zones


def agree(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """Who brought it wants it taken in: at once, or when a second person agrees."""
    seconds = []
    if one.needs_second:
        seconds = seconds_of(store, one.preview.units, given_by=one.given_by, now=now)
    if one.state == "shown" and one.needs_second and not seconds:
        return Letter((Text("impor-alone"),), preview_letter(one).buttons)
    state = intakes.agree(store, one.id, by=person.id or 0, now=now)
    if state is not None:
        _note(store, person, one, "agreed", now)
    if state == "waiting":
        letter = second_letter(one, person.name or "")
        for number in seconds:
            letters.tell(store, number, letter, now=now)
    return standing(store, person, one.id)


def drop(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """Who brought it leaves it."""
    by = person.id or 0
    if arrivals.drop(store, one.id, by=by):
        return Letter((Text("impor-is-dropped", {"name": one.name}),))
    if intakes.drop(store, one.id, by=by, now=now):
        _note(store, person, one, "dropped", now)
    return standing(store, person, one.id)


def confirm(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """The second person agrees."""
    allowed = may_second(store, person, one)
    if allowed and intakes.confirm(store, one.id, by=person.id or 0, now=now):
        _note(store, person, one, "confirmed", now)
    return standing(store, person, one.id)


def refuse(store: Store, person: Person, one: Intake, now: datetime) -> Letter:
    """The second person does not agree; who brought it is told."""
    allowed = may_second(store, person, one)
    if allowed and intakes.refuse(store, one.id, by=person.id or 0, now=now):
        _note(store, person, one, "refused", now)
        if one.given_by is not None:
            letters.tell(store, one.given_by, rejected(one, person.name or ""), now=now)
    return standing(store, person, one.id)


def standing(store: Store, person: Person, number: int) -> Letter:
    """How the file stands, with what this person may still do about it."""
    named = arrivals.arrival(store, number)
    if named is not None:
        return which_letter(named, named.kinds)
    one = intakes.intake(store, number)
    if one is None or one.state == "sent":
        return coming(one.name if one else "")
    own = one.given_by == person.id
    if one.state == "shown":
        return preview_letter(one)
    if one.state == "waiting":
        return waiting_letter(one) if own else second_letter(one, _giver(store, one))
    return Letter((Text(f"impor-is-{one.state}", {"name": one.name}),))


def _giver(store: Store, one: Intake) -> str | Text:
    return people.name_of(store, one.given_by) if one.given_by else Text("impor-operator")


def _note(store: Store, person: Person, one: Intake, state: str, now: datetime) -> None:
    day = local(now, zones.zone_of(store, person.id or 0, now)).date()
    what = {"number": one.id, "kind": one.kind, "state": state}
    note(store, Note("intake", now, day, by=person.id, what=what))
