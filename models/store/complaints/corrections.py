"""Corrections: by which words citizens meant something else than was proposed. Counts alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.schema import corrections
from models.triage.corrected import LEAST, Learned

MOST = 2000
"""Rows that a look reads: the most frequent ones."""
_OFTEN = Prepared(
    select(corrections.c.word, corrections.c.told)
    .where(corrections.c.times >= LEAST)
    .order_by(corrections.c.times.desc(), corrections.c.word, corrections.c.told)
    .limit(MOST)
)


def learned(store: Store) -> Learned:
    """By a word: what texts that held it were corrected to often enough."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _OFTEN.all(store, {}):
        found[row.word].add(row.told)
    return {word: frozenset(ways) for word, ways in found.items()}


def learn(store: Store, words: Sequence[str], ways: Sequence[str]) -> None:
    """Count the words of one text once for each correction."""
    rows = [{"word": word, "told": way, "times": 1} for word in words for way in ways]
    if rows:
        _COUNT.run(store, *rows)


_COUNT = Prepared(
    either(
        lambda insert: (
            insert(corrections).on_conflict_do_update(
                index_elements=["word", "told"], set_={"times": corrections.c.times + 1}
            )
        )
    )
)
