"""Comments that are held: where they wait for the oversight team, and what it decides.

A comment is judged when it comes (`models.comments.held`), against who works at that unit on that
day. Only what passed, or was shown by the oversight team, is ever told: what nobody has judged is
not (it was written by an earlier Tilik, and is judged by `judge`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, exists, select, union, update

from models.comments.held import is_held
from models.comments.names import StaffNames, staff_names
from models.people import Colleague
from models.ratings import Rating
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.office import services, unit_tree
from models.store.people.links import valid
from models.store.schema import (
    closes,
    counters,
    duties,
    people,
    posts,
    ratings,
    stations,
    units,
)
from models.store.schema import services as offered

PASSED, HELD, SHOWN, KEPT = "open", "held", "shown", "kept"
"""Passed by itself; waits for the oversight team; shown by it; kept back by it."""
TOLD, AIRED, REST = "told", "aired", "rest"
"""Read by the unit since a batch (`models.store.ratings.batches`): what passed, what was shown; and
either of them where it is read in the list of the whole unit alone."""
UNTOLD, READ = (PASSED, SHOWN), (TOLD, AIRED, REST)
MOST = 200
"""So many comments of an earlier Tilik are judged in one job."""


@dataclass(frozen=True)
class HeldComment:
    """A comment that waits, beside what it was about; `day` is that of the rating."""

    id: str
    words: str
    counter: str
    unit: str
    service: str
    unit_id: int
    zone: str
    day: date


def of(store: Store, rating: Rating) -> str | None:
    """How a rating's comment stands when it is written: None where it has none."""
    if rating.reason is None:
        return None
    staff = _staff(store, rating.counter_id, rating.day)
    return HELD if is_held(rating.reason, staff) else PASSED


def judge(store: Store) -> None:
    """Judge what was written before comments were judged, a few at a time."""
    for row in _UNJUDGED.all(store, {"most": MOST}):
        is_risky = is_held(row.reason, _staff(store, row.counter_id, row.day))
        hold = HELD if is_risky else PASSED
        store.execute(update(ratings).where(ratings.c.id == row.id).values(hold=hold))


_UNJUDGED = Prepared(
    select(ratings.c.id, ratings.c.counter_id, ratings.c.day, ratings.c.reason)
    .where(ratings.c.reason.is_not(None), ratings.c.hold.is_(None))
    .limit(bindparam("most"))
)


def held(store: Store, unit_ids: Collection[int]) -> list[HeldComment]:
    """What waits in these units of days that were closed, the oldest first: who has just come is
    not to be known."""
    query = _comments().where(ratings.c.hold == HELD, counters.c.unit_id.in_(unit_ids))
    query = query.where(ratings.c.batch_id.is_(None))
    return [HeldComment(*row) for row in store.execute(query)]


def decided(store: Store, unit_ids: Collection[int], number: str) -> HeldComment | None:
    """One of these units that the oversight team has seen, however it stands."""
    query = _comments().where(ratings.c.id == number, counters.c.unit_id.in_(unit_ids))
    row = store.execute(query.where(ratings.c.hold.in_((HELD, SHOWN, AIRED, KEPT)))).first()
    return HeldComment(*row) if row else None


def decide(store: Store, number: str, hold: str, *, before: Collection[str]) -> bool:
    """Show a comment, keep it back, or let it wait again; False where somebody was quicker."""
    here = (ratings.c.id == number) & ratings.c.hold.in_(before)
    return bool(store.execute(update(ratings).where(here).values(hold=hold)).rowcount)


def any_held() -> Any:
    """Whether anything waits at all, in SQL."""
    return exists().where(ratings.c.hold == HELD)


def _comments() -> Select[Any]:
    return (
        select(
            ratings.c.id,
            ratings.c.reason,
            counters.c.name,
            units.c.name.label("unit"),
            offered.c.name.label("service"),
            counters.c.unit_id,
            units.c.zone,
            ratings.c.day,
        )
        .join(counters, counters.c.id == ratings.c.counter_id)
        .join(offered, offered.c.id == ratings.c.service_id)
        .join(units, units.c.id == counters.c.unit_id)
        .join(closes, (closes.c.zone == units.c.zone) & (closes.c.day >= ratings.c.day))
        .where(ratings.c.reason.is_not(None))
        .order_by(ratings.c.day, ratings.c.id)
    )


def _staff(store: Store, counter_id: int, day: date) -> StaffNames:
    """The names of who works on that day in the counter's unit."""
    unit_id = store.execute(
        select(counters.c.unit_id).where(counters.c.id == counter_id)
    ).scalar_one()
    return staff_names(one.name for one in working(store, unit_id, day))


def working(store: Store, unit_id: int, day: date) -> list[Colleague]:
    """Who works on that day in the unit or below it, serves at its counters, or heads it or a unit
    above."""
    ids = union(*_working(store, unit_id, day)).subquery()
    query = select(people.c.id, people.c.name).where(people.c.id.in_(select(ids.c.person_id)))
    return [Colleague(*row) for row in store.execute(query)]


def _working(store: Store, unit_id: int, day: date) -> Iterator[Select[Any]]:
    above = [unit.id for unit in services.lineage(store, unit_id, day)]
    below = unit_tree.below(unit_id, day)
    there = select(counters.c.id).where(counters.c.unit_id == unit_id)
    heads = duties.c.unit_id.in_(above) & (duties.c.duty == "head")
    yield select(posts.c.person_id).where(posts.c.unit_id.in_(below), valid(posts, day))
    yield select(stations.c.person_id).where(stations.c.counter_id.in_(there), valid(stations, day))
    yield select(duties.c.person_id).where(heads, valid(duties, day))
