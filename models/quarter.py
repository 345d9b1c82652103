"""A quarter of a calendar year (triwulan). Pure: the caller cuts the day in the unit's zone."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """`number` 1 to 4 of `year`. Quarters sort in the order of time."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (MINYEAR <= self.year <= MAXYEAR and 1 <= self.number <= 4):
            raise ValueError(f"no such quarter: {self.year}, {self.number}")

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter that contains `day`, a day of the unit's own calendar.

        A moment is refused with TypeError: which day it falls on depends on a zone.
        """
        if isinstance(day, datetime):
            raise TypeError("a quarter is of a day: cut the moment in the unit's zone first")
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, key: str) -> "Quarter":
        """The quarter written as `key`, for example 2026-Q4. Anything else: ValueError."""
        written = re.fullmatch(r"([0-9]{4})-Q([1-4])", key)
        if written is None:
            raise ValueError(f"not a quarter: {key!r}")
        return cls(int(written[1]), int(written[2]))

    @property
    def key(self) -> str:
        """How the quarter is written in rows and file names: 2026-Q4."""
        return f"{self.year:04}-Q{self.number}"

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 3 * self.number, 31 if self.number in (1, 4) else 30)

    @property
    def previous(self) -> "Quarter":
        return self._moved(-1)

    @property
    def next(self) -> "Quarter":
        return self._moved(1)

    def _moved(self, quarters: int) -> "Quarter":
        year, number = divmod(self.year * 4 + self.number - 1 + quarters, 4)
        return Quarter(year, number + 1)
