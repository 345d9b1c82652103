"""Who is still to be prompted: the set queries of the planner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import exists, select

from models.campaigns import Due, Kind
from models.letters import Letter
from models.people import Person
from models.store import Store
from models.store.posts import valid
from models.store.prompts import Lane
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

_REACHABLE = (
    select(addresses.c.person_id)
    .where(addresses.c.person_id.is_not(None), addresses.c.reachable.is_(True))
    .scalar_subquery()
)


def lane_of(kind: Kind) -> Lane:
    """Whose one prompt of the day this is: about a person's own work, or about their team."""
    return "team" if kind in ("short", "long", "quarter") else "own"


def zones(store: Store) -> list[str]:
    """The zones of all units."""
    return sorted(store.execute(select(units.c.zone).distinct()).scalars())


def absences(store: Store, since: date) -> dict[int, Spans]:
    """All leaves of everybody who has one that lasts until `since` or longer, the oldest first."""
    lately = select(leaves.c.person_id).where(leaves.c.last_day >= since)
    query = (
        select(leaves)
        .where(leaves.c.person_id.in_(lately))
        .order_by(leaves.c.person_id, leaves.c.first_day, leaves.c.id)
    )
    found: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in store.execute(query):
        found[row.person_id].append((row.first_day, row.last_day))
    return {person: tuple(spans) for person, spans in found.items()}


def lacking(
    store: Store, due: Due, *, day: date, zone: str, person_ids: Collection[int] | None = None
) -> set[int]:
    """Whoever (of these people) is to have the prompt on that day and has not.

    They have a post in the zone on the day, can be reached, have had neither this prompt nor
    another of its lane that day, and have not done what it asks for. Leave is the caller's.
    """
    query = (
        select(posts.c.person_id)
        .join(units, units.c.id == posts.c.unit_id)
        .where(units.c.zone == zone, valid(posts, day), posts.c.person_id.in_(_REACHABLE))
        .where(~_had(prompts.c.campaign == due.campaign, prompts.c.kind == due.kind))
        .where(~_had(prompts.c.lane == lane_of(due.kind), prompts.c.day == day))
        .where(*_asked_of(due, day))
    )
    if person_ids is not None:
        query = query.where(posts.c.person_id.in_(person_ids))
    return set(store.execute(query).scalars())


def _asked_of(due: Due, day: date) -> Iterator[Any]:
    """What makes the prompt needed, of the people of `posts`."""
    me = posts.c.person_id
    if due.kind == "log":
        done = (entries.c.person_id == me) & (entries.c.day == day)
        yield ~exists().where(done, entries.c.state != "withdrawn")
    elif lane_of(due.kind) == "team":
        leading = (
            select(superiors.c.superior_id)
            .join(posts, posts.c.person_id == superiors.c.person_id)
            .where(valid(superiors, day), valid(posts, day))
        )
        yield me.in_(leading.correlate(None))
    else:
        yield from _evaluation_open(due)


def _evaluation_open(due: Due) -> Iterator[Any]:
    """Neither sent nor rated; of a quarter in which the person had a post; no early reminder."""
    me, quarter = posts.c.person_id, due.quarter
    for table in (evaluations, appraisals):
        yield ~exists().where(table.c.person_id == me, table.c.quarter == quarter.key)
    then = posts.alias()
    ended = then.c.valid_to.is_not(None) & (then.c.valid_to < quarter.first_day)
    yield exists().where(then.c.person_id == me, then.c.valid_from <= quarter.last_day, ~ended)
    if due.kind == "half":
        late = (prompts.c.kind == "open") & (prompts.c.day >= due.day)
        yield ~_had(prompts.c.campaign == due.campaign, late)


def _had(*which: Any) -> Any:
    return exists().where(prompts.c.person_id == posts.c.person_id, *which)
