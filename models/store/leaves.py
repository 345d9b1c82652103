"""Leave: days on which nobody is prompted and nothing is missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from models.calendar import days
from models.store import Store
from models.store.schema import leaves


@dataclass(frozen=True)
class Leave:
    """One leave of a person, from its first day to its last."""

    id: int
    person_id: int
    first_day: date
    last_day: date


def add(store: Store, person_id: int, first_day: date, last_day: date) -> int:
    """Write a leave down; gives its id."""
    values = {"person_id": person_id, "first_day": first_day, "last_day": last_day}
    made = store.execute(insert(leaves).values(**values)).inserted_primary_key
    return int(made[0])  # type: ignore[index]


def remove(store: Store, leave_id: int) -> None:
    """The leave is not taken after all."""
    store.execute(delete(leaves).where(leaves.c.id == leave_id))


def leave(store: Store, leave_id: int) -> Leave | None:
    """One leave."""
    row = store.execute(select(leaves).where(leaves.c.id == leave_id)).first()
    return None if row is None else Leave(row.id, row.person_id, row.first_day, row.last_day)


def of_person(store: Store, person_id: int, *, since: date) -> list[Leave]:
    """The person's leaves that are not over before that day, in the order of time."""
    query = (
        select(leaves)
        .where(leaves.c.person_id == person_id, leaves.c.last_day >= since)
        .order_by(leaves.c.first_day, leaves.c.id)
    )
    return [Leave(r.id, r.person_id, r.first_day, r.last_day) for r in store.execute(query)]


def away(store: Store, person_id: int) -> frozenset[date]:
    """Every day on which the person is, was or will be on leave."""
    return everybody_away(store, [person_id]).get(person_id, frozenset())


def everybody_away(
    store: Store, person_ids: Collection[int]
) -> Mapping[int, frozenset[date]]:
    """The days of leave of these people; who has none is not named."""
    query = select(leaves).where(leaves.c.person_id.in_(person_ids))
    found: dict[int, set[date]] = defaultdict(set)
    for row in store.execute(query):
        found[row.person_id].update(days(row.first_day, row.last_day))
    return {person: frozenset(away) for person, away in found.items()}
