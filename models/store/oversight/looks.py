"""What a person in a chat does, told in the trail: looks once a day, deeds each time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from models.calendar import local
from models.people import Person
from models.store import Store
from models.store.oversight.stamps import Stamp, stamped
from models.store.oversight.trail import Note, note
from models.store.rules.zones import clock_of


def note_look(
    store: Store, person: Person, deed: str, about: Iterable[int], *, now: datetime
) -> None:
    """Note that the person looked at these people by that conversation; at oneself is no look."""
    day = day_of(person, now)
    seen = sorted({number for number in about if number != person.id})
    note(
        store,
        *(Note(f"look.{deed}", now, day, by=person.id, about=number, once=True) for number in seen),
    )


def note_deed(
    store: Store, person: Person, deed: str, about: int | None, *, now: datetime, **what: Any
) -> None:
    """Note what the person did to what concerns somebody, perhaps themselves; `what` in numbers
    and keys alone."""
    note(store, Note(deed, now, day_of(person, now), by=person.id, about=about, what=what))


def note_operator(
    store: Store, deed: str, about: Iterable[int | None], *, now: datetime, zone: str, **what: Any
) -> None:
    """Note what whoever runs the machine did to what concerns each of these people."""
    stamped(store, Stamp(now, local(now, zone).date()), deed, dict.fromkeys(about, what))


def day_of(person: Person, now: datetime) -> date:
    """The day it is where the person works."""
    return local(now, clock_of(person)).date()
