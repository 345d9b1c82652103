"""The days that are decreed, with their decree: for people to read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from models.decrees import NATIONAL, Decree, Kind, packaged, packaged_decrees
from models.letters import Text
from models.store import Store, of_row
from models.store.rules import settings
from models.store.schema import decreed_days

NUMBER = "decree."
"""The settings of this name and a year hold the number of that year's packaged decree."""


@dataclass(frozen=True)
class DayOff:
    """A day as decreed: for a unit and those below it, or for all (None).

    `id` is None for a packaged one, which cannot be taken back.
    """

    day: date
    kind: Kind
    name: str
    decree: Text | str
    unit_id: int | None = None
    id: int | None = None
    set_at: datetime | None = None
    set_by: int | None = None
    taken_back_at: datetime | None = None
    taken_back_by: int | None = None


def decree_of(store: Store, year: int) -> Decree | None:
    """The decree of a packaged year, with the number that the office has filled in."""
    found = packaged_decrees().get(year)
    if found is None:
        return None
    number = settings.value_on(store, f"{NUMBER}{year}", date(year, 12, 31))
    return found if number is None else Decree(year, found.title, str(number))


def between(
    store: Store, first: date, last: date, *, unit_ids: Collection[int] | None = None
) -> list[DayOff]:
    """What is decreed from day to day and stands, in the order of time.

    For all, and for these units (one's own and all above it; None: every unit).
    """
    rows = [one for one in history(store, first, last) if one.taken_back_at is None]
    anew = _anew(store)
    found = [one for one in rows if unit_ids is None or one.unit_id in (None, *unit_ids)]
    for year in range(first.year, last.year + 1):
        decree = decree_of(store, year)
        if decree is not None and year not in anew:
            found += [
                DayOff(one.day, one.kind, one.name, decree.told)
                for one in packaged(year)
                if first <= one.day <= last
            ]
    return sorted(found, key=lambda one: (one.day, one.id or 0))


def history(store: Store, first: date, last: date) -> list[DayOff]:
    """All that was ever decreed from day to day besides the packaged years, the first one first."""
    query = (
        select(decreed_days)
        .where(decreed_days.c.day.between(first, last))
        .order_by(decreed_days.c.id)
    )
    return [day_off(row) for row in store.execute(query)]


def one(store: Store, number: int) -> DayOff | None:
    """One that was decreed, also where it was taken back; None where there is none."""
    row = store.execute(select(decreed_days).where(decreed_days.c.id == number)).first()
    return None if row is None else day_off(row)


def day_off(row: Any) -> DayOff:
    """A row of `decreed_days` as what it says."""
    return of_row(DayOff, row)


def _anew(store: Store) -> set[int]:
    """The years whose own decree stands in place of a packaged one."""
    whole = (decreed_days.c.kind == NATIONAL) & decreed_days.c.taken_back_at.is_(None)
    return {day.year for day in store.execute(select(decreed_days.c.day).where(whole)).scalars()}
