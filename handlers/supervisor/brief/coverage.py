"""How much of a quarter a team has logged in time: the sum, and a chart of its weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.calendar import NoDecree
from models.letters import Picture
from models.people import Person
from models.quarter import Quarter
from models.realisation import coverage
from models.store import Store
from models.store.work.records import records


@dataclass(frozen=True)
class Covered:
    """Person-days of a quarter, logged in time and in all, by the Monday of their week.

    `ends`: the last day of each week that anybody worked, Friday at least.
    """

    quarter: Quarter
    kept: Counter[date]
    due: Counter[date]
    ends: Mapping[date, date]


def covered(store: Store, person: Person, quarter: Quarter, today: date) -> Covered | None:
    """The team's working days of the quarter; None where there are none, or no decree names them.

    Leave, days without Tilik and days without a post do not count, as in the scores.
    """
    kept: Counter[date] = Counter()
    due: Counter[date] = Counter()
    ends: dict[date, date] = {}
    for one in records(store, [m.id for m in person.team], quarter, today=today).values():
        off = one.leave | one.outages | one.off
        try:
            days = coverage(one.entries, quarter, today=today, calendar=one.calendar, off=off)
        except NoDecree:
            return None
        due.update(_monday(day) for day in days)
        for day in days:
            ends[_monday(day)] = max(day, _ends(ends, day))
        kept.update(_monday(day) for day, in_time in days.items() if in_time)
    return Covered(quarter, kept, due, ends) if due else None


def coverage_chart(found: Covered, name: str) -> Picture:
    """The weeks as bars, ready for the draughtsman."""
    quarter = found.quarter
    rows = [
        {
            "first": max(monday, quarter.first_day).isoformat(),
            "last": min(found.ends[monday], quarter.last_day).isoformat(),
            "n": found.kept[monday],
            "of": found.due[monday],
        }
        for monday in sorted(found.due)
    ]
    facts = {"name": name, "year": quarter.year, "quarter": quarter.number, "rows": rows}
    return Picture("coverage", facts)


def _ends(ends: Mapping[date, date], day: date) -> date:
    return ends.get(_monday(day), _monday(day) + timedelta(days=4))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
