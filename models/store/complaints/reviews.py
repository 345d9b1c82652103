"""Reviews of the way of working: opened once for a place and an element, changed, and found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import case, func, select, update

from models.disclosure import Place
from models.instruments import instrument
from models.letters import File
from models.quarter import Quarter
from models.ratings import CAUSES, stream
from models.release import span_of
from models.reviews import LOW, Review
from models.scores import OVERALL
from models.store import Store, either, of_row
from models.store.schema import complaints, reviews, tallies

_OPEN = either(lambda insert: insert(reviews).on_conflict_do_nothing().returning(reviews.c.id))


class LowColumn(NamedTuple):
    """What was released of an element at a counter, and how much of it is low: of a cause, all."""

    counter_id: int
    stream: str
    element: str
    n: int
    low: int


class ComplaintColumn(NamedTuple):
    """Complaints about an element at a place, with the unit that they are about."""

    place: Place
    unit_id: int
    element: str
    days: tuple[date, ...]


def begin(store: Store, **columns: Any) -> int | None:
    """Open a review; None where one is open for the place and the element."""
    row = {"state": "open", "files": [], "training": False, **columns}
    return store.execute(_OPEN[store.dialect.name], row).scalar()


def one(store: Store, review_id: int) -> Review:
    """The review of this id. Raises LookupError."""
    found = _found(store, reviews.c.id == review_id)
    if not found:
        raise LookupError(f"no review {review_id}")
    return found[0]


def of_place(store: Store, place: Place, element: str) -> Review | None:
    """The newest review of a place and an element."""
    what, number = place
    here = (reviews.c.what == what) & (reviews.c.place_id == number)
    found = _found(store, here, reviews.c.element == element)
    return found[-1] if found else None


def of_units(store: Store, unit_ids: Collection[int], *, since: date) -> list[Review]:
    """The reviews of these units that are open, or have ended since that day."""
    recent = reviews.c.ended_on.is_(None) | (reviews.c.ended_on >= since)
    return _found(store, reviews.c.unit_id.in_(unit_ids), recent)


def trained(store: Store, unit_ids: Collection[int], *, since: date) -> list[Review]:
    """Those since that day in which training is wished for."""
    wished = reviews.c.training & (reviews.c.opened_on >= since)
    return _found(store, reviews.c.unit_id.in_(unit_ids), wished)


def waiting(store: Store) -> list[Review]:
    """All that are open."""
    return _found(store, reviews.c.ended_on.is_(None))


def change(store: Store, review: Review, **columns: Any) -> bool:
    """Change columns of a review; False where it stands otherwise than it was read."""
    here = (reviews.c.id == review.id) & (reviews.c.state == review.state)
    same = here & (reviews.c.told_on == review.told_on)
    return bool(store.execute(update(reviews).where(same).values(**columns)).rowcount)


def low_columns(store: Store, quarter: Quarter, *, since: date, least: int) -> list[LowColumn]:
    """Where so many answers are low, of what was released for counters in the quarter; of columns
    of which something was released since that day."""
    known = (*instrument().elements,)
    is_cause = tallies.c.instrument == CAUSES
    counted = case((is_cause & (tallies.c.value == 0), 0), else_=tallies.c["count"])
    low = case((is_cause | (tallies.c.value <= LOW), counted), else_=0)
    column = (tallies.c.counter_id, tallies.c.instrument, tallies.c.kind, tallies.c.element)
    query = (
        select(*column, func.sum(counted), func.sum(low))
        .where(tallies.c.span == span_of(quarter, "counter"), tallies.c["count"] > 0)
        .where(tallies.c.element.in_(known), tallies.c.element != OVERALL)
        .group_by(*column)
        .having(func.sum(low) >= least, func.max(tallies.c.released_on) >= since)
        .order_by(*column)
    )
    return [
        LowColumn(counter, stream(asked, kind), element, int(n), int(few))
        for counter, asked, kind, element, n, few in store.execute(query)
    ]


def complained(store: Store, *, since: date) -> Iterator[ComplaintColumn]:
    """The complaints of these days with an element, by place: the counter, else the service, else
    the unit. None of what is weighty: that is the oversight team's alone."""
    query = (
        select(complaints)
        .where(complaints.c.said_on >= since, complaints.c.element.is_not(None))
        .where(complaints.c.kind == "plain", complaints.c.state != "withdrawn")
        .order_by(complaints.c.said_on)
    )
    found: dict[tuple[Place, int, str], list[date]] = defaultdict(list)
    for row in store.execute(query):
        found[_place(row), row.unit_id, row.element].append(row.said_on)
    for key, days in found.items():
        yield ComplaintColumn(*key, tuple(days))


def complaint_numbers(store: Store, place: Place, element: str, *, since: date) -> list[str]:
    """The numbers of those complaints, the newest first."""
    column = {"c": complaints.c.counter_id, "s": complaints.c.service_id, "u": complaints.c.unit_id}
    query = (
        select(complaints.c.number)
        .where(column[place.what] == place.number, complaints.c.element == element)
        .where(complaints.c.kind == "plain", complaints.c.state != "withdrawn")
        .where(complaints.c.said_on >= since)
        .order_by(complaints.c.said_on.desc(), complaints.c.id.desc())
    )
    return list(store.execute(query).scalars())


def _place(row: Any) -> Place:
    if row.counter_id is not None:
        return Place("c", row.counter_id)
    return Place("s", row.service_id) if row.service_id is not None else Place("u", row.unit_id)


def _found(store: Store, *where: Any) -> list[Review]:
    query = select(reviews).where(*where).order_by(reviews.c.opened_on, reviews.c.id)
    return [_review(row) for row in store.execute(query)]


def _review(row: Any) -> Review:
    return of_row(Review, row, files=tuple(File(**one) for one in row.files))
