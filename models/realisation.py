"""What the scores of a person stand on: targets with their entries, days with theirs. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Literal, TypeAlias

from models.calendar import Calendar
from models.quarter import Quarter
from models.work import Entry, Target, last_day_in_time

FULL = Fraction(100)
Standing: TypeAlias = Literal["kept", "late", "missed", "open", "leave", "travel", "outage", "off"]
"""Of a working day: logged in time, logged too late, not logged; the time to log it is not over;
or it does not count, for leave, for a journey, because Tilik was down, or for want of a post."""


@dataclass(frozen=True)
class Realised:
    """What the approved entries of a target add up to; `share` is 0 to 100, None if no number."""

    target: Target
    quantity: Decimal
    entries: tuple[Entry, ...]

    @property
    def share(self) -> Fraction | None:
        """Of the target, in per cent, capped at 100 so that none makes up for another."""
        if not self.target.quantity or self.target.quantity < 0:
            return None
        return min(FULL, FULL * Fraction(self.quantity) / Fraction(self.target.quantity))


def share_there(quarter: Quarter, calendar: Calendar, off: frozenset[date]) -> Fraction:
    """Of the quarter's working days, the share on which somebody was there; 1 where there is none.
    """
    working = calendar.presuming().working_days(quarter.first_day, quarter.last_day)
    days = list(working)
    return Fraction(sum(day not in off for day in days), len(days)) if days else Fraction(1)


def prorated(target: Target, share: Fraction) -> Target:
    """The target for that share of the quarter, half-up to as many decimals as it was given with.

    What comes to nothing so is no number any more: it counts against nobody.
    """
    whole = target.quantity
    if whole is None or share == 1:
        return target
    decimals = max(0, -int(whole.as_tuple().exponent))
    steps = floor(Fraction(whole) * share * 10**decimals + Fraction(1, 2))
    part = Decimal(steps).scaleb(-decimals) if steps else None
    return replace(target, quantity=part, whole=whole)


def realised(target: Target, entries: Iterable[Entry]) -> Realised:
    """The target with its approved entries, those counted in another measure left out."""
    found = tuple(entry for entry in entries if _counts_for(entry, target))
    quantity = sum((entry.quantity or Decimal(0) for entry in found), Decimal(0))
    return Realised(target, quantity, found)


def coverage(
    entries: Iterable[Entry],
    quarter: Quarter,
    *,
    today: date,
    calendar: Calendar,
    off: frozenset[date] = frozenset(),
) -> Mapping[date, bool]:
    """Each working day of the quarter whose time to log is over, and whether it was logged in time.

    Raises NoDecree.
    """
    ends = {
        day: last_day_in_time(day, calendar, off=off)
        for day in calendar.working_days(quarter.first_day, min(quarter.last_day, today))
        if day not in off
    }
    in_time = {
        entry.day
        for entry in entries
        if entry.state != "withdrawn" and entry.entered_on <= ends.get(entry.day, date.min)
    }
    return {day: day in in_time for day, end in ends.items() if end < today}


def accounted(
    entries: Iterable[Entry],
    quarter: Quarter,
    *,
    today: date,
    calendar: Calendar,
    leave: frozenset[date],
    outages: frozenset[date],
    off: frozenset[date],
    travel: frozenset[date] = frozenset(),
) -> Mapping[date, Standing]:
    """What became of each working day of the quarter up to today: `coverage` with its reasons.

    `travel` are those days of `leave` that were official journeys. Raises NoDecree.
    """
    known = tuple(entries)
    counted = coverage(known, quarter, today=today, calendar=calendar, off=leave | outages | off)
    logged = {entry.day for entry in known if entry.state != "withdrawn"}

    def standing(day: date) -> Standing:
        if day in counted:
            return "kept" if counted[day] else "late" if day in logged else "missed"
        if day in off:
            return "off"
        if day in leave:
            return "travel" if day in travel else "leave"
        return "outage" if day in outages else "open"

    working = calendar.working_days(quarter.first_day, min(quarter.last_day, today))
    return {day: standing(day) for day in working}


def _counts_for(entry: Entry, target: Target) -> bool:
    return (
        entry.target_id == target.id
        and entry.person_id == target.person_id
        and entry.state == "approved"
        and Quarter.of(entry.day) == target.quarter
        and (entry.measure is None or _same(entry.measure, target.measure))
    )


def _same(measure: str, other: str | None) -> bool:
    return other is None or measure.strip().casefold() == other.strip().casefold()
