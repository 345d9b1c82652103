"""The joint decrees (SKB) that are packaged: the days of a year, and by which decree. Pure.

Where the number of a decree is not known for sure it is left out, never made up: the office fills
it in (`tilik office calendar number`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias

from models.letters import Text
from models.refused import Refused

Kind: TypeAlias = Literal["libur_nasional", "cuti_bersama", "libur_daerah", "masuk"]
"""A national holiday, joint leave, a local holiday; a day of joint leave that is worked."""
NATIONAL: Kind = "libur_nasional"
JOINT: Kind = "cuti_bersama"
LOCAL: Kind = "libur_daerah"
WORKED: Kind = "masuk"
YEARS = (2026, 2027)
"""The years whose joint decree is packaged."""
SURE = ("rule", "agreed")
"""How sure a number must be to be printed: seen in the decree, or told alike by several."""
FIXED = frozenset({(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)})
"""Month and day of the national holidays that fall on the same date every year."""


@dataclass(frozen=True)
class Decree:
    """A joint decree: `number` is None where nobody has filled it in."""

    year: int
    title: str
    number: str | None = None

    @property
    def told(self) -> Text:
        """The decree as people read it."""
        if self.number is None:
            return Text("decree-without-number", {"title": self.title})
        return Text("decree-numbered", {"title": self.title, "number": self.number})


@dataclass(frozen=True)
class DecreedDay:
    """One day of a decree."""

    day: date
    kind: Kind
    name: str


@lru_cache
def packaged(year: int) -> tuple[DecreedDay, ...]:
    """The days of a packaged year, in the order of the decree; none for another year."""
    if year not in YEARS:
        return ()
    return tuple(
        DecreedDay(
            date.fromisoformat(row["tanggal"]),
            NATIONAL if row["jenis"] == NATIONAL else JOINT,
            row["nama"],
        )
        for row in _rows(f"calendar_{year}.csv")
    )


@lru_cache
def packaged_decrees() -> Mapping[int, Decree]:
    """The decree of each packaged year; a number that is still to be checked is left out."""
    return {
        int(row["tahun"]): Decree(
            int(row["tahun"]), row["judul"], row["nomor"] if row["tingkat"] in SURE else None
        )
        for row in _rows("calendar_decrees.csv")
    }


def checked_year(given: Iterable[DecreedDay]) -> tuple[int, tuple[DecreedDay, ...]]:
    """The year of a new decree and its days in their order. Refused with a sentence otherwise.

    All lie in one year, none twice, and the holidays of fixed date are among them: what lacks one
    is not a whole year's decree.
    """
    days = tuple(sorted(given, key=lambda one: one.day))
    years = {one.day.year for one in days}
    if len(years) != 1:
        raise Refused(Text("decree-years", {"count": len(years)}))
    year = years.pop()
    seen: set[date] = set()
    for one in days:
        if one.day in seen:
            raise Refused(Text("decree-twice", {"day": one.day}))
        seen.add(one.day)
    national = {one.day for one in days if one.kind == NATIONAL}
    for missing in sorted({date(year, *fixed) for fixed in FIXED} - national):
        raise Refused(Text("decree-lacks", {"day": missing}))
    return year, days


def _rows(name: str) -> list[dict[str, str]]:
    written = files("models").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(written.splitlines()))
