"""Reminding those of a team who have not logged a day or sent their evaluation: kindly, once a day
at most, and saying of everybody who is not reminded why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from handlers.openings import ToEvaluation, ToLeave, ToLog
from handlers.supervisor.team.members import those, zone_of
from handlers.words.figures import quarter_name
from models.calendar import Calendar, local, moment
from models.campaigns import Due, may_go
from models.letters import Fact, Letter, Text
from models.people import Address, Colleague, Person, is_answered_freely
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.people import leaves, posts
from models.store.people.posts import Employee
from models.store.prompts import prompts, templates
from models.store.rules import calendars

Reach: TypeAlias = Literal[
    "reminded", "already", "away", "resting", "unjoined", "blocked", "closed"
]
"""What came of it: reminded, had been today already, on leave, asleep or on a day off, has never
joined, does not want to be spoken to (or has blocked Tilik), has not written for a day where the
channel wants that and our words are not approved."""
REACHES: tuple[Reach, ...] = (
    "reminded", "already", "away", "resting", "closed", "blocked", "unjoined"
)


@dataclass(frozen=True)
class Lacking:
    """What is missing: the log of a day, of whom; and the evaluation of a quarter, of whom."""

    day: date
    log: Collection[int]
    quarter: Quarter
    evaluation: Collection[int]

    def everybody(self) -> frozenset[int]:
        return frozenset(self.log) | frozenset(self.evaluation)


@dataclass(frozen=True)
class Nudged:
    """What came of it for whom; who lacks nothing is in none of it."""

    reached: Mapping[Reach, tuple[Colleague, ...]]


def nudge(
    store: Store, person: Person, team: tuple[Colleague, ...], lacking: Lacking, *, now: datetime
) -> Nudged:
    """Remind those of the team who lack something, in the name of their superior.

    A prompt like those of the planner, in the lane of a person's own work: nobody gets a second
    one that day, none goes out at night, on a day off or on leave. Who is away or has never joined
    is asked for nothing, and named all the same.
    """
    ids = [one.id for one in team]
    away, own = leaves.everybody_away(store, ids), calendars.of_people(store, ids)
    found: dict[Reach, set[int]] = defaultdict(set)
    for one in _working(store, person, ids, now):
        free = own[one.id].without(away.get(one.id, ()))
        off = away.get(one.id, frozenset())
        reach = _reached(store, person, one, lacking, off, now=now, calendar=free)
        if reach is not None:
            found[reach].add(one.id)
    return Nudged({reach: those(team, found[reach]) for reach in REACHES if found[reach]})


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


def _reached(
    store: Store,
    person: Person,
    one: Employee,
    lacking: Lacking,
    away: Collection[date],
    *,
    now: datetime,
    calendar: Calendar,
) -> Reach | None:
    zone = one.unit.zone
    today = local(now, zone).date()
    if one.joined_at is None:
        return "unjoined"
    if today in away:
        return "away"
    if one.id not in lacking.everybody():
        return None
    due = Due(f"nudge.{today}", "log", today, now, today)
    if not may_go(due, now, calendar, zone):
        return "resting"
    known = addresses.of_person(store, one.id)
    if not known:
        return "blocked"
    letter = nudge_letter(person.name or "", lacking, one.id)
    if _is_closed(store, known[0], letter, now):
        return "closed"
    until = moment(today, calendar.office.awake.last, zone)
    written = prompts.write(store, due, known[0], letter, lane="own", now=now, until=until)
    return "reminded" if written else "already"


def _is_closed(store: Store, chat: Address, letter: Letter, now: datetime) -> bool:
    """Whether the chat's channel wants an approved template now, and there is none."""
    if chat.heard_at is None or is_answered_freely(chat.heard_at, now):
        return False
    first = letter.paragraphs[0]
    name = first.id.replace("-", "_") if isinstance(first, Text) else ""
    return (name, chat.tongue) not in templates.usable(store)


def nudge_letter(superior: str, lacking: Lacking, whose: int) -> Letter:
    """Kind words: whose they are, what is missing, and what to do if there was leave."""
    day, quarter = lacking.day, lacking.quarter
    facts: dict[str, Fact] = {"name": superior, "quarter": quarter_name(quarter)}
    evaluate = ((ToEvaluation(quarter).button(Text("button-nudge-evaluation")),),)
    if whose not in lacking.log:
        return Letter((Text("nudge-evaluation", facts),), evaluate)
    said = [Text("nudge", {"name": superior, "day": day})]
    rows = (
        (ToLog(day=day).button(Text("button-nudge-log")),),
        (ToLeave(day).button(Text("button-nudge-leave")),),
    )
    if whose not in lacking.evaluation:
        return Letter(tuple(said), rows)
    said.append(Text("nudge-evaluation-too", {"quarter": quarter_name(quarter)}))
    return Letter(tuple(said), (*rows, *evaluate))
