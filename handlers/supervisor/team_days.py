"""The days of a team: who had to log, who has, who is on leave, and what came late."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.calendar import decreed, local
from models.campaigns import LOG_HOUR
from models.store import Store, leaves, outages, posts, work
from models.work import Entry, is_late

_FORTNIGHT = timedelta(days=14)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Workday:
    """A working day on which Tilik was up: who had to log, and who of them has."""

    day: date
    expected: frozenset[int]
    logged: frozenset[int]

    @property
    def missing(self) -> frozenset[int]:
        return self.expected - self.logged


def workdays(
    store: Store, ids: Collection[int], first: date, last: date, *, zone: str
) -> tuple[Workday, ...]:
    """The working days from `first` to `last` of these people; leave asks nobody for anything.

    Days of the zone. Who had no post on a day is not in it.
    """
    down = outages.outage_days(store, first, last, zone)
    away = leaves.everybody_away(store, ids)
    entries = work.entries_of(store, ids, first, last)
    done = {(entry.person_id, entry.day) for entry in entries if entry.state != "withdrawn"}
    found = []
    for day in decreed().presuming().working_days(first, last):
        if day in down:
            continue
        there = (one.id for one in posts.employees(store, day, person_ids=ids))
        expected = frozenset(one for one in there if day not in away.get(one, ()))
        logged = frozenset(one for one in expected if (one, day) in done)
        found.append(Workday(day, expected, logged))
    return tuple(found)


def workday_before(day: date) -> date:
    """The last working day before this one."""
    return decreed().presuming().working_days(day - _FORTNIGHT, day - _ONE_DAY)[-1]


def day_asked(now: datetime, zone: str) -> date:
    """The day whose log may be asked for: today from the hour on at which Tilik itself asks."""
    here = local(now, zone)
    if here.time() >= LOG_HOUR and decreed().presuming().is_working_day(here.date()):
        return here.date()
    return workday_before(here.date())


def late_among(store: Store, entries: Iterable[Entry], *, zone: str) -> int:
    """How many of the entries came after their time; leave and days without Tilik do not count."""
    after = [entry for entry in entries if entry.is_entered_afterwards]
    if not after:
        return 0
    away = leaves.everybody_away(store, {entry.person_id for entry in after})
    first, last = min(e.day for e in after), max(e.entered_on for e in after)
    down = outages.outage_days(store, first, last, zone)
    return sum(
        is_late(e, decreed(), off=down | away.get(e.person_id, frozenset())) for e in after
    )
