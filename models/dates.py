"""Reads days as people write them, in a file or in chat: 2026-11-02, 2/11/26, 3-5 Des 2026."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.quarter import quarter_of

WEEK = 7
SHORTEST = 3
"""So many letters of a month's name are enough."""
LAST_CENTURY = frozenset(map(str, range(50, 100)))
"""Years of two digits that may as well be of the last century."""
MONTHS: tuple[str, ...] = (
    *("januari january", "februari february pebruari", "maret march", "april", "mei may"),
    *("juni june", "juli july", "agustus august agt", "september", "oktober october"),
    *("november nopember", "desember december"),
)
"""What the months are called, from January on; their beginnings do as well."""
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            *("senin sen monday mon", "selasa sel tuesday tue", "rabu rab wednesday wed"),
            *("kamis kam thursday thu", "jumat jum jum'at friday fri", "sabtu sab saturday sat"),
            "minggu min ahad sunday sun",
        )
    )
    for name in names.split()
}
"""What the days of the week are called; 0 is Monday."""
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[ t]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?"
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[ ./-]+(?P<month>\d{1,2})(?:[ ./-]+(?P<year>\d{4}|\d{2}))?"
)
_NAMED = re.compile(r"(?P<day>\d{1,2})[ -]*(?P<month>[^\W\d]+)(?:[ -]*(?P<year>\d{4}|\d{2}))?")
_NAME_FIRST = re.compile(r"(?P<month>[^\W\d]{3,12}) (?P<day>\d{1,2})(?: (?P<year>\d{4}))?")
_MONTH = re.compile(r"(?:bulan )?(?P<month>[^\W\d]{3,12})[ -]*(?P<year>20\d{2}|\d{2})?")
_UNTIL = re.compile(r" (?:s ?d|s/d|sampai(?: dengan)?|hingga|to|until) |[–—]| - ")
_BESIDE = frozenset(
    (*("tanggal", "tgl", "tmt", "sejak", "mulai", "terhitung", "per", "since", "from"), *WEEKDAYS)
)
"""Words that may stand beside a day."""


@dataclass(frozen=True)
class Days:
    """From one day to another. `whole`: they were written as a month or a quarter; `guessed`: the
    year was not written."""

    first: date
    last: date
    whole: bool = False
    guessed: bool = False


def days_of(written: str, today: date | None = None) -> Days | None:
    """The days: one, from one to another (3 s.d. 5 Des 2026, 28 Des 2026 - 2 Jan 2027), a month
    (Des 2026) or a quarter (TW IV 2026). Without a year the nearest to `today`; None where there
    is no day or today is not said."""
    words = " ".join(w for w in _plain(written).replace(",", " ").split() if w not in _BESIDE)
    one = day_of(words)
    if one is not None:
        return Days(one, one)
    quarter = quarter_of(words)
    if quarter is not None:
        return Days(quarter.first_day, quarter.last_day, whole=True)
    dated = (found for first, last in _ends(words) if (found := _between(first, last, today)))
    return _whole_month(words, today) or next(dated, None) or _single(words, today)


def _ends(words: str) -> Iterator[tuple[str, str]]:
    """What may be the first and the last day, whichever sign is between them."""
    spaced = words.replace("s.d.", " sd ").replace("s.d", " sd ").replace("s/d", " sd ")
    found = _UNTIL.split(" ".join(spaced.split()))
    if len(found) == 2:
        yield found[0].strip(), found[1].strip()
    for at in [place for place, sign in enumerate(words[:40]) if sign == "-"]:
        yield words[:at].strip(), words[at + 1 :].strip()


def _between(first: str, last: str, today: date | None) -> Days | None:
    """From the first, which may lack what the last one says: 3, or 28 nov."""
    end = _whole_month(last, today) or _single(last, today)
    if end is None:
        return None
    year, month = end.last.year, end.last.month
    said = f"{first}/{month}/{year}" if first.isdigit() else first
    begin = day_of(said) or (m.first if (m := _whole_month(said, None)) else None)
    for earlier in (year, year - 1) if begin is None and not first.isdigit() else ():
        part = days_of(f"{first} {earlier}")
        if begin is None and part is not None and part.first <= end.last:
            begin = part.first
    if begin is not None and begin <= end.last:
        return Days(begin, end.last, end.whole, end.guessed)
    return None


def _single(words: str, today: date | None) -> Days | None:
    one = day_of(words)
    if one is not None:
        return Days(one, one)
    found = _found(words)
    if found is None or found["year"] or today is None:
        return None
    near = [day for step in (-1, 0, 1) if (day := _date(found, today.year + step))]
    one = min(near, key=lambda day: abs((day - today).days), default=None)
    return None if one is None else Days(one, one, guessed=True)


def _whole_month(words: str, today: date | None) -> Days | None:
    found = _MONTH.fullmatch(words.replace(".", " ").strip())
    month = _month(found["month"]) if found else None
    if found is None or month is None or not (found["year"] or today):
        return None
    year = _year(found["year"]) if found["year"] else today.year if today else 0
    last = monthrange(year, month)[1]
    first = date(year, month, 1)
    return Days(first, first.replace(day=last), whole=True, guessed=not found["year"])


def day_of(written: str) -> date | None:
    """The day, the day first as in Indonesia. None where the year is missing, or could be of two
    centuries (2-11-98)."""
    found = _found(written)
    if not found or not found["year"] or found["year"] in LAST_CENTURY:
        return None
    return _date(found, _year(found["year"]))


def day_near(written: str, today: date, *, ahead: bool) -> date | None:
    """The day, also by the name of its weekday, or without a year: then the last that is over, or
    (`ahead`) the nearest, so that a day just over is none of next year."""
    weekday = WEEKDAYS.get(_plain(written))
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday()) % (WEEK if ahead else -WEEK))
    found = _found(written)
    if found is None:
        return None
    if found["year"]:
        return _date(found, _year(found["year"]))
    years = [today.year + step for step in (0, -1, 1)]
    near = [day for year in years if (day := _date(found, year))]
    over = [day for day in near if day <= today]
    if ahead or not over:
        return min(near, key=lambda day: abs(day - today), default=None)
    return max(over)


def _plain(written: str) -> str:
    """In small letters, a month cut short without its dot."""
    return " ".join(_SHORTENED.sub(r"\1 ", written.casefold()).split())


_SHORTENED = re.compile(r"\b([^\W\d]{3,9})\. ?(?=\d)")


def _found(written: str) -> re.Match[str] | None:
    words = _plain(written)
    patterns = (_YEAR_FIRST, _DAY_FIRST, _NAMED, _NAME_FIRST)
    return next((found for one in patterns if (found := one.fullmatch(words))), None)


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _date(found: re.Match[str], year: int) -> date | None:
    try:
        return date(year, _month(found["month"]) or 0, int(found["day"]))
    except ValueError:
        return None


def _month(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    beginning = len(written) >= SHORTEST and written
    named = [
        number
        for number, names in enumerate(MONTHS, start=1)
        if beginning and any(name.startswith(beginning) for name in names.split())
    ]
    return named[0] if len(named) == 1 else None
