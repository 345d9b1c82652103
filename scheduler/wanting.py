"""Who is to be prompted now, and for what: the reading half of planning."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeAlias

from models.calendar import Calendar, local, moment
from models.campaigns import Due, Kind
from models.store import Store
from models.store.prompts.candidates import Spans, absences, lacking, zones
from models.store.prompts.kinds import Prompts
from models.store.prompts.prompts import Lane
from models.store.rules import settings
from models.store.rules.zone_calendars import ZoneCalendars, units_of, zone_calendars
from scheduler.occasions import LOOKBACK, due_now

MOST_BY_NUMBER = 500
"""So many people are asked for by number; of more, everybody is read."""
Question: TypeAlias = tuple[str, Kind, tuple[tuple[str, Any], ...]]
"""What is asked of the store about a prompt: its campaign, its kind, and what is bound besides."""


@dataclass(frozen=True)
class Wanted:
    """The prompts of one lane that may go to a person now: the first that has something to say.

    None is sent any more from `until` (UTC) on: then it is night there.
    """

    person_id: int
    lane: Lane
    day: date
    zone: str
    dues: tuple[Due, ...]
    until: datetime


def wanting(store: Store, now: datetime, kinds: Prompts) -> list[Wanted]:
    """Who is to be prompted now, by number: the reading half of planning.

    At night it reads the zones and the hours of the night, on a day off the calendars as well.
    """
    today = {zone: local(now, zone).date() for zone in zones(store)}
    awake = {
        zone: day
        for zone, day in today.items()
        if not settings.awake(store, day).is_quiet(now, zone)
    }
    if not awake:
        return []
    every = zone_calendars(store, awake, since=min(awake.values()) - LOOKBACK)
    found = [
        wanted
        for zone, here in every.items()
        if here.is_working_day(awake[zone])
        for wanted in Zone(zone, now, here, kinds).wanted(store)
    ]
    return sorted(found, key=lambda one: (one.person_id, one.lane))


@dataclass(frozen=True)
class Zone:
    """A zone at a moment: its day, what is due there by the calendars of its units, and to whom.

    Most people work by the calendar of most units, and were not away: what is due to them is asked
    for all of them at once. What is due to the others is found for each.
    """

    name: str
    now: datetime
    here: ZoneCalendars
    kinds: Prompts

    @cached_property
    def day(self) -> date:
        return local(self.now, self.name).date()

    @cached_property
    def of_unit(self) -> Mapping[int, tuple[Due, ...]]:
        """What is due now in each unit, to whoever has no days of their own."""
        return {unit: self.due(calendar) for unit, calendar in self.here.units.items()}

    @cached_property
    def usual(self) -> tuple[Due, ...]:
        """What is due now in most units."""
        return Counter(self.of_unit.values()).most_common(1)[0][0]

    def due(self, calendar: Calendar, spans: Spans = ()) -> tuple[Due, ...]:
        """What is due now to somebody with this calendar and these leaves."""
        return due_now(self.kinds, self.now, self.name, calendar, spans)

    def wanted(self, store: Store) -> Iterator[Wanted]:
        """The prompts that may go out now, by person and lane."""
        own = self.apart(store)
        dues: dict[tuple[int, Lane], list[Due]] = defaultdict(list)
        for due in self.usual:
            for person in self._lacking(store, due) - own.keys():
                dues[person, self.kinds[due.kind].lane].append(due)
        lack = self._lacking_of(store, own)
        for person, theirs in own.items():
            for due in theirs:
                if person in lack[self._question(due)]:
                    dues[person, self.kinds[due.kind].lane].append(due)
        night = next(iter(self.here.units.values())).office.awake.last
        until = moment(self.day, night, self.name)
        for (person, lane), several in dues.items():
            yield Wanted(person, lane, self.day, self.name, tuple(several), until)

    def apart(self, store: Store) -> dict[int, tuple[Due, ...]]:
        """What is due now to whom it is not the usual: in units with other days, to whoever has a
        schedule of their own, and to whoever is or was away."""
        spans = absences(store, self.day - LOOKBACK, day=self.day, zone=self.name)
        units = [unit for unit, dues in self.of_unit.items() if dues != self.usual]
        there = units_of(store, self.name, self.day, unit_ids=units) if units else {}
        found = {person: self.of_unit[unit] for person, unit in there.items()}
        people = spans.keys() | self.here.schedules.keys()
        if not people:
            return found
        there = units_of(store, self.name, self.day, person_ids=_few(people))
        for person in people & there.keys():
            calendar = self.here.units[there[person]].by(self.here.schedules.get(person, ()))
            found[person] = self.due(calendar, spans.get(person, ()))
        return found

    def _lacking(self, store: Store, due: Due, people: Collection[int] | None = None) -> set[int]:
        prompt = self.kinds[due.kind]
        return lacking(store, prompt, due, day=self.day, zone=self.name, person_ids=people)

    def _lacking_of(
        self, store: Store, dues: Mapping[int, Sequence[Due]]
    ) -> dict[Question, set[int]]:
        """Who of these people lacks which of their own prompts: one query for each question."""
        asked: dict[Question, tuple[Due, set[int]]] = {}
        for person, theirs in dues.items():
            for due in theirs:
                asked.setdefault(self._question(due), (due, set()))[1].add(person)
        return {
            question: people & self._lacking(store, due, _few(people))
            for question, (due, people) in asked.items()
        }

    def _question(self, due: Due) -> Question:
        """The same for all to whom the store has the same answer, whatever their leaves."""
        given = self.kinds[due.kind].lacks.given(due)
        return due.campaign, due.kind, tuple(sorted(given.items()))


def _few(people: Collection[int]) -> Collection[int] | None:
    """These people, to be asked for by number; of many, everybody is asked for."""
    return people if len(people) < MOST_BY_NUMBER else None
