"""By which calendars the people of a zone work: for the planner, by unit, not by person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.calendar import Calendar
from models.schedule import Schedule
from models.store import Store
from models.store.people.links import main_post
from models.store.rules import calendars, schedules
from models.store.schema import posts, units


@dataclass(frozen=True)
class ZoneCalendars:
    """The calendars of a zone's units, and the schedules of whoever has one of their own."""

    units: Mapping[int, Calendar]
    schedules: Mapping[int, tuple[Schedule, ...]]

    def is_working_day(self, day: date) -> bool:
        """Whether anybody there may work on that day; a year without a decree is presumed."""
        every = set(self.units.values())
        if any(one.presuming().is_working_day(day) for one in every):
            return True
        own = {several for several in self.schedules.values() if several}
        return any(
            one.by(several).presuming().is_working_day(day) for one in every for several in own
        )


def zone_calendars(
    store: Store, zones: Mapping[str, date], *, since: date
) -> Mapping[str, ZoneCalendars]:
    """Of each zone, as it is on that day there. Schedules over before `since` are left out."""
    found = {zone: calendars.of_units(store, on=day) for zone, day in zones.items()}
    where = {row.id: row.zone for row in store.execute(select(units.c.id, units.c.zone))}
    own = schedules.of_people(store, since=since)
    return {
        zone: ZoneCalendars({unit: one for unit, one in every.items() if where[unit] == zone}, own)
        for zone, every in found.items()
    }


def units_of(
    store: Store,
    zone: str,
    day: date,
    *,
    person_ids: Collection[int] | None = None,
    unit_ids: Collection[int] | None = None,
) -> Mapping[int, int]:
    """Who has their main post in the zone on that day, and in which unit: of these people, or in
    these units."""
    query = (
        select(posts.c.person_id, posts.c.unit_id)
        .join(units, units.c.id == posts.c.unit_id)
        .where(units.c.zone == zone, main_post(day))
    )
    if person_ids is not None:
        query = query.where(posts.c.person_id.in_(person_ids))
    if unit_ids is not None:
        query = query.where(posts.c.unit_id.in_(unit_ids))
    return {row.person_id: row.unit_id for row in store.execute(query)}
