"""How people stand today, for a look ahead at what they will be prompted for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import select, union

from models.calendar import Calendar, decreed, local
from models.campaigns import Kind
from models.quarter import Quarter
from models.store import Store
from models.store import schema as tables
from models.store.people import posts
from models.store.people.links import main_post
from models.store.prompts.candidates import REACHABLE, Spans, absences, zones
from models.store.prompts.kinds import Prompts
from models.store.prompts.needs import DAY, Approved, Leading
from models.store.prompts.places import DailyPlace, places
from models.store.prompts.prompts import Lane
from models.store.rules import calendars, schedules

Had: TypeAlias = Mapping[tuple[str, Kind], date]
"""The prompts of campaigns that last that a person has had: campaign and kind, and which day."""


@dataclass(frozen=True)
class Standing:
    """Somebody with a post today: what the planner would know of them, cut by the unit's zone.

    `since` is the day on which they joined, None for who never has; `joined`: they can be reached;
    `approved`: somebody in Tilik approves their work. `calendar` is their unit's with their own
    schedule; leave is in `spans`. `posts` are the days, first and last, of all their posts.
    `finished` are quarters whose evaluation is sent or rated. `taken` are the lanes that have had
    today's prompt, `done` the kinds whose need is met today. `place` is where they are spoken to
    first, where a platform counts whom.
    """

    person_id: int
    name: str
    zone: str
    joined: bool = True
    since: date | None = None
    leads: bool = False
    approved: bool = True
    calendar: Calendar = field(default_factory=decreed)
    spans: Spans = ()
    posts: tuple[tuple[date, date | None], ...] = ()
    finished: frozenset[Quarter] = frozenset()
    had: Had = field(default_factory=dict)
    taken: frozenset[Lane] = frozenset()
    done: frozenset[Kind] = frozenset()
    place: DailyPlace | None = None

    def worked_in(self, quarter: Quarter) -> bool:
        """Whether the person had a post on some day of the quarter, and had joined by its end."""
        if self.since is None or self.since > quarter.last_day:
            return False
        return any(
            first <= quarter.last_day and (last is None or last >= quarter.first_day)
            for first, last in self.posts
        )


def standings(
    store: Store, now: datetime, prompts: Prompts, *, lookback: timedelta
) -> list[Standing]:
    """Everybody with a post today, by name; leaves that ended longer ago than `lookback` apart."""
    joined, there = set(store.execute(REACHABLE).scalars()), places(store)
    held, finished, had = _held(store), _finished(store), _had(store, prompts)
    own = schedules.of_people(store)
    found = []
    for zone in zones(store):
        day = local(now, zone).date()
        here = posts.employees(store, day)
        units = calendars.of_units(store, on=day)
        leaders, approved = set(_having(store, Leading(), day)), _having(store, Approved(), day)
        spans = absences(store, day - lookback, day=day, zone=zone)
        taken, done = _taken(store, day), _done(store, day, prompts)
        found += [
            Standing(
                one.id,
                one.name,
                zone,
                joined=one.id in joined,
                since=one.joined_at and local(one.joined_at, zone).date(),
                leads=one.id in leaders,
                approved=one.id in approved,
                calendar=units[one.unit.id].by(own.get(one.id, ())),
                spans=spans.get(one.id, ()),
                posts=tuple(held[one.id]),
                finished=frozenset(finished[one.id]),
                had=had.get(one.id, {}),
                taken=frozenset(taken[one.id]),
                done=frozenset(done[one.id]),
                place=there.get(one.id),
            )
            for one in here
            if one.unit.zone == zone
        ]
    return found


def _having(store: Store, need: Leading | Approved, day: date) -> frozenset[int]:
    """Whoever has this need on that day."""
    query = select(tables.posts.c.person_id).where(main_post(DAY), *need.clauses())
    return frozenset(store.execute(query, {"day": day}).scalars())


def _held(store: Store) -> Mapping[int, list[tuple[date, date | None]]]:
    table = tables.posts.c
    query = select(table.person_id, table.valid_from, table.valid_to)
    rows = store.execute(query.where(table.kind == "main"))
    return _grouped((person, (first, last)) for person, first, last in rows)


def _finished(store: Store) -> Mapping[int, list[Quarter]]:
    sent, rated = tables.evaluations.c, tables.appraisals.c
    query = union(select(sent.person_id, sent.quarter), select(rated.person_id, rated.quarter))
    return _grouped((person, Quarter.parse(key)) for person, key in store.execute(query))


def _had(store: Store, prompts: Prompts) -> Mapping[int, Had]:
    table = tables.prompts.c
    query = select(table.person_id, table.campaign, table.kind, table.day)
    found: dict[int, dict[tuple[str, Kind], date]] = defaultdict(dict)
    lasting = [one.kind for one in prompts.every if one.lasts]
    for person, campaign, kind, day in store.execute(query.where(table.kind.in_(lasting))):
        found[person][campaign, kind] = day
    return found


def _taken(store: Store, day: date) -> Mapping[int, list[Lane]]:
    table = tables.prompts.c
    query = select(table.person_id, table.lane).where(table.day == day)
    return _grouped((person, lane) for person, lane in store.execute(query))


def _done(store: Store, day: date, prompts: Prompts) -> Mapping[int, list[Kind]]:
    met = ((one.kind, one.lacks.met(store, day)) for one in prompts.every)
    return _grouped((person, kind) for kind, people in met for person in people)


def _grouped(rows: Iterable[tuple[int, Any]]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for person, what in rows:
        found[person].append(what)
    return found
