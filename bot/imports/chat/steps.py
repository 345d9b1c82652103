"""What is written down of a file that was sent in chat, each step a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from bot.imports.all_kinds import Parsed
from bot.imports.chat.words import beyond, broken, done_letter, unchanged, wrong_letter
from bot.imports.intake import given, settled
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import Mistake, SheetWrong
from handlers.office.imports.rights import concerned, officer, reaches
from handlers.office.imports.words import preview_letter, which_letter
from handlers.office.people.found import wards
from models.letters import Letter
from models.people import Person
from models.rights import units_kept
from models.store import Store
from models.store.chat import addresses
from models.store.intake import arrivals, intakes
from models.store.intake.arrivals import Arrival
from models.store.intake.intakes import Intake
from models.store.letters import letters
from models.store.people import people, roll


def lost(store: Store, one: Arrival) -> None:
    """The file will never come; whoever sent it has been told so by who fetches files."""
    arrivals.taken(store, one)


def asked(store: Store, one: Arrival, content: bytes, kinds: Sequence[str], now: datetime) -> None:
    """What is in the file must be said by who sent it."""
    if arrivals.to_be_named(store, one, content, kinds):
        _answer(store, one, which_letter(one, kinds), now)


def wrong(store: Store, one: Arrival, wrongs: Sequence[Mistake], now: datetime) -> None:
    """The file cannot be read as it is."""
    if arrivals.taken(store, one):
        _answer(store, one, wrong_letter(one.name, wrongs), now)


def failed(store: Store, one: Arrival, now: datetime) -> None:
    """A bug of ours: the file is not kept."""
    if arrivals.taken(store, one):
        _answer(store, one, broken(one.name), now)


def shown(store: Store, one: Arrival, file: Parsed, terms: Terms) -> None:
    """What the file would change, to be agreed to by who sent it."""
    if arrivals.taken(store, one):
        person = addresses.person_at(store, addresses.by_id(store, one.address_id), terms.now)
        if person.id == one.given_by and units_kept(person):
            _answer(store, one, _tried(store, person, file, terms), terms.now)


def taken_in(store: Store, intake: Intake, file: Parsed, terms: Terms) -> None:
    """Take the file in, and tell who brought it and who agreed what has come of it."""
    if not arrivals.lock_arrival(store, intake.id):
        return None
    giver = officer(store, terms.by, terms.now) if terms.by is not None else None
    if giver is not None and not reaches(store, giver, concerned(intake.preview.units)):
        intakes.refuse(store, intake.id, by=None, now=terms.now)
        return _tell(store, intake, beyond(intake.name), terms.now)
    result = settled(store, file, intake, terms)
    if result.outcome is None:
        return _tell(store, intake, wrong_letter(intake.name, result.wrongs), terms.now)
    without = (
        len(roll.lacking(store, wards(store, giver, terms.now), now=terms.now)) if giver else 0
    )
    second = None if intake.decided_by is None else people.name_of(store, intake.decided_by)
    letter = done_letter(intake.name, result.outcome, second=second, without_code=without)
    return _tell(store, intake, letter, terms.now)


def not_taken_in(store: Store, intake: Intake, now: datetime) -> None:
    """A bug of ours: the file is not taken in."""
    if arrivals.lock_arrival(store, intake.id):
        intakes.refuse(store, intake.id, by=None, now=now)
        _tell(store, intake, broken(intake.name), now)


def _tried(store: Store, person: Person, file: Parsed, terms: Terms) -> Letter:
    try:
        number = given(store, file, terms)
    except SheetWrong as found:
        return wrong_letter(file.name, found.wrongs)
    intake = cast(Intake, intakes.intake(store, number))
    preview = intake.preview
    changes = preview.new or preview.changed or preview.ended
    within = reaches(store, person, concerned(preview.units) if changes else preview.units)
    if within and changes:
        return preview_letter(intake)
    intakes.remove(store, number)
    return unchanged(file.name) if within else beyond(file.name)


def _answer(store: Store, one: Arrival, letter: Letter, now: datetime) -> None:
    """Say it in the chat from which the file came."""
    address = addresses.by_id(store, one.address_id)
    if address.person_id == one.given_by:
        letters.write(store, address, letter, now=now, carried=timedelta())


def _tell(store: Store, intake: Intake, letter: Letter, now: datetime) -> None:
    concerned = (intake.given_by, intake.decided_by)
    for number in dict.fromkeys(one for one in concerned if one is not None):
        letters.tell(store, number, letter, now=now)
