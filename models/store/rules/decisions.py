"""What was decided of days and hours, read at once: by decree, by setting, and where units stand.

A unit's own days reach those below it, each as the tree was on that day: a unit that has moved
keeps the past days it had. So does one whose week was changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any, TypeAlias

from sqlalchemy import select

from models.awake import Awake
from models.calendar import Calendar, drawn
from models.schedule import Office, Ramadan
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.schema import branches, decreed_days, settings, units

QUIET, WINDOWS, RAMADAN, WEEK = "quiet", "evaluation-days", "ramadan.", "week."
"""Settings: the hours of the night, how long an evaluation is open; each with its year and the half
of it, when a Ramadan is and when its days end; each with its unit, how many days its week has."""
_ONE_DAY = timedelta(days=1)
_STANDING = Prepared(
    select(decreed_days.c.unit_id, decreed_days.c.day, decreed_days.c.kind).where(
        decreed_days.c.taken_back_at.is_(None)
    )
)
_SET = Prepared(
    select(settings.c.name, settings.c.value, settings.c.valid_from)
    .where(
        (settings.c.name == QUIET)
        | (settings.c.name == WINDOWS)
        | settings.c.name.like(f"{RAMADAN}%")
        | settings.c.name.like(f"{WEEK}%")
    )
    .order_by(settings.c.valid_from, settings.c.id)
)
Weeks: TypeAlias = Mapping[int, Mapping[date, int]]
"""By unit, from which day on its week had so many days."""


@dataclass(frozen=True)
class Decided:
    """All of it: `local` by day and kind for a unit (None: for all), `above` each unit's parent,
    `before` where units stood until which day."""

    office: Office
    weeks: Weeks
    local: tuple[tuple[int | None, date, str], ...]
    above: Mapping[int, int | None] = field(default_factory=dict)
    before: Mapping[int, tuple[tuple[date, int | None], ...]] = field(default_factory=dict)

    def calendar(self, unit_id: int | None, week: int) -> Calendar:
        """Of a unit with so many days a week today; None: what holds for all alike."""
        added = frozenset(
            (day, kind) for _, day, kind in filter(self._reaches(unit_id), self.local)
        )
        then = sorted(self.weeks.get(unit_id or 0, {}).items())
        ends = [since - _ONE_DAY for since, _ in then[1:]]
        earlier = [
            (last, drawn(added, week=days, office=self.office))
            for last, (_, days) in zip(ends, then, strict=False)
        ]
        return drawn(added, week=week, office=self.office).after(earlier)

    def _reaches(self, unit_id: int | None) -> Any:
        return lambda row: row[0] is None or row[0] in self._lineage(unit_id, row[1])

    def _lineage(self, unit_id: int | None, day: date) -> Iterator[int]:
        """The unit and all above it, as they stood on that day."""
        here, seen = unit_id, set[int]()
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            past = self.before.get(here, ())
            here = next((up for last, up in past if day <= last), self.above.get(here))


def decided(store: Store, on: date) -> Decided:
    """What is decided by now; of the hours of the night, what holds on that day.

    Two queries, and two more where a unit has days of its own.
    """
    local = tuple((row.unit_id, row.day, row.kind) for row in _STANDING.all(store, {}))
    office, weeks = _hours(store, on)
    if all(unit is None for unit, _, _ in local):
        return Decided(office, weeks, local)
    rows = store.execute(select(units.c.id, units.c.parent_id))
    above = {row.id: row.parent_id for row in rows}
    moved = defaultdict(list)
    for row in store.execute(select(branches).order_by(branches.c.valid_to)):
        moved[row.unit_id].append((row.valid_to, row.parent_id))
    before = {unit: tuple(several) for unit, several in moved.items()}
    return Decided(office, weeks, local, above, before)


def _hours(store: Store, on: date) -> tuple[Office, Weeks]:
    awake, windows, fasting = Awake(), dict[date, int](), dict[str, Ramadan]()
    weeks: dict[int, dict[date, int]] = defaultdict(dict)
    for name, value, since in _SET.all(store, {}):
        if name == WINDOWS:
            windows[since] = int(value)
        elif name.startswith(WEEK):
            weeks[int(name.removeprefix(WEEK))][since] = int(value)
        elif name.startswith(RAMADAN):
            fasting[name] = _ramadan(value)
        elif since <= on:
            begins, ends = value
            awake = Awake(time(ends), time(begins))
    months = tuple(sorted(fasting.values(), key=lambda one: one.first))
    return Office(awake, tuple(sorted(windows.items())), months), weeks


def _ramadan(value: Mapping[str, str]) -> Ramadan:
    first, last = date.fromisoformat(value["first"]), date.fromisoformat(value["last"])
    return Ramadan(first, last, time.fromisoformat(value["ends"]))
