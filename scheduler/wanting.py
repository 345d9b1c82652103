"""Who is to be prompted now, and for what: the reading half of planning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from models.calendar import local
from models.campaigns import Due, Kind
from models.store import Store, prompts
from models.store.planning import absences, lacking, lane_of, zones
from scheduler.occasions import LOOKBACK, due_now, may_speak

_ANY_TIME = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Wanted:
    """The prompts of one lane that may go to a person now: the first that has something to say."""

    person_id: int
    lane: prompts.Lane
    day: date
    zone: str
    dues: tuple[Due, ...]


def wanting(store: Store, now: datetime, kinds: Collection[Kind]) -> list[Wanted]:
    """Who is to be prompted now, by number: the reading half of planning.

    At night and on a day off it reads the zones and nothing else.
    """
    found = [
        wanted
        for zone in zones(store)
        if may_speak(now, zone)
        for wanted in _of_zone(store, now, zone, kinds)
    ]
    return sorted(found, key=lambda one: (one.person_id, one.lane))


def _of_zone(store: Store, now: datetime, zone: str, kinds: Collection[Kind]) -> Iterator[Wanted]:
    day = local(now, zone).date()
    spans = absences(store, day - LOOKBACK, day=day, zone=zone)
    dues: dict[tuple[int, prompts.Lane], list[Due]] = defaultdict(list)
    for due in _of_kinds(due_now(now, zone), kinds):
        for person in lacking(store, due, day=day, zone=zone) - spans.keys():
            dues[person, lane_of(due.kind)].append(due)
    own = {one: _of_kinds(due_now(now, zone, leaves), kinds) for one, leaves in spans.items()}
    lack = _lacking_of(store, own, day=day, zone=zone)
    for person, theirs in own.items():
        for due in theirs:
            if person in lack[_key(due)]:
                dues[person, lane_of(due.kind)].append(due)
    for (person, lane), several in dues.items():
        yield Wanted(person, lane, day, zone, tuple(several))


def _of_kinds(dues: Sequence[Due], kinds: Collection[Kind]) -> tuple[Due, ...]:
    return tuple(due for due in dues if due.kind in kinds)


def _lacking_of(
    store: Store, dues: Mapping[int, Sequence[Due]], *, day: date, zone: str
) -> dict[Due, set[int]]:
    """Who of these people lacks which of their own prompts: one query for each prompt."""
    asked: dict[Due, set[int]] = defaultdict(set)
    for person, theirs in dues.items():
        for due in theirs:
            asked[_key(due)].add(person)
    return {
        due: lacking(store, due, day=day, zone=zone, person_ids=people)
        for due, people in asked.items()
    }


def _key(due: Due) -> Due:
    """The same for all to whom the store has the same answer, whatever their leaves."""
    day = due.day if due.kind == "half" else date.min
    return replace(due, day=day, at=_ANY_TIME, until=date.min, without_decree=False)
