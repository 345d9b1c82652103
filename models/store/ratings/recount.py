"""What `tilik verify` does: every tally counted anew from the raw ratings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from models.store import Store
from models.store.ratings.ratings import rating_of
from models.store.ratings.tallies import KEY, cells, place
from models.store.schema import ratings, tallies


@dataclass(frozen=True)
class Recount:
    """What `tilik verify` found: how many ratings and cells there are, and where they differ."""

    ratings: int
    tallies: int
    differences: tuple[dict[str, Any], ...]


def recounted(store: Store) -> Recount:
    """Count every tally anew from the raw ratings and compare."""
    counted: dict[tuple[Any, ...], int] = {}
    number = 0
    for row in store.execute(select(ratings).execution_options(yield_per=1000)):
        number += 1
        for cell in cells(rating_of(row)):
            key = place(cell)
            counted[key] = counted.get(key, 0) + 1
    kept = {
        tuple(row[:6]): row[6]
        for row in store.execute(select(*(tallies.c[name] for name in KEY), tallies.c.count))
        if row[6]
    }
    differences = tuple(
        {**dict(zip(KEY, key, strict=True)), "kept": kept.get(key, 0), "counted": n}
        for key in sorted({*counted, *kept}, key=str)
        if (n := counted.get(key, 0)) != kept.get(key, 0)
    )
    return Recount(number, len(kept), differences)
