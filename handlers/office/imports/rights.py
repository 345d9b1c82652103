"""Who brings a file of the office or asks for a change, and who may agree to it as the second."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from models.intakes import Preview
from models.people import Address, Person
from models.rights import may_confirm, may_keep, may_set
from models.store import Store
from models.store.chat import chats
from models.store.intake.intakes import Intake
from models.store.office import services
from models.store.people import duties, people

SECONDS = ("hr", "head")
"""The duties that may agree: HR is asked first."""


@dataclass(frozen=True)
class Seconds:
    """Who may agree to something: those who have joined and are `asked`; where there are none the
    `absent`, who could if they joined. `any_joined`: somebody has to whom a part of it could go."""

    asked: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    any_joined: bool = False


def reaches(store: Store, person: Person, units: Iterable[int | None]) -> bool:
    """Whether the person keeps the people of all these units (None: of the whole office)."""
    return all(
        may_set(person, services.tops(store))
        if number is None
        else may_keep(person, services.lineage(store, number))
        for number in units
    )


def may_second(store: Store, person: Person, intake: Intake) -> bool:
    """Whether the person may agree to what somebody else has brought or asked for."""
    if not intake.needs_second or intake.state == "shown":
        return False
    return _agrees(store, person, intake.preview, intake.given_by)


def seconds_of(
    store: Store, preview: Preview, *, given_by: int | None, now: datetime
) -> Seconds:
    """Who may agree to it: HR, and where none has joined the head of the top unit."""
    joined, able, partly = chats.joined(store), list[tuple[str, int]](), False
    for duty in SECONDS:
        tops = services.tops(store) if duty == "head" else None
        for number in people.entrusted(store, duty, now, at=tops):
            one = officer(store, number, now)
            if number != given_by and _agrees(store, one, preview, given_by):
                able.append((duty, number))
            elif number in joined and number != given_by:
                partly = partly or _agrees_partly(store, one, preview)
    here = [(duty, number) for duty, number in able if number in joined]
    first = here[0][0] if here else ""
    asked = dict.fromkeys(number for duty, number in here if duty == first)
    absent = dict.fromkeys(number for _, number in able) if not here else {}
    return Seconds(tuple(asked), tuple(absent), bool(here) or partly)


def _agrees(store: Store, person: Person, preview: Preview, given_by: int | None) -> bool:
    """Whether they reach all that is otherwise, and it is neither theirs nor about them."""
    if person.id in (given_by, preview.about, *preview.people):
        return False
    return all(_agrees_at(store, person, number) for number in concerned(preview.altered))


def _agrees_partly(store: Store, person: Person, preview: Preview) -> bool:
    """Whether some of it could go to them. What is the whole office's could go to any of them."""
    units = concerned(preview.altered)
    return None in units or any(_agrees_at(store, person, number) for number in units)


def _agrees_at(store: Store, person: Person, number: int | None) -> bool:
    above = () if number is None else services.lineage(store, number)
    tops = {above[-1].id} if above else services.tops(store)
    return may_confirm(person, above, tops=tops, given_by=None)


def concerned(units: Collection[int | None]) -> Collection[int | None]:
    """What changes something and names no unit is a matter of the whole office."""
    return units or (None,)


def officer(store: Store, number: int, now: datetime) -> Person:
    """Somebody with their duties of today, wherever they write from."""
    nowhere = Address(0, "", "", person_id=number)
    name = people.name_of(store, number)
    return Person(nowhere, name, duties.duties_of(store, number, now))
