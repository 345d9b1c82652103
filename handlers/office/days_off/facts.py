"""The days off as somebody of the staff sees them, and what the office may decree there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.calendar import Calendar
from models.decrees import JOINT, NATIONAL, WORKED, DecreedDay, Kind
from models.letters import Text
from models.people import Person
from models.refused import Refused
from models.rights import may_decree, may_set, units_kept, works
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.rules import calendars, days_off
from models.store.rules.days_off import DayOff

AHEAD = timedelta(days=400)
"""So far ahead days off are shown, and joint leave is given up."""
CHILDREN = 30
"""The units right below a kept one can be picked too, where there are no more than this."""


@dataclass(frozen=True)
class Coming:
    """What is coming in a unit: `mine` are the numbers that this person may take back, `decrees`
    whether they may decree anything there."""

    unit: Unit
    calendar: Calendar
    days: Sequence[DayOff]
    today: date
    decrees: bool
    mine: frozenset[int]
    page: int = 0


@dataclass(frozen=True)
class Wish:
    """A day to be decreed in one of these units; `joint` is the joint leave that each still has."""

    kind: Kind
    units: Sequence[Unit]
    joint: Mapping[int, Sequence[DayOff]]
    today: date


@dataclass(frozen=True)
class Decreed:
    """What was said: which day, for which unit, by which decree."""

    one: DecreedDay
    unit: Unit
    decree: str


def home(store: Store, person: Person) -> Unit:
    """The unit where the person works, else the first whose people they keep; or Refused."""
    if works(person) and person.post is not None:
        return person.post.unit
    kept = [services.unit(store, number) for number in units_kept(person)]
    for unit in filter(None, kept):
        return unit
    raise Refused(Text("libur-not-staff"))


def coming(store: Store, person: Person, unit: Unit, today: date, *, page: int) -> Coming:
    """The days off there from today on; joint leave that is worked is told as such, once."""
    above = services.lineage(store, unit.id)
    found = days_off.between(store, today, today + AHEAD, unit_ids=[one.id for one in above])
    worked = {one.day for one in found if one.kind == WORKED}
    shown = [one for one in found if one.kind != JOINT or one.day not in worked]
    mine = frozenset(one.id for one in shown if one.id is not None and is_mine(store, person, one))
    calendar = calendars.of_unit(store, unit.id)
    return Coming(unit, calendar, shown, today, bool(units_kept(person)), mine, page)


def is_mine(store: Store, person: Person, one: DayOff) -> bool:
    """Whether the person may take it back: not what came with a whole year."""
    if one.kind in (NATIONAL, JOINT):
        return False
    if one.unit_id is None:
        return may_set(person, services.tops(store))
    return may_decree(person, services.lineage(store, one.unit_id))


def own(store: Store, person: Person, number: int) -> DayOff:
    """What was decreed under the number; refused alike where it is elsewhere and not there."""
    one = days_off.one(store, number)
    if one is None or one.taken_back_at is not None or not is_mine(store, person, one):
        raise gone()
    return one


def wish(store: Store, person: Person, kind: Kind, today: date) -> Wish:
    """What may be decreed where; Refused for who keeps no unit, and where nothing is left."""
    units = _units(store, person)
    if not units:
        raise Refused(Text("libur-not-yours"))
    if kind != WORKED:
        return Wish(kind, units, {}, today)
    joint = {unit.id: _joint(store, unit, today) for unit in units}
    units = [unit for unit in units if joint[unit.id]]
    if not units:
        raise Refused(Text("libur-no-joint"))
    return Wish(kind, units, joint, today)


def gone() -> Refused:
    """There is no such day for this person."""
    return Refused(Text("libur-gone"))


def _units(store: Store, person: Person) -> list[Unit]:
    """The units whose people this person keeps, and those right below, unless they are many."""
    every = [one for one in services.every_unit(store) if one.closed_on is None]
    kept = [one for one in every if one.id in units_kept(person)]
    below = [one for one in every if one.parent_id in units_kept(person) and one not in kept]
    return kept + (below if len(below) <= CHILDREN else [])


def _joint(store: Store, unit: Unit, today: date) -> list[DayOff]:
    above = [one.id for one in services.lineage(store, unit.id)]
    found = days_off.between(store, today, today + AHEAD, unit_ids=above)
    worked = {one.day for one in found if one.kind == WORKED}
    return [one for one in found if one.kind == JOINT and one.day not in worked]
