"""Who is prompted when. Planning late, twice or in several processes changes nothing.

What is due is found by reading, which holds up no writer. Then each letter is composed, and a few
at a time are written under the keys of their prompts, to those who still lack them by then.
"""

from __future__ import annotations

import logging
import traceback
from collections import defaultdict
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from models.campaigns import Due
from models.letters import Letter
from models.people import Address, Person
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database, StoreAway
from models.store.oversight.trail import undone
from models.store.prompts import places, prompts
from models.store.prompts.candidates import lacking
from models.store.prompts.kinds import Prompts
from scheduler.spread import fitting, tell_office
from scheduler.wanting import Wanted, wanting

_log = logging.getLogger("tilik.planner")
BATCH = 50
"""So many prompts are written in one transaction: nobody waits long for the one writer."""
MOST = 1000
"""So many are asked for at one reading of the clock; who plans goes on with the next."""
AGAIN = timedelta(minutes=10)
"""Whoever there was nothing to say to is not asked about before."""

Silences: TypeAlias = MutableMapping[tuple[int, prompts.Lane], datetime]
"""Of whom there was nothing to say, in which lane, and until when they are not asked about."""


@dataclass(frozen=True)
class Composed:
    """A prompt with its words, and where it goes; `beside` is one that goes in its letter."""

    wanted: Wanted
    due: Due
    address: Address
    letter: Letter
    person: Person
    beside: Composed | None = None


async def plan(
    database: Database, now: datetime, kinds: Prompts, silences: Silences | None = None
) -> int:
    """Write the prompts that may go out at `now` (aware); gives how many people were asked for.

    At most `MOST`: where it gives as many there may be more. Of those who take one of a day's
    places, the most urgent are asked for as long as there are any; the others are found again as
    long as the prompt is of use. `silences` is kept from one call to the next, if the caller likes.
    """
    silences = {} if silences is None else silences
    found = await database.read(lambda store: wanting(store, now, kinds))
    heard = [one for one in found if silences.get((one.person_id, one.lane), now) <= now]
    fits = await database.read(lambda store: fitting(store, heard, now, kinds))
    if fits.left:
        await database.run(lambda store: tell_office(store, fits, now))
    asked = fits.asked[:MOST]
    for batch in _batches(asked):
        composed = [await _composed(database, one, kinds, now) for one in batch]
        for one, words in zip(batch, composed, strict=True):
            if words is None:
                silences[one.person_id, one.lane] = now + AGAIN
        ready = _shared([words for words in composed if words is not None], kinds)
        if ready:
            await database.run(partial(_write, ready=ready, kinds=kinds, now=now))
    return len(asked)


def _batches(asked: Sequence[Wanted]) -> Iterator[Sequence[Wanted]]:
    """So many at a time; what is due to one person stays together."""
    start = 0
    while start < len(asked):
        end = min(start + BATCH, len(asked))
        while end < len(asked) and asked[end].person_id == asked[end - 1].person_id:
            end += 1
        yield asked[start:end]
        start = end


def _shared(ready: Sequence[Composed], kinds: Prompts) -> list[Composed]:
    """One letter of what is due to a person at once for their own work and for their team."""
    team = {
        one.wanted.person_id: one
        for one in ready
        if one.wanted.lane == "team" and kinds[one.due.kind].shares
    }
    found = []
    for one in ready:
        other = team.get(one.wanted.person_id)
        own = one.wanted.lane == "own" and kinds[one.due.kind].shares
        if own and other is not None and kinds.together is not None:
            letter = kinds.together(one.person, one.letter, other.letter, one.due)
            found.append(replace(one, letter=letter, beside=other))
        elif not (one is other and any(it.beside is one for it in found)):
            found.append(one)
    return found


async def _composed(
    database: Database, wanted: Wanted, kinds: Prompts, now: datetime
) -> Composed | None:
    """The first prompt that has something to say. A bug in one must not silence all others."""
    try:
        return await database.read(lambda store: _compose(store, wanted, kinds, now))
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


def _compose(store: Store, wanted: Wanted, kinds: Prompts, now: datetime) -> Composed | None:
    found = addresses.of_person(store, wanted.person_id)
    if not found:
        return None
    person = addresses.person_at(store, found[0], now)
    for due in wanted.dues:
        letter = kinds[due.kind].words(store, person, due, now)
        if letter is not None:
            return Composed(wanted, due, found[0], letter, person)
    return None


def _write(store: Store, ready: Sequence[Composed], kinds: Prompts, now: datetime) -> None:
    """In the order of people, as every planner writes: so none waits for another in a circle.

    Places are taken before anything is written, for the same reason.
    """
    lack = _still_lacking(store, ready, kinds)
    limited = places.limits(store)
    there = [
        one
        for one in ready
        if one.wanted.person_id in lack[_occasion(one)]
        and (one.beside is None or one.wanted.person_id in lack[_occasion(one.beside)])
    ]
    admitted = [
        one for one in there if places.admitted(store, one.address, limited=limited, now=now)
    ]
    for one in admitted:
        _write_one(store, one, now)


def _write_one(store: Store, one: Composed, now: datetime) -> None:
    """Both of what shares a letter, or (where one of them has been said since) neither: each is
    found again by itself."""
    here, due = one.wanted, replace(one.due, day=one.wanted.day)
    if one.beside is None:
        prompts.write(
            store, due, one.address, one.letter, lane=here.lane, now=now, until=here.until
        )
        return
    other = replace(one.beside.due, day=here.day)
    with undone(store) as both:
        written = prompts.write(
            store, due, one.address, one.letter, lane=here.lane, now=now, until=here.until
        )
        if written and prompts.told_beside(
            store, other, one.address, lane="team", now=now, until=here.until
        ):
            both.keep()


def _still_lacking(
    store: Store, ready: Sequence[Composed], kinds: Prompts
) -> dict[tuple[Due, date, str], set[int]]:
    asked: dict[tuple[Due, date, str], set[int]] = defaultdict(set)
    for one in chain(ready, filter(None, (one.beside for one in ready))):
        asked[_occasion(one)].add(one.wanted.person_id)
    return {
        key: lacking(store, kinds[key[0].kind], key[0], day=key[1], zone=key[2], person_ids=people)
        for key, people in asked.items()
    }


def _occasion(one: Composed) -> tuple[Due, date, str]:
    return one.due, one.wanted.day, one.wanted.zone
