"""Ratings: the raw submissions, counted in the tallies in the same transaction."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from models.ratings import Rating, new_id
from models.store import Store, dice_of
from models.store.engine.prepared import Prepared
from models.store.ratings import tallies
from models.store.schema import ratings

_ADD = Prepared(insert(ratings))
_AMEND = Prepared(
    update(ratings)
    .where(ratings.c.id == bindparam("rating"))
    .values(
        counter_id=bindparam("new_counter"),
        answers=bindparam("new_answers"),
        cause=bindparam("new_cause"),
        reason=bindparam("new_reason"),
    )
)
_ONE = Prepared(select(ratings).where(ratings.c.id == bindparam("rating")))


def add(store: Store, rating: Rating) -> str:
    """Write a rating and count it; gives its id."""
    number = rating.id or new_id(dice_of(store))
    row = {
        "id": number,
        "counter_id": rating.counter_id,
        "service_id": rating.service_id,
        "day": rating.day,
        "instrument": rating.instrument,
        "answers": dict(rating.answers),
        "cause": rating.cause,
        "reason": rating.reason,
    }
    _ADD.run(store, row)
    tallies.count(store, tallies.cells(rating))
    return number


def amend(store: Store, rating_id: str, rating: Rating) -> str:
    """Put the rating in the place of an earlier one; only what differs is counted anew."""
    row = _ONE.first(store, {"rating": rating_id})
    before, after = tallies.cells(rating_of(row)), tallies.cells(rating)
    changed = [(cell, False) for cell in before if cell not in after]
    changed += [(cell, True) for cell in after if cell not in before]
    changed.sort(key=lambda change: tallies.place(change[0]))
    for counted, cells in groupby(changed, key=lambda change: change[1]):
        (tallies.count if counted else tallies.uncount)(store, [cell for cell, _ in cells])
    values = {
        "new_counter": rating.counter_id,
        "new_answers": dict(rating.answers),
        "new_cause": rating.cause,
        "new_reason": rating.reason,
    }
    _AMEND.run(store, {"rating": rating_id, **values})
    return rating_id


def remove(store: Store, rating_id: str) -> None:
    """Take a rating out again, and out of its tallies."""
    row = _ONE.first(store, {"rating": rating_id})
    tallies.uncount(store, tallies.cells(rating_of(row)))
    store.execute(delete(ratings).where(ratings.c.id == rating_id))


def reasons(
    store: Store,
    counter_ids: Collection[int],
    *,
    since: date,
    until: date,
    most: int,
    skip: int,
    service_id: int | None = None,
) -> list[tuple[date, str]]:
    """What people wrote, newest day first: (day, text)."""
    query = (
        select(ratings.c.day, ratings.c.reason)
        .where(ratings.c.counter_id.in_(counter_ids), ratings.c.reason.is_not(None))
        .where(ratings.c.day >= since, ratings.c.day <= until)
        .order_by(ratings.c.day.desc(), ratings.c.id)
        .limit(most)
        .offset(skip)
    )
    if service_id is not None:
        query = query.where(ratings.c.service_id == service_id)
    return [(row.day, row.reason) for row in store.execute(query)]


def rating_of(row: Any) -> Rating:
    """The rating that a row holds."""
    return Rating(
        counter_id=row.counter_id,
        service_id=row.service_id,
        day=row.day,
        instrument=row.instrument,
        answers=row.answers,
        cause=row.cause,
        reason=row.reason,
        id=row.id,
    )
