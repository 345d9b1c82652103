"""Who is still to be prompted: the set queries of the planner."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Select, bindparam, select

from models.campaigns import Due
from models.store import Store
from models.store.chat.addresses import OPEN
from models.store.engine.prepared import Prepared
from models.store.people.links import main_post
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import DAY, had
from models.store.schema import addresses, leaves, posts, units

Spans: TypeAlias = tuple[tuple[date, date], ...]
"""A person's leaves, each from its first day to its last."""
LONG = timedelta(days=20)
"""Who was away for longer in the last two months may have older evaluations still open."""

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
    .where(units.c.zone == bindparam("zone"), main_post(DAY))
    .where(leaves.c.last_day >= bindparam("since"))
    .order_by(leaves.c.first_day, leaves.c.id)
)
REACHABLE = select(addresses.c.person_id).where(addresses.c.person_id.is_not(None), *OPEN)


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
    store: Store,
    prompt: Prompt,
    due: Due,
    *,
    day: date,
    zone: str,
    person_ids: Collection[int] | None = None,
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
        "lane": prompt.lane,
        **prompt.lacks.given(due),
    }
    if person_ids is None:
        return {row.person_id for row in _ready(prompt).all(store, given)}
    rows = _ready(prompt, of_these=True).all(store, {**given, "these": person_ids})
    return {row.person_id for row in rows}


@lru_cache
def _ready(prompt: Prompt, *, of_these: bool = False) -> Prepared:
    these = posts.c.person_id.in_(bindparam("these", expanding=True))
    return Prepared(_lacking(prompt).where(these) if of_these else _lacking(prompt))


@lru_cache
def _lacking(prompt: Prompt) -> Select[Any]:
    """The query for a kind of prompt, made once: that costs more than to run it."""
    return (
        select(posts.c.person_id)
        .select_from(posts.join(units, units.c.id == posts.c.unit_id))
        .where(units.c.zone == bindparam("zone"), main_post(DAY))
        .where(posts.c.person_id.in_(REACHABLE))
        .where(~had("campaign", "kind"), ~had("lane", "day"))
        .where(*prompt.lacks.clauses())
    )
