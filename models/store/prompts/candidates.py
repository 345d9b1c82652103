"""Who is still to be prompted: the set queries of the planner."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Exists, Select, bindparam, exists, select

from models.campaigns import EVALUATION, Due, Kind
from models.letters import Letter
from models.people import Person
from models.store import Store
from models.store.chat.addresses import OPEN
from models.store.people.links import main_post, valid
from models.store.prompts.prompts import Lane
from models.store.schema import (
    addresses,
    appraisals,
    entries,
    evaluations,
    leaves,
    posts,
    prompts,
    superiors,
    units,
)

Composer: TypeAlias = Callable[[Store, Person, Due, datetime], "Letter | None"]
"""What a prompt says to this person; None where there is nothing to say. It writes nothing."""
Spans: TypeAlias = tuple[tuple[date, date], ...]
"""A person's leaves, each from its first day to its last."""
LONG = timedelta(days=20)
"""Who was away for longer in the last two months may have older evaluations still open."""

_DAY: Any = bindparam("day")
_LEAVE = (leaves.c.person_id, leaves.c.first_day, leaves.c.last_day)
_EVER = (
    select(*_LEAVE)
    .where(leaves.c.person_id.in_(bindparam("these", expanding=True)))
    .order_by(leaves.c.first_day, leaves.c.id)
)
_LATELY = (
    select(*_LEAVE)
    .join(posts, posts.c.person_id == leaves.c.person_id)
    .join(units, units.c.id == posts.c.unit_id)
    .where(units.c.zone == bindparam("zone"), main_post(_DAY))
    .where(leaves.c.last_day >= bindparam("since"))
    .order_by(leaves.c.first_day, leaves.c.id)
)
REACHABLE = select(addresses.c.person_id).where(addresses.c.person_id.is_not(None), *OPEN)


def lane_of(kind: Kind) -> Lane:
    """Whose one prompt of the day this is: about one's own work, one's team, or the office."""
    if kind == "spread":
        return "hr"
    return "team" if kind in ("short", "long", "quarter") else "own"


def zones(store: Store) -> list[str]:
    """The zones of all units."""
    return sorted(store.execute(select(units.c.zone).distinct()).scalars())


def absences(store: Store, since: date, *, day: date, zone: str) -> dict[int, Spans]:
    """The leaves that lasted until `since` or longer, of whoever has a post there on `day`.

    Of those who were away for long, every leave; the oldest first.
    """
    given = {"since": since, "day": day, "zone": zone}
    found = _spans(store.execute(_LATELY, given))
    long = [person for person, spans in found.items() if _length(spans, since, day) > LONG]
    if long:
        found |= _spans(store.execute(_EVER, {"these": long}))
    return found


def _spans(rows: Iterable[Any]) -> dict[int, Spans]:
    found: dict[int, Spans] = {}
    for person, first, last in rows:
        found[person] = (*found.get(person, ()), (first, last))
    return found


def _length(spans: Spans, since: date, day: date) -> timedelta:
    """How much of the time from `since` to `day` these leaves take."""
    parts = (min(last, day) - max(first, since) for first, last in spans if first <= day)
    return sum((part + timedelta(days=1) for part in parts), timedelta())


def lacking(
    store: Store, due: Due, *, day: date, zone: str, person_ids: Collection[int] | None = None
) -> set[int]:
    """Whoever (of these people) is to have the prompt on that day and has not.

    They have a post in the zone on the day, can be reached, have had neither this prompt nor
    another of its lane that day, and have not done what it asks for. Leave is the caller's.
    """
    given: dict[str, Any] = {
        "zone": zone,
        "day": day,
        "campaign": due.campaign,
        "kind": due.kind,
        "lane": lane_of(due.kind),
    }
    if due.kind in EVALUATION:
        quarter = due.quarter
        given |= {"quarter": quarter.key, "since": quarter.first_day, "until": quarter.last_day}
    if due.kind == "half":
        given["half"] = due.day
    if person_ids is not None:
        given["these"] = list(person_ids)
    query = _lacking(due.kind, of_these=person_ids is not None)
    return set(store.execute(query, given).scalars())


@lru_cache
def _lacking(kind: Kind, *, of_these: bool) -> Select[Any]:
    """The query for a kind of prompt, made once: that costs more than to run it."""
    query = (
        select(posts.c.person_id)
        .join(units, units.c.id == posts.c.unit_id)
        .where(units.c.zone == bindparam("zone"), main_post(_DAY))
        .where(posts.c.person_id.in_(REACHABLE))
        .where(~_had("campaign", "kind"), ~_had("lane", "day"))
        .where(*_asked_of(kind))
    )
    if of_these:
        query = query.where(posts.c.person_id.in_(bindparam("these", expanding=True)))
    return query


def _asked_of(kind: Kind) -> Iterator[Any]:
    """What makes the prompt needed, of the people of `posts`."""
    me = posts.c.person_id
    if kind == "log":
        done = (entries.c.person_id == me) & (entries.c.day == _DAY)
        yield ~exists().where(done, entries.c.state != "withdrawn")
    elif lane_of(kind) == "team":
        leading = (
            select(superiors.c.superior_id)
            .join(posts, posts.c.person_id == superiors.c.person_id)
            .where(valid(superiors, _DAY), main_post(_DAY))
        )
        yield me.in_(leading.correlate(None))
    else:
        yield from _evaluation_open(kind)


def _evaluation_open(kind: Kind) -> Iterator[Any]:
    """Neither sent nor rated; of a quarter in which the person had a post; no early reminder."""
    me = posts.c.person_id
    for table in (evaluations, appraisals):
        yield ~exists().where(table.c.person_id == me, table.c.quarter == bindparam("quarter"))
    then = posts.alias()
    held = main_post(bindparam("since"), bindparam("until"), table=then)
    yield exists().where(then.c.person_id == me, held)
    if kind == "half":
        late = (prompts.c.kind == "open") & (prompts.c.day >= bindparam("half"))
        yield ~_had("campaign").where(late)


def _had(*columns: str) -> Exists:
    """Whether the person has had a prompt with these in its columns."""
    which = (prompts.c[name] == bindparam(name) for name in columns)
    return exists().where(prompts.c.person_id == posts.c.person_id, *which)
