"""The window of the quarterly self-evaluation, and how far back one may still log. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.calendar import Calendar
from models.quarter import Quarter

NOBODY_AWAY: frozenset[date] = frozenset()
LATE = timedelta(days=60)
"""A quarter that opens no later than this after its end cannot reach the opening of the next."""


@dataclass(frozen=True)
class Window:
    """The working days on which a quarter's self-evaluation is open, from first to last."""

    quarter: Quarter
    days: tuple[date, ...]
    without_decree: bool

    @property
    def first(self) -> date:
        return self.days[0]

    @property
    def half(self) -> date:
        """The first day of the second half: the day of the first reminder."""
        return self.days[len(self.days) // 2]

    @property
    def closing(self) -> date:
        """The last day but one: the day of the second and last reminder."""
        return self.days[-2]

    @property
    def last(self) -> date:
        return self.days[-1]


def evaluation_window(
    quarter: Quarter, calendar: Calendar, *, away: frozenset[date] = NOBODY_AWAY
) -> Window:
    """The window that opens on the first working day after the quarter.

    With `away` it is the person's own: leave neither opens it nor uses it up. Where a long leave
    lets several quarters open on the same day, each opens one working day after the one before.
    """
    own = own_days(calendar, away)
    found = [_opening(quarter, own)]
    while len(found) < calendar.office.window_days(quarter.first_day):
        found.append(own.next_working_day(found[-1]))
    return Window(quarter, tuple(found), not all(calendar.has_decree(d.year) for d in found))


def _opening(quarter: Quarter, own: Calendar) -> date:
    """The first day of the person's own window, never one on which an earlier quarter opens."""
    opening, earlier = own.next_working_day(quarter.last_day), quarter.previous
    if own.next_working_day(earlier.last_day) <= earlier.last_day + LATE:
        return opening
    return max(opening, own.next_working_day(_opening(earlier, own)))


def earliest_day(today: date, calendar: Calendar, *, away: frozenset[date] = NOBODY_AWAY) -> date:
    """The earliest day that may still be logged: of the first quarter whose window is not over."""
    quarter = Quarter.of(today)
    while today <= evaluation_window(quarter.previous, calendar, away=away).last:
        quarter = quarter.previous
    return quarter.first_day


def own_days(calendar: Calendar, away: frozenset[date]) -> Calendar:
    """The calendar one person is prompted by: leave is a day off, NoDecree is never raised."""
    return calendar.presuming().without(away)
