"""The window of the quarterly self-evaluation, and how far back one may still log. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.calendar import Calendar
from models.quarter import Quarter

NOBODY_AWAY: frozenset[date] = frozenset()


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
    opening, earlier, behind = own.next_working_day(quarter.last_day), quarter.previous, 0
    while own.next_working_day(earlier.last_day) == opening:
        earlier, behind = earlier.previous, behind + 1
    found = [own.nth_working_day_after(quarter.last_day, behind + 1)]
    while len(found) < calendar.office.window_days(quarter.first_day):
        found.append(own.next_working_day(found[-1]))
    return Window(quarter, tuple(found), not all(calendar.has_decree(d.year) for d in found))


def earliest_day(today: date, calendar: Calendar, *, away: frozenset[date] = NOBODY_AWAY) -> date:
    """The earliest day that may still be logged: of the first quarter whose window is not over."""
    quarter = Quarter.of(today)
    while today <= evaluation_window(quarter.previous, calendar, away=away).last:
        quarter = quarter.previous
    return quarter.first_day


def own_days(calendar: Calendar, away: frozenset[date]) -> Calendar:
    """The calendar one person is prompted by: leave is a day off, NoDecree is never raised."""
    return calendar.presuming().without(away)
