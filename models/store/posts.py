"""Posts, superiors and stations: who works where, under whom, at which counters, and since when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import FromClause, Table, delete, insert, or_, select, update

from models.people import Colleague, Post
from models.services import Unit
from models.store import Store
from models.store.schema import people, posts, stations, superiors, units

_DAY = timedelta(days=1)
MOST_AT_ONCE = 5000
"""So many numbers stand in one statement: both engines take them."""


@dataclass(frozen=True)
class Employee:
    """Somebody who works on a day: in which unit, as what, under whom."""

    id: int
    name: str
    nip: str | None
    unit: Unit
    title: str
    superior_id: int | None


def post_of(store: Store, person_id: int, day: date) -> Post | None:
    """Where the person works on that day; None for who has no post then."""
    found = employees(store, day, person_ids=[person_id])
    return Post(found[0].unit, found[0].title) if found else None


def zones_of(store: Store, person_id: int) -> list[str]:
    """The zones in which the person has or had a post, the newest first."""
    query = (
        select(units.c.zone)
        .join(posts, posts.c.unit_id == units.c.id)
        .where(posts.c.person_id == person_id)
        .order_by(posts.c.valid_from.desc())
    )
    return list(dict.fromkeys(store.execute(query).scalars()))


def superior_of(store: Store, person_id: int, day: date) -> int | None:
    """The person's superior on that day."""
    here = (superiors.c.person_id == person_id) & valid(superiors, day)
    return store.execute(select(superiors.c.superior_id).where(here)).scalar()


def team_of(store: Store, superior_id: int, day: date) -> tuple[Colleague, ...]:
    """Those with a post whose superior this is on that day, by name."""
    rows = store.execute(
        select(people.c.id, people.c.name)
        .select_from(superiors.join(people, people.c.id == superiors.c.person_id))
        .join(posts, posts.c.person_id == people.c.id)
        .where(superiors.c.superior_id == superior_id, valid(superiors, day), valid(posts, day))
        .order_by(people.c.name, people.c.id)
        .distinct()
    )
    return tuple(Colleague(row.id, row.name) for row in rows)


def employees(
    store: Store,
    day: date,
    *,
    person_ids: Collection[int] | None = None,
    unit_ids: Collection[int] | None = None,
) -> list[Employee]:
    """Everybody with a post on that day (or those of them, or in these units), by name."""
    over = (superiors.c.person_id == people.c.id) & valid(superiors, day)
    query = (
        select(
            people.c.id,
            people.c.name,
            people.c.nip,
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
        .where(valid(posts, day))
        .order_by(people.c.name, people.c.id)
    )
    if person_ids is not None:
        query = query.where(people.c.id.in_(person_ids))
    if unit_ids is not None:
        query = query.where(units.c.id.in_(unit_ids))
    return [_employee(row) for row in store.execute(query)]


def place(store: Store, person_id: int, unit_id: int, title: str, *, since: date) -> bool:
    """Let the person work there from that day on; False where that is so already."""
    return _linked(store, posts, person_id, since, unit_id=unit_id, title=title)


def report_to(store: Store, person_id: int, superior_id: int | None, *, since: date) -> bool:
    """Give the person a superior (or none) from that day on; False where that is so already."""
    if superior_id is not None:
        return _linked(store, superiors, person_id, since, superior_id=superior_id)
    return ended(store, superiors, superiors.c.person_id == person_id, since)


def man(store: Store, person_id: int, counter_ids: Collection[int], *, since: date) -> bool:
    """Let the person serve at just these counters from that day on; False if that is so already."""
    here = (stations.c.person_id == person_id) & valid(stations, since)
    known = set(store.execute(select(stations.c.counter_id).where(here)).scalars())
    if known == set(counter_ids):
        return False
    rows = [{"counter_id": number} for number in sorted(counter_ids)]
    relink(store, stations, {person_id: rows}, since)
    return True


def leave_post(store: Store, person_id: int, *, since: date) -> None:
    """The person works nowhere from that day on, and is nobody's superior."""
    for table in (posts, superiors, stations):
        ended(store, table, table.c.person_id == person_id, since)
    ended(store, superiors, superiors.c.superior_id == person_id, since)


def valid(table: FromClause, day: Any) -> Any:
    """That a link of the table holds on that day (a date, or what stands for one)."""
    return during(table, day, day)


def during(table: FromClause, first: Any, last: Any) -> Any:
    """That a link of the table holds on some day from the first to the last."""
    ends = table.c.valid_to
    return (table.c.valid_from <= last) & or_(ends.is_(None), ends >= first)


def ended(store: Store, table: Table, whose: Any, since: date) -> bool:
    """End those links (`whose` is a condition) that hold from that day on; whether there were any.

    What only began then has never been.
    """
    holds = whose & or_(table.c.valid_to.is_(None), table.c.valid_to >= since)
    store.execute(delete(table).where(holds, table.c.valid_from >= since))
    done = store.execute(update(table).where(holds).values(valid_to=since - _DAY))
    return bool(done.rowcount)


def _linked(store: Store, table: Table, person_id: int, since: date, **to: Any) -> bool:
    here = (table.c.person_id == person_id) & valid(table, since)
    row = store.execute(select(table).where(here)).first()
    if row is not None and all(getattr(row, name) == value for name, value in to.items()):
        return False
    relink(store, table, {person_id: [to]}, since)
    return True


def relink(
    store: Store, table: Table, rows: Mapping[int, list[dict[str, Any]]], since: date
) -> None:
    """End what these people's links hold, and begin the ones given for each."""
    for some in _parts(list(rows)):
        ended(store, table, table.c.person_id.in_(some), since)
    new = [
        {"person_id": person, "valid_from": since, **row}
        for person, given in rows.items()
        for row in given
    ]
    if new:
        store.execute(insert(table), new)


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[at : at + MOST_AT_ONCE] for at in range(0, len(numbers), MOST_AT_ONCE))


def _employee(row: Any) -> Employee:
    unit = Unit(row.unit_id, row.unit, row.zone, row.parent_id)
    return Employee(row.id, row.name, row.nip, unit, row.title, row.superior_id)
