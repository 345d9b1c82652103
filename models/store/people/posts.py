"""Posts, superiors and stations: who works where, under whom, at which counters, and since when.

A person has one main post at a time (the store refuses a second one), and any number of acting ones
(Plt., Plh.) beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, bindparam, exists, select

from models.calendar import local
from models.people import ActingAs, Post
from models.services import Counter, Unit
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import during as during
from models.store.people.links import ended as ended
from models.store.people.links import main_post, relink
from models.store.people.links import valid as valid
from models.store.schema import people, posts, stations, superiors, units


@dataclass(frozen=True)
class Employee:
    """Somebody who works on a day: in which unit, as what, under whom; and since when (UTC) they
    are in Tilik, None for who has never joined."""

    id: int
    name: str
    nip: str | None
    unit: Unit
    title: str
    superior_id: int | None
    joined_at: datetime | None = None

    def counts_on(self, day: date) -> bool:
        """Whether anything may be expected of them that day: not before they joined."""
        return self.joined_at is not None and local(self.joined_at, self.unit.zone).date() <= day


@dataclass(frozen=True)
class ActingPost(Post):
    """Where, as what, and by which label, where that is known."""

    label: ActingAs | None = None


_STATIONS = Prepared(
    select(stations.c.counter_id)
    .where(stations.c.person_id == bindparam("of_person"), valid(stations, bindparam("day")))
    .order_by(stations.c.counter_id)
    .distinct()
)
_POST = Prepared(
    select(posts.c.title, units)
    .join(units, units.c.id == posts.c.unit_id)
    .where(posts.c.person_id == bindparam("person"), main_post(bindparam("day")))
)


def post_of(store: Store, person_id: int, day: date) -> Post | None:
    """Where the person works on that day; None for who has no (main) post then."""
    row = _POST.first(store, {"person": person_id, "day": day})
    return row and Post(Unit(row.id, row.name, row.zone, row.parent_id), row.title)


def acting_of(store: Store, person_id: int, day: date) -> tuple[ActingPost, ...]:
    """What the person holds on that day beside their own post, as acting; the longest first."""
    query = (
        select(posts.c.title, posts.c.acting_as, units)
        .join(units, units.c.id == posts.c.unit_id)
        .where(posts.c.person_id == person_id, posts.c.kind == "acting", valid(posts, day))
        .order_by(posts.c.valid_from, posts.c.id)
    )
    rows = store.execute(query)
    return tuple(
        ActingPost(Unit(r.id, r.name, r.zone, r.parent_id), r.title, r.acting_as) for r in rows
    )


def superior_of(store: Store, person_id: int, day: date) -> int | None:
    """The person's superior on that day."""
    here = (superiors.c.person_id == person_id) & valid(superiors, day)
    return store.execute(select(superiors.c.superior_id).where(here)).scalar()


def superiors_on(store: Store, day: date) -> dict[int, int]:
    """Everybody's superior on that day: person -> superior."""
    rows = store.execute(select(superiors).where(valid(superiors, day)))
    return {row.person_id: row.superior_id for row in rows}


def employees(
    store: Store,
    day: date,
    *,
    person_ids: Collection[int] | None = None,
    unit_ids: Collection[int] | None = None,
) -> list[Employee]:
    """Everybody with a main post on that day (or those of them, or in these units), by name."""
    over = (superiors.c.person_id == people.c.id) & valid(superiors, day)
    query = (
        select(
            people.c.id,
            people.c.name,
            people.c.nip,
            people.c.joined_at,
            posts.c.title,
            units.c.id.label("unit_id"),
            units.c.name.label("unit"),
            units.c.zone,
            units.c.parent_id,
            superiors.c.superior_id,
        )
        .select_from(
            posts.join(people, people.c.id == posts.c.person_id)
            .join(units, units.c.id == posts.c.unit_id)
            .outerjoin(superiors, over)
        )
        .where(main_post(day))
        .order_by(people.c.name, people.c.id)
    )
    if person_ids is not None:
        query = query.where(people.c.id.in_(person_ids))
    if unit_ids is not None:
        query = query.where(units.c.id.in_(unit_ids))
    return [_employee(row) for row in store.execute(query)]


def place(
    store: Store,
    person_id: int,
    unit_id: int,
    title: str,
    *,
    since: date,
    stamp: Stamp | None = None,
) -> bool:
    """Let the person work there from that day on; False where that is so already."""
    new = _linked(store, posts, person_id, since, to={"unit_id": unit_id, "title": title})
    if new:
        what = {"unit": unit_id, "kind": "main", "since": str(since)}
        stamped(store, stamp, "post", {person_id: what})
    return new


def report_to(
    store: Store,
    person_id: int,
    superior_id: int | None,
    *,
    since: date,
    stamp: Stamp | None = None,
) -> bool:
    """Give the person a superior (or none) from that day on; False where that is so already."""
    if superior_id is not None:
        new = _linked(store, superiors, person_id, since, to={"superior_id": superior_id})
    else:
        new = ended(store, superiors, superiors.c.person_id == person_id, since)
    if new:
        what = {"superior": superior_id, "since": str(since)}
        stamped(store, stamp, "superior", {person_id: what})
    return new


def assign_counter(
    store: Store,
    person_id: int,
    counter_ids: Collection[int],
    *,
    since: date,
    stamp: Stamp | None = None,
) -> bool:
    """Let the person serve at just these counters from that day on; False if that is so already."""
    here = (stations.c.person_id == person_id) & valid(stations, since)
    known = set(store.execute(select(stations.c.counter_id).where(here)).scalars())
    if known == set(counter_ids):
        return False
    rows = [{"counter_id": number} for number in sorted(counter_ids)]
    relink(store, stations, {person_id: rows}, since)
    what = {"counters": sorted(counter_ids), "since": str(since)}
    stamped(store, stamp, "station", {person_id: what})
    return True


def counters_of(store: Store, person_id: int, day: date) -> list[int]:
    """The counters (ids) at which the person serves on that day."""
    found = _STATIONS.all(store, {"of_person": person_id, "day": day})
    return [row.counter_id for row in found]


def serves(store: Store, person_id: int, counter: Counter, day: date) -> bool:
    """Whether the person serves at the counter on that day, or has any post in its unit."""
    there = (stations.c.person_id == person_id) & (stations.c.counter_id == counter.id)
    works = (posts.c.person_id == person_id) & (posts.c.unit_id == counter.unit.id)
    at, of = exists().where(there, valid(stations, day)), exists().where(works, valid(posts, day))
    return bool(store.execute(select(at | of)).scalar())


def _linked(
    store: Store, table: Table, person_id: int, since: date, *, to: Mapping[str, Any]
) -> bool:
    here = (table.c.person_id == person_id) & valid(table, since)
    if table is posts:
        here &= posts.c.kind == "main"
    row = store.execute(select(table).where(here)).first()
    if row is not None and all(getattr(row, name) == value for name, value in to.items()):
        return False
    relink(store, table, {person_id: [to]}, since)
    return True


def _employee(row: Any) -> Employee:
    unit = Unit(row.unit_id, row.unit, row.zone, row.parent_id)
    return Employee(row.id, row.name, row.nip, unit, row.title, row.superior_id, row.joined_at)
