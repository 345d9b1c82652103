"""Where somebody serves today, and the visit that they have begun there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from handlers.today import local_day
from models.people import Person
from models.rights import may_give_codes
from models.services import Counter, Service
from models.store import Store
from models.store.office import services, visits
from models.store.office.visits import RunningVisit
from models.store.people import posts
from models.visits import taken

Choice = tuple[Counter, Service | None]


def choices(store: Store, person: Person, now: datetime) -> Iterator[Choice]:
    """Each counter where the person serves today, with its service; of several each, and any."""
    if person.id is None or not may_give_codes(person):
        return
    for number in _perhaps(store, person.id, now):
        for counter in services.counters_by_id(store, number):
            if number not in posts.counters_of(store, person.id, local_day(counter, now)):
                continue
            several = len(counter.services) > 1
            yield from ((counter, one) for one in counter.services)
            if several:
                yield counter, None


def _perhaps(store: Store, person_id: int, now: datetime) -> list[int]:
    """The counters where the person serves on one of the days that it may be somewhere."""
    days = (now.date(), now.date() + timedelta(days=1))
    return sorted({number for day in days for number in posts.counters_of(store, person_id, day)})


def running(
    store: Store, person: Person, every: Sequence[Choice], now: datetime
) -> RunningVisit | None:
    """The visit that the person has begun today, where they still serve."""
    found = visits.running(store, person.id) if person.id is not None else None
    for counter, service in every if found else ():
        if found and service and (counter.id, service.id) == found[:2]:
            today = local_day(counter, now) == local_day(counter, found.started_at)
            return found if today else None
    return None


class EndedVisit(NamedTuple):
    """A visit that is over: the minutes it took, None where they cannot be counted; `has_code`:
    whoever was served holds a printed code already."""

    minutes: int | None
    has_code: bool


def end(store: Store, person: Person, where: Choice, now: datetime) -> EndedVisit | None:
    """End what the person has begun at this counter, and count it; None where nothing ran."""
    counter, service = where
    found = running(store, person, [where], now) if service else None
    if person.id is None or found is None:
        return None
    visits.drop(store, person.id)
    minutes = taken(found.started_at, now)
    if minutes is not None:
        here = {"unit_id": counter.unit.id, "by": person.id}
        visits.count(store, found, day=local_day(counter, now), minutes=minutes, **here)
    return EndedVisit(minutes, found.has_code)
