"""Working days, the holidays that a joint decree names, and the hours at which people are awake.

Pure. The decrees are packaged, one file a year. Where there is none, no deadline in working days
is computed (`NoDecree`); who only wants to prompt people may presume (`Calendar.presuming`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from zoneinfo import ZoneInfo

from models.letters import Text
from models.refused import Refused

YEARS = (2026, 2027)
"""The years whose joint decree is packaged."""
MORNING, EVENING = time(8), time(20)
"""A person is prompted only from the one and before the other, by the clock of the unit."""
FIXED = frozenset({(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)})
"""Month and day of the national holidays that fall on the same date every year."""
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class NoDecree(Refused):
    """A year's holidays are not known, so its working days cannot be counted."""

    def __init__(self, year: int) -> None:
        super().__init__(Text("calendar-no-decree", {"year": str(year)}))
        self.year = year


@dataclass(frozen=True)
class Calendar:
    """The holidays of the years that have a decree, and a unit's own changes to them.

    `extra_holidays` are local ones; `withdrawn` are days of cuti bersama that are worked after
    all (a national holiday is never withdrawn). A Calendar that `presumes` takes a year without a
    decree to have the holidays of fixed date only.
    """

    holidays: frozenset[date]
    joint_leave: frozenset[date]
    years: frozenset[int]
    extra_holidays: frozenset[date] = frozenset()
    withdrawn: frozenset[date] = frozenset()
    presumes: bool = False

    def adjusted(
        self, *, extra_holidays: Iterable[date] = (), withdrawn: Iterable[date] = ()
    ) -> Calendar:
        """The same with more days off (of a unit, or the leave of a person) and fewer."""
        return replace(
            self,
            extra_holidays=self.extra_holidays.union(extra_holidays),
            withdrawn=self.withdrawn.union(withdrawn),
        )

    def presuming(self) -> Calendar:
        """The same, never raising NoDecree. For prompts only, never for a deadline."""
        return replace(self, presumes=True)

    def has_decree(self, year: int) -> bool:
        """Whether the holidays of the year are known."""
        return year in self.years

    def is_working_day(
        self,
        day: date,
        *,
        extra_holidays: frozenset[date] = frozenset(),
        withdrawn: frozenset[date] = frozenset(),
    ) -> bool:
        """Whether offices of the five-day week (Monday to Friday) work. Raises NoDecree."""
        if not (self.presumes or self.has_decree(day.year)):
            raise NoDecree(day.year)
        if day.weekday() >= _SATURDAY or day in self.extra_holidays or day in extra_holidays:
            return False
        if day in self.joint_leave:
            return day in self.withdrawn or day in withdrawn
        return not self._is_holiday(day)

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

    def _is_holiday(self, day: date) -> bool:
        if self.has_decree(day.year):
            return day in self.holidays
        return (day.month, day.day) in FIXED


@lru_cache
def decreed() -> Calendar:
    """The packaged decrees as they stand."""
    rows = [row for year in YEARS for row in _rows(year)]
    return Calendar(
        holidays=frozenset(day for day, kind in rows if kind == "libur_nasional"),
        joint_leave=frozenset(day for day, kind in rows if kind == "cuti_bersama"),
        years=frozenset(YEARS),
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


def is_quiet(now: datetime, zone: str) -> bool:
    """Whether nobody in the zone is prompted at this aware moment: before 8 or from 20 on."""
    return not MORNING <= local(now, zone).time() < EVENING


def _rows(year: int) -> Iterator[tuple[date, str]]:
    written = files("models").joinpath(f"calendar_{year}.csv").read_text("utf-8")
    for row in csv.DictReader(written.splitlines()):
        yield date.fromisoformat(row["tanggal"]), row["jenis"]
