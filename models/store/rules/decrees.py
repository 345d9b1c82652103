"""What was decreed besides the packaged years: local days off, joint leave that is worked, and
whole years. What was taken back keeps its row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from sqlalchemy import select, update

from models.calendar import Calendar
from models.decrees import (
    JOINT,
    LOCAL,
    NATIONAL,
    WORKED,
    DecreedDay,
    checked_year,
)
from models.letters import Text
from models.refused import Refused
from models.schedule import CLOSING, Ramadan
from models.store import Store, inserted
from models.store.oversight.stamps import Stamp, stamped
from models.store.rules import calendars, settings
from models.store.rules.days_off import NUMBER, DayOff, day_off
from models.store.rules.decisions import RAMADAN
from models.store.rules.settings import Version
from models.store.schema import decreed_days

LEAST, MOST = 29, 30
"""The days of a fasting month."""
NOON = time(12)


def add(store: Store, one: DecreedDay, *, decree: str, unit_id: int | None, stamp: Stamp) -> int:
    """Decree a day for the unit and those below it (None: for all); gives its number.

    Refused: a day that is decreed so already, one off that is no working day there, and work on a
    day that is not joint leave or is over (nobody could have known).
    """
    before = calendars.of_country(store) if unit_id is None else calendars.of_unit(store, unit_id)
    _check(one, before, stamp)
    number = _written(store, one, decree, unit_id, stamp)
    stamped(
        store,
        stamp,
        "calendar",
        {None: {"did": "add", "number": number, "unit": unit_id, "kind": one.kind}},
    )
    return number


def take_back(store: Store, number: int, *, stamp: Stamp) -> DayOff | None:
    """It holds no longer; gives it as it was, None where it was not there (any more).

    Refused for a day off that is over, since nobody is to have missed it afterwards, and for one
    that came with its whole year.
    """
    here = (decreed_days.c.id == number) & decreed_days.c.taken_back_at.is_(None)
    row = store.execute(select(decreed_days).where(here)).first()
    if row is None:
        return None
    one = day_off(row)
    if one.kind in (NATIONAL, JOINT):
        raise Refused(Text("decree-of-year", {"day": one.day}))
    if one.kind == LOCAL and one.day < stamp.day:
        raise Refused(Text("decree-over", {"day": one.day}))
    store.execute(
        update(decreed_days)
        .where(decreed_days.c.id == number)
        .values(taken_back_at=stamp.at, taken_back_by=stamp.by)
    )
    stamped(
        store, stamp, "calendar", {None: {"did": "back", "number": number, "unit": row.unit_id}}
    )
    return one


def add_year(store: Store, given: Iterable[DecreedDay], *, decree: str, stamp: Stamp) -> int:
    """Keep a whole year's decree in place of the one there was; gives the year, or is Refused."""
    year, days = checked_year(given)
    whole = decreed_days.c.kind.in_((NATIONAL, JOINT)) & decreed_days.c.unit_id.is_(None)
    that = decreed_days.c.day.between(date(year, 1, 1), date(year, 12, 31))
    store.execute(
        update(decreed_days)
        .where(whole, that, decreed_days.c.taken_back_at.is_(None))
        .values(taken_back_at=stamp.at, taken_back_by=stamp.by)
    )
    for one in days:
        _written(store, one, decree, None, stamp)
    stamped(store, stamp, "calendar", {None: {"did": "year", "year": year, "days": len(days)}})
    return year


def set_number(store: Store, year: int, number: str, *, stamp: Stamp) -> None:
    """Fill in the number of a packaged year's decree."""
    version = Version(f"{NUMBER}{year}", number, date(year, 1, 1), stamp.at, stamp.by)
    settings.put(store, version, day=stamp.day)


def set_ramadan(store: Store, one: Ramadan, *, stamp: Stamp) -> None:
    """Set when a Ramadan is, and its hours; the same one once more stands in place of the first.

    Refused: no month, or days that end before noon or later than usual.
    """
    if not LEAST <= (one.last - one.first).days + 1 <= MOST:
        raise Refused(Text("ramadan-length", {"least": LEAST, "most": MOST}))
    if not NOON <= one.ends <= CLOSING:
        raise Refused(Text("ramadan-hour"))
    half = 1 if one.first.month <= 6 else 2  # some years have two of them
    value = {"first": one.first.isoformat(), "last": one.last.isoformat()}
    value["ends"] = one.ends.isoformat("minutes")
    name = f"{RAMADAN}{one.first.year}-{half}"
    since = date(one.first.year, 1, 1)
    settings.put(store, Version(name, value, since, stamp.at, stamp.by), day=stamp.day)


def _check(one: DecreedDay, before: Calendar, stamp: Stamp) -> None:
    facts = {"day": one.day}
    if one.kind in (NATIONAL, JOINT):
        raise ValueError("it comes with its whole year")
    if one.kind != WORKED:
        if before.is_holiday(one.day):
            raise Refused(Text("decree-already", facts))
    elif one.day < stamp.day:
        raise Refused(Text("decree-over", facts))
    elif one.day not in before.joint_leave - before.withdrawn:
        raise Refused(Text("decree-not-joint", facts))


def _written(store: Store, one: DecreedDay, decree: str, unit_id: int | None, stamp: Stamp) -> int:
    return inserted(
        store,
        decreed_days,
        day=one.day,
        kind=one.kind,
        name=one.name,
        decree=decree,
        unit_id=unit_id,
        set_at=stamp.at,
        set_by=stamp.by,
    )
