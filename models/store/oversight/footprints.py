"""The trail as people read it: who looked at or changed what concerns one of them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, select

from models.store import Store
from models.store.schema import people, posts, trail, units


@dataclass(frozen=True)
class Footprint:
    """One deed: on which day, what, by whom (`by`: the name, None where nobody has it any more).

    `acting`: as what, where it was not as the person's own superior.
    """

    day: date
    deed: str
    actor: str
    by_id: int | None
    by: str | None
    acting: str = ""


@dataclass(frozen=True)
class Traced:
    """Somebody of the office and the unit where they work, or worked last."""

    id: int
    name: str
    unit: str


def about(
    store: Store, person_id: int, *, most: int, skip: int = 0, since: date | None = None
) -> list[Footprint]:
    """What the trail tells of somebody, the newest first; from the day `since` on."""
    query = (
        select(trail.c.day, trail.c.deed, trail.c.actor, trail.c.by_id, people.c.name)
        .add_columns(trail.c.what)
        .outerjoin(people, people.c.id == trail.c.by_id)
        .where(trail.c.about_id == person_id)
        .order_by(trail.c.number.desc())
        .limit(most)
        .offset(skip)
    )
    if since is not None:
        query = query.where(trail.c.day >= since)
    rows = store.execute(query)
    return [
        Footprint(row.day, row.deed, row.actor, row.by_id, row.name, _acting(row.what))
        for row in rows
    ]


def _acting(what: str) -> str:
    told = json.loads(what or "{}")
    return str(told.get("acting", "")) if isinstance(told, dict) else ""


def traced(store: Store, unit_ids: Collection[int], day: date) -> list[Traced]:
    """Everybody who works in one of these units on that day or worked there last, by name."""
    query = (
        select(people.c.id, people.c.name, units.c.name.label("unit"))
        .select_from(
            posts.join(people, people.c.id == posts.c.person_id).join(
                units, units.c.id == posts.c.unit_id
            )
        )
        .where(posts.c.unit_id.in_(unit_ids), *_last_by(day))
        .order_by(people.c.name, people.c.id)
    )
    return [Traced(*row) for row in store.execute(query)]


def last_unit(store: Store, person_id: int, day: date) -> int | None:
    """The unit where somebody works on that day or worked last; None for who never did."""
    query = select(posts.c.unit_id).where(posts.c.person_id == person_id, *_last_by(day))
    return store.execute(query).scalar()


def _last_by(day: date) -> tuple[Any, ...]:
    """Of a post: that it is the person's own, begun by that day, and none began after it."""
    later = posts.alias()
    newer = exists().where(
        later.c.person_id == posts.c.person_id,
        later.c.kind == "main",
        later.c.valid_from > posts.c.valid_from,
        later.c.valid_from <= day,
    )
    return posts.c.kind == "main", posts.c.valid_from <= day, ~newer
