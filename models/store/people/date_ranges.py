"""Spans: what somebody is or has from one day to another, laid over what is known.

A list of the office says where people were from when to when. What it says is laid over what the
store knows: of the days that it does not name, nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Table, delete, insert, select

from models.store import Store
from models.store.people.links import parts
from models.store.schema import people

DAY = timedelta(days=1)


@dataclass(frozen=True)
class DateRange:
    """From the first day to the last (None: until further notice), and what holds then."""

    first: date
    last: date | None
    what: tuple[Any, ...]

    @property
    def ends(self) -> date:
        """The last day; the last of all days where it has none."""
        return self.last or date.max


def laid(known: Iterable[DateRange], new: DateRange) -> list[DateRange]:
    """What is known, and the new span over it: it cuts what it meets, and takes in what says the
    same right before it. In the order of time."""
    found = []
    for old in known:
        if old.ends < new.first or old.first > new.ends:
            found.append(old)
            continue
        if old.first < new.first:
            found.append(replace(old, last=new.first - DAY))
        if old.ends > new.ends:
            found.append(replace(old, first=new.ends + DAY))
    return _joined(sorted([*found, new], key=lambda span: span.first))


def cut(known: Iterable[DateRange], first: date, last: date | None) -> list[DateRange]:
    """What is known, without these days."""
    nothing = DateRange(first, last, ())
    return [span for span in laid(known, nothing) if span.what]


def of_people(
    store: Store, table: Table, columns: Sequence[str], person_ids: Collection[int], *where: Any
) -> dict[int, list[DateRange]]:
    """The spans of these people, each with these columns of the table, in the order of time."""
    found: dict[int, list[DateRange]] = defaultdict(list)
    for some in parts(list(person_ids)):
        query = select(table).where(table.c.person_id.in_(some), *where)
        for row in store.execute(query.order_by(table.c.valid_from, table.c.id)):
            what = tuple(getattr(row, column) for column in columns)
            found[row.person_id].append(DateRange(row.valid_from, row.valid_to, what))
    return found


def redraw(
    store: Store,
    table: Table,
    columns: Sequence[str],
    spans: Mapping[int, Sequence[DateRange]],
    *where: Any,
) -> None:
    """Let these people have just these spans, in a few statements."""
    for some in parts(list(spans)):
        locked = select(people.c.id).where(people.c.id.in_(some)).order_by(people.c.id)
        store.execute(locked.with_for_update(key_share=True)).all()
        store.execute(delete(table).where(table.c.person_id.in_(some), *where))
    rows = [
        {
            "person_id": person,
            "valid_from": span.first,
            "valid_to": span.last,
            **dict(zip(columns, span.what, strict=True)),
        }
        for person, several in spans.items()
        for span in several
    ]
    if rows:
        store.execute(insert(table), rows)


def _joined(spans: Sequence[DateRange]) -> list[DateRange]:
    found: list[DateRange] = []
    for span in spans:
        before = found[-1] if found else None
        if before and before.what == span.what and before.last == span.first - DAY:
            found[-1] = replace(before, last=span.last)
        else:
            found.append(span)
    return found
