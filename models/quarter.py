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


_NUMBERS = {**{n: int(n) for n in "1234"}, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_FILLERS = frozenset(
    ("q", "tw", "twl", "triwulan", "kuartal", "quarter", "tahun", "th", "thn", "ke", "periode")
)
_NAMES = {
    "pertama": 1, "satu": 1, "kedua": 2, "dua": 2, "ketiga": 3, "tiga": 3, "keempat": 4,
    "empat": 4, "akhir": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}
_MONTHS = {
    **dict.fromkeys(("januari-maret", "jan-mar", "januari-mar", "january-march"), 1),
    **dict.fromkeys(("april-juni", "apr-jun", "april-june"), 2),
    **dict.fromkeys(("juli-september", "jul-sep", "jul-sept", "july-september"), 3),
    **dict.fromkeys(("oktober-desember", "okt-des", "october-december", "oct-dec"), 4),
}
_BETWEEN = re.compile(r" ?[-–—] ?| (?:s\.?/?d\.?|sampai(?: dengan)?|hingga|to) ")


def quarter_of(written: str) -> Quarter | None:
    """The quarter as people write it: 2026-Q4, IV 2026, TW IV 2026, triwulan keempat tahun 2026,
    Oktober-Desember 2026."""
    text = " ".join(written[:80].casefold().split())
    words = [word for word in re.findall(r"[a-z]+|[0-9]+", text) if word not in _FILLERS]
    years = [int(word) for word in words if re.fullmatch("20[0-9]{2}", word)]
    named = {**_NUMBERS, **_NAMES}
    numbers = [named[word] for word in words if word in named]
    if len(words) == 2 and len(years) == len(numbers) == 1:
        return Quarter(years[0], numbers[0])
    found = _MONTHS.get(_BETWEEN.sub("-", re.sub(r" ?20[0-9]{2}", "", text)).replace(".", ""))
    return Quarter(years[0], found) if found and len(years) == 1 else None
