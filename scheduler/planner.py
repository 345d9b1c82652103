"""Who is prompted when. Planning late, twice or in several processes changes nothing.

What is due is found by reading, which holds up no writer. Then each letter is composed, and a few
at a time are written under the keys of their prompts, to those who still lack them by then.
"""

from __future__ import annotations

import logging
import traceback
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeAlias

from models.calendar import EVENING, local, moment
from models.campaigns import Due, Kind
from models.letters import Letter
from models.people import Address
from models.store import Store, addresses, prompts
from models.store.database import Database, StoreAway
from models.store.planning import Composer, absences, lacking, lane_of, zones
from scheduler.occasions import LOOKBACK, due_now, may_speak

_log = logging.getLogger("tilik.planner")
BATCH = 50
"""So many prompts are written in one transaction: nobody waits long for the one writer."""
MOST = 1000
"""So many are asked for at one reading of the clock; who plans goes on with the next."""
AGAIN = timedelta(minutes=10)
"""Whoever there was nothing to say to is not asked about before."""
_ANY_TIME = datetime.min.replace(tzinfo=UTC)

Composers: TypeAlias = Mapping[Kind, Composer]
Silences: TypeAlias = MutableMapping[tuple[int, prompts.Lane], datetime]
"""Of whom there was nothing to say, in which lane, and until when they are not asked about."""


@dataclass(frozen=True)
class Wanted:
    """The prompts of one lane that may go to a person now: the first that has something to say."""

    person_id: int
    lane: prompts.Lane
    day: date
    zone: str
    dues: tuple[Due, ...]


@dataclass(frozen=True)
class Composed:
    """A prompt with its words, and where it goes."""

    wanted: Wanted
    due: Due
    address: Address
    letter: Letter


async def plan(
    database: Database, now: datetime, composers: Composers, silences: Silences | None = None
) -> int:
    """Write the prompts that may go out at `now` (aware); gives how many people were asked for.

    At most `MOST`: where it gives as many there may be more. Kinds without a composer are not
    planned. `silences` is kept from one call to the next, if the caller likes.
    """
    silences = {} if silences is None else silences
    found = await database.read(lambda store: wanting(store, now, composers))
    asked = [one for one in found if silences.get((one.person_id, one.lane), now) <= now][:MOST]
    for start in range(0, len(asked), BATCH):
        batch = asked[start : start + BATCH]
        composed = [await _composed(database, one, composers, now) for one in batch]
        for one, words in zip(batch, composed, strict=True):
            if words is None:
                silences[one.person_id, one.lane] = now + AGAIN
        ready = [words for words in composed if words is not None]
        if ready:
            await database.run(partial(_write, ready=ready, now=now))
    return len(asked)


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


async def _composed(
    database: Database, wanted: Wanted, composers: Composers, now: datetime
) -> Composed | None:
    """The first prompt that has something to say. A bug in one must not silence all others."""
    try:
        return await database.read(lambda store: _compose(store, wanted, composers, now))
    except StoreAway:
        raise
    except Exception as wrong:
        frames = traceback.extract_tb(wrong.__traceback__)[-3:]
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        person, lane = wanted.person_id, wanted.lane
        _log.error(
            "no %s prompt for person %s: %s at %s", lane, person, type(wrong).__name__, where
        )
        return None


def _compose(store: Store, wanted: Wanted, composers: Composers, now: datetime) -> Composed | None:
    found = addresses.of_person(store, wanted.person_id)
    if not found:
        return None
    person = addresses.person_at(store, found[0], now)
    for due in wanted.dues:
        letter = composers[due.kind](store, person, due, now)
        if letter is not None:
            return Composed(wanted, due, found[0], letter)
    return None


def _write(store: Store, ready: Sequence[Composed], now: datetime) -> None:
    """In the order of people, as every planner writes: so none waits for another in a circle."""
    asked: dict[tuple[Due, date, str], set[int]] = defaultdict(set)
    for one in ready:
        asked[one.due, one.wanted.day, one.wanted.zone].add(one.wanted.person_id)
    lack = {
        key: lacking(store, key[0], day=key[1], zone=key[2], person_ids=people)
        for key, people in asked.items()
    }
    for one in ready:
        here = one.wanted
        if here.person_id in lack[one.due, here.day, here.zone]:
            prompts.write(
                store,
                replace(one.due, day=here.day),
                one.address,
                one.letter,
                lane=here.lane,
                now=now,
                until=moment(here.day, EVENING, here.zone),
            )
