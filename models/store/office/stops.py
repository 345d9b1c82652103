"""Where people stop: how often each question was asked, and how often somebody went on from it.

A form is counted once, when it ends, in the transaction that ends it: no person, no time of day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import func, select

from models.asks import Asks, QuestionCount, told
from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.schema import questions_asked

OFFICE = 0
"""Stands for the office as a whole, where a form is filled in at nobody's counter."""
PARTS = 4
"""Into so many rows the count of a question and day is parted."""
_KEY = ("unit_id", "conversation", "question", "part")
_COUNT = Prepared(
    either(
        lambda insert: (
            lambda row: row.on_conflict_do_update(
                index_elements=list(questions_asked.primary_key.columns),
                set_={
                    name: questions_asked.c[name] + row.excluded[name]
                    for name in ("asked", "went_on")
                },
            )
        )(insert(questions_asked))
    )
)


@dataclass(frozen=True)
class EndedForm:
    """A form that has ended: its number, its conversation, and what it has asked."""

    number: int
    conversation: str
    asks: Asks


def count(store: Store, ended: Iterable[EndedForm], *, day: date) -> None:
    """Count what these have asked; in one fixed order, so that two turns never wait for each other
    crosswise."""
    rows = [
        {
            "day": day,
            "unit_id": form.asks.unit_id or OFFICE,
            "conversation": form.conversation,
            "question": question,
            "part": form.number % PARTS,
            "asked": 1,
            "went_on": int(went_on),
        }
        for form in ended
        for question, went_on in form.asks.went_on.items()
    ]
    if rows:
        _COUNT.run(store, *sorted(rows, key=_place))


def _place(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _KEY)


def between(
    store: Store, unit_ids: Collection[int], first: date, last: date
) -> Sequence[QuestionCount]:
    """What was asked in these units from one day to another, as far as it is told; the worst
    first."""
    of = questions_asked.c
    rows = store.execute(
        select(
            of.conversation,
            of.question,
            of.day,
            func.sum(of.asked).label("asked"),
            func.sum(of.went_on).label("went_on"),
        )
        .where(of.unit_id.in_(unit_ids), of.day.between(first, last))
        .group_by(of.conversation, of.question, of.day)
        .order_by(of.conversation, of.question, of.day)
    )
    grouped = groupby(rows, key=lambda row: (row.conversation, row.question))
    found = [
        QuestionCount(*names, *told([(int(day.asked), int(day.went_on)) for day in days]))
        for names, days in grouped
    ]
    return sorted(found, key=lambda one: (-one.weight, -one.asked, one.conversation, one.question))
