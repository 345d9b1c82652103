"""Reads a day as people write it, in a file or in chat: 2026-11-02, 2/11/2026, 2-11-26, 3 des."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

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
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?: 00:00(?::00)?)?"
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[ ./-]+(?P<month>\d{1,2})(?:[ ./-]+(?P<year>\d{4}|\d{2}))?"
)
_NAMED = re.compile(r"(?P<day>\d{1,2})[ -]*(?P<month>[^\W\d]+)(?:[ -]*(?P<year>\d{4}))?")


def day_of(written: str) -> date | None:
    """The day, the day first as in Indonesia. None where the year is missing, or could be of two
    centuries (2-11-98)."""
    found = _found(written)
    if not found or not found["year"] or found["year"] in LAST_CENTURY:
        return None
    return _date(found, _year(found["year"]))


def day_near(written: str, today: date, *, ahead: bool) -> date | None:
    """The day, also by the name of its weekday, or without a year: then the nearest that is over,
    or (`ahead`) that is to come."""
    weekday = WEEKDAYS.get(_plain(written))
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday()) % (WEEK if ahead else -WEEK))
    found = _found(written)
    if found is None:
        return None
    if found["year"]:
        return _date(found, _year(found["year"]))
    years = (today.year, today.year + 1) if ahead else (today.year, today.year - 1)
    near = [day for year in years if (day := _date(found, year))]
    wanted = [day for day in near if (day >= today if ahead else day <= today)]
    return next(iter(wanted or near), None)


def _plain(written: str) -> str:
    return " ".join(written.casefold().split())


def _found(written: str) -> re.Match[str] | None:
    words = _plain(written)
    patterns = (_YEAR_FIRST, _DAY_FIRST, _NAMED)
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
