"""How often the same answer comes in a row, without a code, in an hour at a counter."""

from __future__ import annotations

from typing import Any

from sqlalchemy import case

from models.ratings import Rating
from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.schema import runs


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
