"""When people work: by shifts or part of the week, in Ramadan, and as the office has it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, TypeAlias

from models.awake import Awake

Kind: TypeAlias = Literal["shift", "part"]
CLOSING = time(16)
"""When a day at the office ends, outside Ramadan: the hour at which the day's log is asked for."""
WINDOW_DAYS = 10
"""Working days of a person's own that a self-evaluation is open, where the office sets no other."""
_WEEK = re.compile(r"(?=0{0,6}1)[01]{7}")


@dataclass(frozen=True)
class Schedule:
    """Which days of the week a person works, from `first` to `last` (None: until further notice).

    `weekdays` is one figure a day from Monday on, 1 for a day that is worked; `on_holidays`: also
    where it is a holiday. ValueError where no day is worked or it ends before it begins.
    """

    kind: Kind
    weekdays: str
    on_holidays: bool
    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if not _WEEK.fullmatch(self.weekdays):
            raise ValueError(f"a week is seven figures, one of them 1, not {self.weekdays!r}")
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a schedule from {self.first} cannot end on {self.last}")

    def holds_on(self, day: date) -> bool:
        """Whether the person works by it on that day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def works_on(self, day: date) -> bool:
        """Whether that day of the week is worked."""
        return self.weekdays[day.weekday()] == "1"


@dataclass(frozen=True)
class Ramadan:
    """A fasting month as the office has announced it, both days included, and when its days end.

    Its first day is known only after the sighting, its hours by circular: both are settings.
    """

    first: date
    last: date
    ends: time


@dataclass(frozen=True)
class Office:
    """What the whole office has set of its hours.

    `awake`: when people are prompted at all. `windows`: how many working days an evaluation is
    open, from which quarter (its first day) on.
    """

    awake: Awake = field(default_factory=Awake)
    windows: tuple[tuple[date, int], ...] = ()
    ramadan: tuple[Ramadan, ...] = ()

    def closes_at(self, day: date) -> time:
        """When the office day ends: earlier in Ramadan, where its hours are set."""
        return next((one.ends for one in self.ramadan if one.first <= day <= one.last), CLOSING)

    def window_days(self, begins: date) -> int:
        """How many working days the evaluation of the quarter that begins then is open."""
        held = [days for since, days in self.windows if since <= begins]
        return held[-1] if held else WINDOW_DAYS


OFFICE = Office()
"""As it is where the office has set nothing."""
