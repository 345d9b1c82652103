"""Leave and official travel: days on which nobody is prompted and nothing is missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from sqlalchemy import bindparam, delete, insert, select, update

from models.calendar import days
from models.store import Store, inserted
from models.store.engine.prepared import Prepared
from models.store.schema import leaves

Kind: TypeAlias = Literal["leave", "travel"]
"""Leave (cuti), or official travel (perjalanan dinas): neither counts against anybody."""

Why: TypeAlias = Literal[
    "annual", "long", "sick", "birth", "important", "unpaid", "permit", "training", "study"
]
"""Which leave or journey (PP 11/2017): what a superior or a colleague never reads."""


@dataclass(frozen=True)
class Leave:
    """One leave or journey of a person, from its first day to its last; which (`why`), where it is
    known."""

    id: int
    person_id: int
    first_day: date
    last_day: date
    kind: Kind = "leave"
    why: Why | None = None


def add(
    store: Store,
    person_id: int,
    first_day: date,
    last_day: date,
    *,
    kind: Kind = "leave",
    why: Why | None = None,
) -> int:
    """Write a leave down; gives its id."""
    return inserted(store, leaves, **_row(Leave(0, person_id, first_day, last_day, kind, why)))


def add_many(store: Store, several: Sequence[Leave]) -> None:
    """Write all of these down at once."""
    if several:
        store.execute(insert(leaves), [_row(one) for one in several])


def call(store: Store, leave_id: int, kind: Kind) -> None:
    """It was leave, or a journey, after all; of which kind is not known then."""
    store.execute(update(leaves).where(leaves.c.id == leave_id).values(kind=kind, why=None))


def remove(store: Store, leave_id: int) -> None:
    """The leave is not taken after all."""
    store.execute(delete(leaves).where(leaves.c.id == leave_id))


def leave(store: Store, leave_id: int) -> Leave | None:
    """One leave."""
    row = store.execute(select(leaves).where(leaves.c.id == leave_id)).first()
    return None if row is None else Leave(*row)


def of_person(store: Store, person_id: int, *, since: date) -> list[Leave]:
    """The person's leaves that are not over before that day, in the order of time."""
    query = (
        select(leaves)
        .where(leaves.c.person_id == person_id, leaves.c.last_day >= since)
        .order_by(leaves.c.first_day, leaves.c.id)
    )
    return [Leave(*row) for row in store.execute(query)]


def away(store: Store, person_id: int) -> frozenset[date]:
    """Every day on which the person is, was or will be on leave or travels."""
    return everybody_away(store, [person_id]).get(person_id, frozenset())


def everybody_away(store: Store, person_ids: Collection[int]) -> Mapping[int, frozenset[date]]:
    """The days of leave and travel of these people; who has none is not named."""
    found = by_kind(store, person_ids)
    return {person: frozenset[date]().union(*kinds.values()) for person, kinds in found.items()}


_OF_THESE = Prepared(
    select(leaves).where(leaves.c.person_id.in_(bindparam("of", expanding=True)))
)


def by_kind(
    store: Store, person_ids: Collection[int]
) -> Mapping[int, Mapping[Kind, frozenset[date]]]:
    """The days of leave of these people, and those of travel, apart; who has none is not named."""
    found: dict[int, dict[Kind, set[date]]] = defaultdict(lambda: defaultdict(set))
    for row in _OF_THESE.all(store, {"of": person_ids}):
        found[row.person_id][row.kind].update(days(row.first_day, row.last_day))
    return {
        person: {kind: frozenset(away) for kind, away in kinds.items()}
        for person, kinds in found.items()
    }


def _row(one: Leave) -> dict[str, object]:
    return {
        "person_id": one.person_id,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "kind": one.kind,
        "why": one.why,
    }
