"""Working days by the decrees, the unit and the person, and the hours at which people are awake.

Pure. The decrees are packaged, one file a year (`models.decrees`);
`models.store.rules.calendars` adds what the office has decreed. Where a year has none, no
deadline in working days is computed (`NoDecree`); who only wants to prompt people may presume
(`Calendar.presuming`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from models.decrees import FIXED, JOINT, LOCAL, NATIONAL, WORKED, YEARS, packaged
from models.letters import Text
from models.refused import Refused
from models.schedule import OFFICE, Office, Schedule

MORNING, EVENING = time(8), time(20)
"""A person is prompted only from the one and before the other, by the clock of the unit."""
WEEKS = (5, 6)
"""A unit works from Monday to Friday, or to Saturday."""
_ONE_DAY = timedelta(days=1)


class NoDecree(Refused):
    """A year's holidays are not known, so its working days cannot be counted."""

    def __init__(self, year: int) -> None:
        super().__init__(Text("calendar-no-decree", {"year": str(year)}))
        self.year = year


@dataclass(frozen=True)
class Calendar:
    """The days a unit works, or a person in it: a value, so that it may key a cache.

    `holidays` and `joint_leave` are those of the `years` that have a decree. `extra_holidays` are
    local ones; `withdrawn` are days of joint leave that are worked after all (a national holiday
    is never withdrawn). `week` is five or six days. A Calendar that `presumes` takes a year
    without a decree to have the holidays of fixed date only.

    Of a person: `away` are days of leave, `schedules` their own days of the week, and `earlier`
    the calendars of the units where they were before, each with the last day on which it held.
    """

    holidays: frozenset[date]
    joint_leave: frozenset[date]
    years: frozenset[int]
    extra_holidays: frozenset[date] = frozenset()
    withdrawn: frozenset[date] = frozenset()
    presumes: bool = False
    week: int = 5
    office: Office = OFFICE
    away: frozenset[date] = frozenset()
    schedules: tuple[Schedule, ...] = ()
    earlier: tuple[tuple[date, Calendar], ...] = ()

    def __post_init__(self) -> None:
        if self.week not in WEEKS:
            raise ValueError(f"a week has 5 or 6 working days, not {self.week}")

    def without(self, away: Iterable[date]) -> Calendar:
        """The same for somebody who need not work on these days, whatever day it is."""
        return replace(self, away=self.away.union(away))

    def by(self, schedules: Sequence[Schedule]) -> Calendar:
        """The same for somebody who works by these schedules while they hold."""
        return replace(self, schedules=tuple(schedules)) if schedules else self

    def after(self, earlier: Sequence[tuple[date, Calendar]]) -> Calendar:
        """The same for somebody who was in other units until those days, the first one first."""
        return replace(self, earlier=tuple(earlier)) if earlier else self

    def presuming(self) -> Calendar:
        """The same, never raising NoDecree. For prompts only, never for a deadline."""
        return replace(self, presumes=True)

    def has_decree(self, year: int) -> bool:
        """Whether the holidays of the year are known."""
        return year in self.years

    def is_working_day(self, day: date) -> bool:
        """Whether the unit works, or the person. Raises NoDecree."""
        if not (self.presumes or self.has_decree(day.year)):
            raise NoDecree(day.year)
        if day in self.away:
            return False
        there = self._there(day)
        own = next((one for one in self.schedules if one.holds_on(day)), None)
        if own is None:
            return day.weekday() < there.week and not there.is_holiday(day)
        return own.works_on(day) and (own.on_holidays or not there.is_holiday(day))

    def is_holiday(self, day: date) -> bool:
        """Whether the unit is closed on that day, whichever day of the week it is.

        In a year without a decree only the holidays of fixed date are known.
        """
        if day in self.extra_holidays:
            return True
        if day in self.joint_leave:
            return day not in self.withdrawn
        if self.has_decree(day.year):
            return day in self.holidays
        return (day.month, day.day) in FIXED

    def working_days(self, first: date, last: date) -> tuple[date, ...]:
        """The working days from `first` to `last`, both included. Raises NoDecree."""
        return tuple(day for day in days(first, last) if self.is_working_day(day))

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`. Raises NoDecree."""
        return self.nth_working_day_after(day, 1)

    def nth_working_day_after(self, day: date, n: int) -> date:
        """The n-th working day after `day` (n at least 1), `day` not counted. Raises NoDecree."""
        if n < 1:
            raise ValueError(f"the working days after a day are counted from 1, not {n}")
        onward = days(day + _ONE_DAY, date.max)
        return next(islice(filter(self.is_working_day, onward), n - 1, None))

    def _there(self, day: date) -> Calendar:
        """The calendar of the unit where the person was on that day."""
        return next((unit._there(day) for last, unit in self.earlier if day <= last), self)


@lru_cache
def decreed() -> Calendar:
    """The packaged decrees as they stand, for the five-day week: of no unit in particular."""
    return drawn(frozenset(), week=5, office=OFFICE)


@lru_cache(maxsize=1024)
def drawn(added: frozenset[tuple[date, str]], *, week: int, office: Office = OFFICE) -> Calendar:
    """The packaged decrees with what was decreed besides: days and kinds (`models.decrees.Kind`).

    National holidays make a whole year: they stand in place of the packaged one. The same is
    given for the same, so that calendars are quickly told apart.
    """
    anew = {day.year for day, kind in added if kind == NATIONAL}
    kept = [one for year in YEARS if year not in anew for one in packaged(year)]
    every = added.union((one.day, one.kind) for one in kept)

    def of(wanted: str) -> frozenset[date]:
        return frozenset(day for day, kind in every if kind == wanted)

    return Calendar(
        holidays=of(NATIONAL),
        joint_leave=of(JOINT),
        years=frozenset(anew.union(YEARS)),
        extra_holidays=of(LOCAL),
        withdrawn=of(WORKED),
        week=week,
        office=office,
    )


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included; none where `last` comes first."""
    return (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))


def local(now: datetime, zone: str) -> datetime:
    """An aware moment by the clock of a zone (an IANA name). ValueError for a naive one."""
    if now.tzinfo is None:
        raise ValueError("a moment without a zone cannot be told in another")
    return now.astimezone(ZoneInfo(zone))


def moment(day: date, hour: time, zone: str) -> datetime:
    """The moment (UTC) at which the zone's clock shows `hour` on `day`."""
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)
