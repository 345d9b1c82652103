"""Whose files of the office one may take in: one's own, and those that need a second person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from models.people import Address, Person
from models.rights import may_confirm, may_set
from models.store import Store
from models.store.intake import intakes
from models.store.intake.intakes import Intake
from models.store.office import services
from models.store.people import duties, people


def reaches(
    store: Store, person: Person, units: Iterable[int | None], *, given_by: int | None = None
) -> bool:
    """Whether the person keeps the people of all these units (None: of the whole office), and has
    not brought the file themselves."""
    return all(
        may_set(person, services.tops(store))
        if number is None
        else may_confirm(person, services.lineage(store, number), given_by=given_by)
        for number in units
    )


def may_second(store: Store, person: Person, intake: Intake) -> bool:
    """Whether the person may agree to a file that somebody else has brought."""
    if not intake.needs_second or intake.state == "shown" or person.id == intake.given_by:
        return False
    units = concerned(intake.preview.units)
    return reaches(store, person, units, given_by=intake.given_by)


def seconds_of(
    store: Store, units: Collection[int | None], *, given_by: int | None, now: datetime
) -> list[int]:
    """Who may be the second person for a file that touches these units, and can be reached."""
    return [
        number
        for number in intakes.seconds(store, given_by, now)
        if reaches(store, officer(store, number, now), concerned(units), given_by=given_by)
    ]


def concerned(units: Collection[int | None]) -> Collection[int | None]:
    """What changes something and names no unit is a matter of the whole office."""
    return units or (None,)


def officer(store: Store, number: int, now: datetime) -> Person:
    """Somebody with their duties of today, wherever they write from."""
    nowhere = Address(0, "", "", person_id=number)
    name = people.name_of(store, number)
    return Person(nowhere, name, duties.duties_of(store, number, now))
