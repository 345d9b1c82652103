"""Reminding those of a team who have not logged a day: kindly, by day, and once a day at most."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from handlers.openings import ToLeave, ToLog
from handlers.supervisor.team.members import zone_of
from models.calendar import Calendar, local, moment
from models.campaigns import Due, may_go
from models.letters import Letter, Text
from models.people import Person
from models.store import Store
from models.store.chat import addresses
from models.store.people import leaves, posts
from models.store.people.posts import Employee
from models.store.prompts import prompts
from models.store.rules import calendars


@dataclass(frozen=True)
class Nudged:
    """How many were reminded, had been today already, are away or asleep, cannot be spoken to."""

    reminded: int = 0
    already: int = 0
    resting: int = 0
    unreached: int = 0


def nudge(
    store: Store, person: Person, person_ids: Collection[int], *, day: date, now: datetime
) -> Nudged:
    """Remind these people, who have not logged `day`, in the name of their superior.

    A prompt like those of the planner, in the lane of a person's own work: nobody gets a second
    one that day, none goes out at night, on a day off or on leave.
    """
    away, own = leaves.everybody_away(store, person_ids), calendars.of_people(store, person_ids)
    counts = dict.fromkeys(("reminded", "already", "resting", "unreached"), 0)
    for one in _working(store, person, person_ids, now):
        free = own[one.id].without(away.get(one.id, ()))
        counts[_nudged(store, person, one, day=day, now=now, calendar=free)] += 1
    return Nudged(**counts)


def _working(
    store: Store, person: Person, person_ids: Collection[int], now: datetime
) -> list[Employee]:
    """Each of them once, with the unit whose clock they live by.

    By number, as every planner writes: so none waits for another in a circle.
    """
    today = local(now, zone_of(person)).date()
    there = posts.employees(store, today, person_ids=person_ids)
    found = {one.id: one for one in there}
    return [found[number] for number in sorted(found)]


def _nudged(
    store: Store,
    person: Person,
    one: Employee,
    *,
    day: date,
    now: datetime,
    calendar: Calendar,
) -> str:
    zone = one.unit.zone
    today = local(now, zone).date()
    due = Due(f"nudge.{today}", "log", today, now, today)
    if not may_go(due, now, calendar, zone):
        return "resting"
    known = addresses.of_person(store, one.id)
    if not known:
        return "unreached"
    letter = nudge_letter(person.name or "", day)
    until = moment(today, calendar.office.awake.last, zone)
    written = prompts.write(store, due, known[0], letter, lane="own", now=now, until=until)
    return "reminded" if written else "already"


def nudge_letter(superior: str, day: date) -> Letter:
    """Kind words: whose they are, which day is meant, and what to do if there was leave."""
    return Letter(
        (Text("nudge", {"name": superior, "day": day}),),
        (
            (ToLog(day=day).button(Text("button-nudge-log")),),
            (ToLeave(day).button(Text("button-nudge-leave")),),
        ),
    )
