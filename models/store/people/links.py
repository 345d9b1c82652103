"""Links: rows that hold from one day to another, and what ends them and begins them anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from sqlalchemy import FromClause, Table, delete, insert, or_, select, update

from models.store import Store
from models.store.schema import people, posts, superiors

DAY = timedelta(days=1)
MOST_AT_ONCE = 5000
"""So many numbers stand in one statement: both engines take them."""
Rows: TypeAlias = Mapping[int, Sequence[Mapping[str, Any]]]
"""Person -> the links that they are to have, each as its columns."""


def valid(table: FromClause, day: Any) -> Any:
    """That a link of the table holds on that day (a date, or what stands for one)."""
    return during(table, day, day)


def during(table: FromClause, first: Any, last: Any) -> Any:
    """That a link of the table holds on some day from the first to the last."""
    ends = table.c.valid_to
    return (table.c.valid_from <= last) & or_(ends.is_(None), ends >= first)


def main_post(first: Any, last: Any = None, *, table: FromClause = posts) -> Any:
    """That a row of `posts` is somebody's main post on some day from the first to the last.

    What counts for zone, days, prompts and scores is the main post alone: whoever holds another as
    acting (Plt., Plh.) is not there twice.
    """
    return during(table, first, first if last is None else last) & (table.c.kind == "main")


def ended(store: Store, table: Table, whose: Any, since: date) -> bool:
    """End those links (`whose` is a condition) that hold from that day on; whether there were any.

    What only began then has never been.
    """
    holds = whose & or_(table.c.valid_to.is_(None), table.c.valid_to >= since)
    gone = store.execute(delete(table).where(holds, table.c.valid_from >= since))
    done = store.execute(update(table).where(holds).values(valid_to=since - DAY))
    return bool(gone.rowcount or done.rowcount)


def relink(store: Store, table: Table, rows: Rows, since: date) -> None:
    """End what these people's links hold, and begin the ones given for each, in a few statements.

    Of posts, the main ones. Who leaves service later keeps the new links until then, and is
    nobody's superior after it; who has left and is given a post is in service again.
    """
    lasts: dict[int, date] = {}
    for some in parts(list(rows)):
        lasts |= _locked(store, some)
        whose = table.c.person_id.in_(some)
        ended(store, table, whose & (posts.c.kind == "main") if table is posts else whose, since)
    back = [person for person, last in lasts.items() if last < since and rows[person]]
    if table is superiors:
        lasts |= last_days(store, {row["superior_id"] for given in rows.values() for row in given})
    if table is posts and back:
        store.execute(update(people).where(people.c.id.in_(back)).values(left_on=None))
    new = [
        {
            "person_id": person,
            "valid_from": since,
            "valid_to": _first_end((person, row.get("superior_id", person)), lasts, since),
            **row,
        }
        for person, given in rows.items()
        for row in given
    ]
    if new:
        store.execute(insert(table), new)


def parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The numbers, as many at a time as one statement takes."""
    return (numbers[at : at + MOST_AT_ONCE] for at in range(0, len(numbers), MOST_AT_ONCE))


def _first_end(both: Iterable[int], lasts: Mapping[int, date], since: date) -> date | None:
    """The last day of whoever of them leaves first, from that day on."""
    return min((lasts[one] for one in both if lasts.get(one, date.min) >= since), default=None)


def last_days(store: Store, numbers: Collection[int]) -> dict[int, date]:
    """The last days in service of those of these people who leave or have left."""
    found = {}
    for some in parts(list(numbers)):
        gone = people.c.id.in_(some) & people.c.left_on.is_not(None)
        for row in store.execute(select(people.c.id, people.c.left_on).where(gone)):
            found[row.id] = row.left_on
    return found


def _locked(store: Store, numbers: Sequence[int]) -> dict[int, date]:
    """Whoever else changes these people's links comes after; gives the last days of who leaves."""
    here = select(people.c.id, people.c.left_on).where(people.c.id.in_(numbers))
    rows = store.execute(here.order_by(people.c.id).with_for_update(key_share=True))
    return {row.id: row.left_on for row in rows if row.left_on is not None}
