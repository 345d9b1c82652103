"""What `tilik verify` does: what waits and what was released, counted anew from the raw ratings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Table, select

from models.quarter import Quarter
from models.release import LEVELS, AnswerColumn, level_of
from models.store import Store
from models.store.ratings.ratings import rating_of
from models.store.ratings.unreleased import cells
from models.store.schema import ratings, tallies, unreleased

Answers: TypeAlias = dict[str, Counter[int]]
"""A day or a span of a quarter -> value -> how often it was answered, in one column."""
Columns: TypeAlias = dict[AnswerColumn, Answers]


@dataclass(frozen=True)
class Recount:
    """How many ratings, tallies and cells that wait there are, how many ratings are held and count
    nowhere, and where they differ."""

    ratings: int
    tallies: int
    waiting: int
    held: int
    differences: tuple[dict[str, Any], ...]


def recounted(store: Store) -> Recount:
    """Count every answer anew and compare. What waits of a day is not released, and the other way
    round; both together are what was answered."""
    number, held, counted = _counted(store)
    waiting, kept = _kept(_rows(store, unreleased), "day"), _kept(_rows(store, tallies), "span")
    folds = _folds(_rows(store, tallies))
    differences = tuple(
        {**column._asdict(), **found}
        for column in sorted({*counted, *waiting, *kept})
        for found in _compared(
            counted.get(column, {}),
            waiting=waiting.get(column, {}),
            kept=kept.get(column, {}),
            folds=folds.get(column, {}),
        )
    )
    return Recount(number, _size(kept), _size(waiting), held, differences)


def _counted(store: Store) -> tuple[int, int, Columns]:
    """How many ratings there are, how many of them are held, and the answers of the others by
    column and day."""
    found: Columns = defaultdict(lambda: defaultdict(Counter))
    number = held = 0
    for row in store.execute(select(ratings).execution_options(yield_per=1000)):
        number += 1
        if row.batch_id is not None:
            held += 1
            continue
        for cell in cells(rating_of(row)):
            found[_column(cell)][str(cell["day"])][cell["value"]] += 1
    return number, held, found


def _rows(store: Store, table: Table) -> list[Mapping[str, Any]]:
    query = select(table).where(table.c["count"] > 0)
    return [dict(row) for row in store.execute(query).mappings()]


def _kept(rows: Iterable[Mapping[str, Any]], when: str) -> Columns:
    found: Columns = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        found[_column(row)][str(row[when])][row["value"]] += row["count"]
    return found


def _folds(rows: Iterable[Mapping[str, Any]]) -> dict[AnswerColumn, dict[str, date]]:
    """From which day on a column's answers were released further up, by the span that has them."""
    found: dict[AnswerColumn, dict[str, date]] = defaultdict(dict)
    for row in rows:
        column, span, since = _column(row), row["span"], row["since"]
        if level_of(span) != LEVELS[0]:
            found[column][span] = min(since, found[column].get(span, since))
    return found


def _column(cell: Mapping[str, Any]) -> AnswerColumn:
    return AnswerColumn._make(cell[name] for name in AnswerColumn._fields)


def _compared(
    counted: Answers, *, waiting: Answers, kept: Answers, folds: Mapping[str, date]
) -> Iterator[dict[str, Any]]:
    """Where one column differs: what waits day by day, what was released span by span."""
    expected: Answers = {}
    for day in sorted({*counted, *waiting}):
        every, waits = counted.get(day, Counter()), waiting.get(day, Counter())
        expected[day] = waits & every
        span = _span(date.fromisoformat(day), folds)
        expected[span] = expected.get(span, Counter()) + (every - waits)
    there = {**waiting, **kept}
    for when in sorted({*there, *expected}):
        ours, theirs = there.get(when, Counter()), expected.get(when, Counter())
        for value in sorted({*ours, *theirs}):
            if ours[value] != theirs[value]:
                told = {"kept": ours[value], "counted": theirs[value]}
                yield {"span": when, "value": value, **told}


def _span(day: date, folds: Mapping[str, date]) -> str:
    """Where the answers of a day belong, once they are released."""
    quarter = Quarter.of(day).key
    further = [(since, span) for span, since in folds.items() if span.startswith(quarter)]
    begun = [span for since, span in sorted(further) if since <= day]
    return begun[-1] if begun else quarter


def _size(columns: Columns) -> int:
    return sum(len(answers) for one in columns.values() for answers in one.values())
