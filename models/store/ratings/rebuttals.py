"""Rebuttals: one for each comment, told to the unit beside it where the oversight team says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import exists, select, update

from models.masking import masked
from models.rebuttals import Decision, Rebuttal, RebuttalKind
from models.store import Store, either
from models.store.ratings import holds
from models.store.schema import counters, ratings, rebuttals, units

_ADD = either(
    lambda insert: insert(rebuttals).on_conflict_do_nothing().returning(rebuttals.c.id)
)


def add(
    store: Store, rating_id: str, person_id: int, kind: RebuttalKind, words: str, *, day: date
) -> bool:
    """Write it down; False where there is one of that comment already."""
    row = {"rating_id": rating_id, "person_id": person_id, "kind": kind, "said_on": day}
    row |= {"words": masked(words), "state": "waiting"}
    return store.execute(_ADD[store.dialect.name], row).scalar() is not None


def waiting(store: Store, unit_ids: Collection[int]) -> list[Rebuttal]:
    """What waits for a decision in these units, the oldest first."""
    query = _found().where(rebuttals.c.state == "waiting", counters.c.unit_id.in_(unit_ids))
    return [Rebuttal(*row) for row in store.execute(query)]


def one(store: Store, unit_ids: Collection[int], rebuttal_id: int) -> Rebuttal | None:
    """One of these units, however it stands."""
    query = _found().where(rebuttals.c.id == rebuttal_id, counters.c.unit_id.in_(unit_ids))
    row = store.execute(query).first()
    return Rebuttal(*row) if row else None


def decide(store: Store, found: Rebuttal, state: Decision, *, day: date) -> bool:
    """Let it stand so; False where somebody was quicker. What is kept back is told no longer."""
    here = (rebuttals.c.id == found.id) & (rebuttals.c.state == "waiting")
    decided = update(rebuttals).where(here).values(state=state, decided_on=day)
    if not store.execute(decided).rowcount:
        return False
    if state == "kept":
        holds.decide(store, found.rating_id, holds.KEPT, before=holds.READ)
    return True


def any_waiting() -> Any:
    """Whether any waits at all, in SQL."""
    return exists().where(rebuttals.c.state == "waiting")


def _found() -> Any:
    of_place = (ratings.c.counter_id, counters.c.name, counters.c.unit_id)
    own = (rebuttals.c.id, rebuttals.c.rating_id, rebuttals.c.person_id, rebuttals.c.kind)
    return (
        select(*own, rebuttals.c.words, rebuttals.c.said_on, ratings.c.reason, *of_place)
        .add_columns(units.c.name.label("unit"), units.c.zone)
        .join(ratings, ratings.c.id == rebuttals.c.rating_id)
        .join(counters, counters.c.id == ratings.c.counter_id)
        .join(units, units.c.id == counters.c.unit_id)
        .where(rebuttals.c.words.is_not(None), ratings.c.reason.is_not(None))
        .order_by(rebuttals.c.id)
    )
