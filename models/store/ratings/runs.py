"""How often the same answer comes in a row, without a code, in an hour at a counter."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import case, delete, select

from models.ratings import Rating
from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.schema import runs


class Run(NamedTuple):
    """The longest run of one answer in an hour, of one instrument."""

    day: date
    hour: int
    instrument: str
    answer: int
    length: int


def _counted(insert: Any) -> Any:
    row = insert(runs)
    same = runs.c.answer == row.excluded.answer
    length = case((same, runs.c.length + 1), else_=1)
    is_longer = length > runs.c.longest
    return row.on_conflict_do_update(
        index_elements=list(runs.primary_key.columns),
        set_={
            "answer": row.excluded.answer,
            "length": length,
            "longest": case((is_longer, length), else_=runs.c.longest),
            "longest_answer": case((is_longer, row.excluded.answer), else_=runs.c.longest_answer),
        },
    )


_COUNT = Prepared(either(_counted))


def count(store: Store, rating: Rating, hour: int) -> None:
    """One more answer in the hour: the first of the rating, which is that of its first tap."""
    first = next(iter(rating.answers.values()))
    row = {"counter_id": rating.counter_id, "day": rating.day, "hour": hour}
    row |= {"instrument": rating.instrument, "answer": first, "length": 1}
    _COUNT.run(store, {**row, "longest": 1, "longest_answer": first})


def longest(store: Store, counter_id: int, days: Collection[date]) -> Iterator[Run]:
    """The longest run of every hour of these days at a counter."""
    told = (runs.c.longest_answer, runs.c.longest)
    query = select(runs.c.day, runs.c.hour, runs.c.instrument, *told)
    for row in store.execute(query.where(runs.c.counter_id == counter_id, runs.c.day.in_(days))):
        yield Run(*row)


def forget(store: Store, last: date, *, counters: Any) -> None:
    """Drop those of the days up to this one, of what a query of counters finds."""
    store.execute(delete(runs).where(runs.c.day <= last, runs.c.counter_id.in_(counters)))
