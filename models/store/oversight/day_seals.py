"""A day's ratings, told in the trail once they can no longer change: what is altered, removed or
put in later is found.

A digest is of numbers and answers alone: a reason may be erased at any time, and is not told here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, TypeAlias

from sqlalchemy import CompoundSelect, Select, func, select, union_all

from models.calendar import local
from models.store import Store
from models.store.oversight.trail import Note, lock_chain, note
from models.store.ratings.settled import SETTLED, may_still_change
from models.store.schema import counters, ratings, trail, units

DEED = "ratings"
_WAS_HELD = ratings.c.came_on.is_not(None)
AT_ONCE = 31
"""So many days are sealed in one job at most: nobody waits long for the one writer."""
Day: TypeAlias = dict[str, tuple[int, str]]
"""Counter -> how many ratings it had on a day, and their digest."""


def seal_ratings(store: Store, now: datetime) -> int:
    """Note every day that is over everywhere and not noted yet, oldest first; gives how many."""
    until = _first_open(store, now)
    if until is None or _last(store) == until - timedelta(days=1):
        return 0
    if may_still_change(store, now, until):
        return 0
    lock_chain(store)
    last = _last(store)
    first = last + timedelta(days=1) if last else min(_earliest(store), until - timedelta(days=1))
    days = [first + timedelta(days=n) for n in range(min((until - first).days, AT_ONCE))]
    for day in days:
        what = {"counters": {key: list(kept) for key, kept in _day(store, day).items()}}
        note(store, Note(DEED, now, day, what=what, actor="clock"))
    return len(days)


def rows_of(which: Callable[[Any], Any]) -> CompoundSelect[Any]:
    """Of every rating of these days what its digest is made of, in the order in which that is done.

    One that was held and counts since is of the day on which it came.
    """
    both = (ratings.c.day, ratings.c.came_on.is_(None)), (ratings.c.came_on, _WAS_HELD)
    every = [_rows(day).where(whose, which(day)) for day, whose in both]
    return union_all(*every).order_by("counter_id", "day", "id")


def _rows(day: Any) -> Select[Any]:
    more = (ratings.c.service_id, ratings.c.instrument, ratings.c.answers)
    return select(ratings.c.counter_id, day.label("day"), ratings.c.id, *more)


def digests(rows: Iterable[Any]) -> Iterator[tuple[date, str, int, str]]:
    """Of rows in that order: day, counter, how many there are, and their digest."""
    for (counter, day), some in groupby(rows, key=lambda row: (row.counter_id, row.day)):
        digest, count = hashlib.sha256(), 0
        for row in some:
            digest.update(_sheet(row))
            count += 1
        yield day, str(counter), count, digest.hexdigest()[:32]


def _sheet(row: Any) -> bytes:
    told = [row.id, row.counter_id, row.service_id, row.day.isoformat(), row.instrument]
    return json.dumps([*told, row.answers], sort_keys=True, separators=(",", ":")).encode()


def _day(store: Store, day: date) -> Day:
    """Asked counter by counter, as the index is made."""
    there = ratings.c.counter_id.in_(select(counters.c.id))
    found = digests(store.execute(rows_of(lambda its: there & (its == day))))
    return {counter: (count, digest) for _, counter, count, digest in found}


def _first_open(store: Store, now: datetime) -> date | None:
    """The first day whose ratings may still change somewhere; None where there is no unit."""
    zones = store.execute(select(units.c.zone).distinct()).scalars()
    return min((local(now - SETTLED, zone).date() for zone in zones), default=None)


def _last(store: Store) -> date | None:
    here = trail.c.by_id.is_(None) & (trail.c.deed == DEED)
    query = select(trail.c.day).where(here).order_by(trail.c.day.desc()).limit(1)
    return store.execute(query).scalar()


def _earliest(store: Store) -> date:
    """The day of the first rating there is."""
    first = select(func.min(ratings.c.day)).where(ratings.c.counter_id == counters.c.id)
    found = store.execute(select(func.min(first.scalar_subquery()))).scalar()
    return found or date.max
