"""The days of a team: who had to log, who has, who is on leave, and what came late.

Each of them by their own calendar: that of their unit, and their own days of the week.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from models.calendar import Calendar, days, local
from models.schedule import CLOSING
from models.store import Store
from models.store.people import leaves, posts
from models.store.rules import calendars, outages
from models.store.work import entries as work
from models.work import Entry, is_late

_FORTNIGHT = 14
_ONE_DAY = timedelta(days=1)
Calendars: TypeAlias = Mapping[int, Calendar]
"""The calendars of the people of a team (`models.store.rules.calendars.of_people`)."""


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
    store: Store, team: Calendars, first: date, last: date, *, zone: str
) -> tuple[Workday, ...]:
    """The days from `first` to `last` that any of these people works; leave asks nobody.

    Days of the zone. Who had no post on a day, or had not joined yet, is not in it.
    """
    ids = list(team)
    down = outages.outage_days(store, first, last, zone)
    away = leaves.everybody_away(store, ids)
    entries = work.entries_of(store, ids, first, last)
    done = {(entry.person_id, entry.day) for entry in entries if entry.state != "withdrawn"}
    found = []
    for day in days(first, last):
        working = _working(team, day)
        if day in down or not working:
            continue
        there = posts.employees(store, day, person_ids=working)
        counts = (one.id for one in there if one.counts_on(day))
        expected = frozenset(one for one in counts if day not in away.get(one, ()))
        logged = frozenset(one for one in expected if (one, day) in done)
        found.append(Workday(day, expected, logged))
    return tuple(found)


def workday_before(team: Calendars, day: date) -> date:
    """The last day before this one that any of the team works; that before, where nobody does."""
    before = (day - n * _ONE_DAY for n in range(1, _FORTNIGHT))
    return next((one for one in before if _working(team, one)), day - _ONE_DAY)


def day_asked(team: Calendars, now: datetime, zone: str) -> date:
    """The day whose log may be asked for: today from the hour on at which Tilik itself asks."""
    here = local(now, zone)
    hours = [one.office.closes_at(here.date()) for one in team.values()]
    if here.time() >= min(hours, default=CLOSING) and _working(team, here.date()):
        return here.date()
    return workday_before(team, here.date())


def late_among(store: Store, entries: Iterable[Entry], *, zone: str) -> int:
    """How many of the team's entries came after their time; leave and days without Tilik do not
    count."""
    after = [entry for entry in entries if entry.is_entered_afterwards]
    if not after:
        return 0
    whose = {entry.person_id for entry in after}
    own, away = calendars.of_people(store, whose), leaves.everybody_away(store, whose)
    first, last = min(e.day for e in after), max(e.entered_on for e in after)
    down = outages.outage_days(store, first, last, zone)
    return sum(
        is_late(e, own[e.person_id], off=down | away.get(e.person_id, frozenset())) for e in after
    )


def _working(team: Calendars, day: date) -> list[int]:
    return [number for number, one in team.items() if one.presuming().is_working_day(day)]
