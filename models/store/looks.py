"""Looks: that somebody read what concerns another, told in the trail once a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from models.calendar import local
from models.people import Person
from models.store import Store
from models.store.trail import Note, note

WITHOUT_POST = "Asia/Jakarta"
"""By whose clock a day is told of who has no post."""


def note_look(
    store: Store, person: Person, deed: str, about: Iterable[int], *, now: datetime
) -> None:
    """Note that the person looked at these people by that conversation; at oneself is no look."""
    zone = person.post.unit.zone if person.post else WITHOUT_POST
    day = local(now, zone).date()
    seen = sorted({number for number in about if number != person.id})
    note(
        store,
        *(Note(f"look.{deed}", now, day, by=person.id, about=number, once=True) for number in seen),
    )
