"""Ratings and the tallies that count them, changed together or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, literal, select, update

from models.quarter import Quarter
from models.ratings import Rating, new_id
from models.store import Store, either
from models.store.prepared import Prepared
from models.store.schema import day_keys, raters, ratings, tallies

_ADD = Prepared(insert(ratings))
_COUNT = Prepared(
    either(
        lambda insert: (
            lambda row: row.on_conflict_do_update(
                index_elements=list(tallies.primary_key.columns),
                set_={"count": tallies.c.count + row.excluded.count},
            )
        )(insert(tallies))
    )
)
_UNCOUNT = Prepared(
    update(tallies)
    .where(
        tallies.c.counter_id == bindparam("at"),
        tallies.c.span == bindparam("in_span"),
        tallies.c.service_id == bindparam("of"),
        tallies.c.instrument == bindparam("by"),
        tallies.c.element == bindparam("on"),
        tallies.c.value == bindparam("as"),
    )
    .values(count=tallies.c.count - 1)
)
_AMEND = Prepared(
    update(ratings)
    .where(ratings.c.id == bindparam("rating"))
    .values(
        counter_id=bindparam("new_counter"),
        answers=bindparam("new_answers"),
        cause=bindparam("new_cause"),
        reason=bindparam("new_reason"),
    )
)
_KEY_OF = Prepared(select(day_keys.c.key).where(day_keys.c.day == bindparam("day")))
_KEEP_KEY = Prepared(either(lambda insert: insert(day_keys).on_conflict_do_nothing()))
_EARLIER = Prepared(
    select(
        raters.c.rating_id,
        raters.c.changeable_until,
        ratings.c.counter_id,
        ratings.c.answers,
        ratings.c.cause,
        ratings.c.reason,
    )
    .select_from(raters.outerjoin(ratings, ratings.c.id == raters.c.rating_id))
    .where(raters.c.token == bindparam("token"))
)
_ONE = Prepared(select(ratings).where(ratings.c.id == bindparam("rating")))
_ANSWERS = Prepared(
    select(tallies.c.element, func.sum(tallies.c.count).label("answers"))
    .where(
        tallies.c.counter_id == bindparam("at"),
        tallies.c.span == bindparam("in_span"),
        tallies.c.instrument == bindparam("by"),
    )
    .group_by(tallies.c.element)
)
_REMEMBER = Prepared(
    either(
        lambda insert: (
            lambda row: row.on_conflict_do_update(
                index_elements=[raters.c.token],
                set_={
                    "rating_id": row.excluded.rating_id,
                    "changeable_until": row.excluded.changeable_until,
                    "forgotten_at": row.excluded.forgotten_at,
                },
            )
        )(insert(raters))
    )
)


@dataclass(frozen=True)
class Earlier:
    """That this person has rated today; which rating it was is known only while it may change.

    `said` is what the rating holds (counter_id, answers, cause, reason), as JSON.
    """

    rating_id: str | None
    changeable_until: datetime
    said: dict[str, Any] | None = None


def key_of(store: Store, day: date) -> bytes:
    """The secret of one day, made at its first rating and dropped after the day."""
    found = _KEY_OF.scalar(store, {"day": day})
    if found is None:
        _KEEP_KEY.run(store, {"day": day, "key": secrets.token_bytes(32)})
        found = _KEY_OF.scalar(store, {"day": day})
    return bytes(found)


def earlier(store: Store, token: str) -> Earlier | None:
    """The rating this token has given today, if any."""
    row = _EARLIER.first(store, {"token": token})
    if row is None:
        return None
    if row.rating_id is None:
        return Earlier(None, row.changeable_until)
    said = {name: getattr(row, name) for name in ("counter_id", "answers", "cause", "reason")}
    return Earlier(row.rating_id, row.changeable_until, said)


def add(store: Store, rating: Rating) -> str:
    """Write a rating and count it; gives its id."""
    number = rating.id or new_id()
    row = {
        "id": number,
        "counter_id": rating.counter_id,
        "service_id": rating.service_id,
        "day": rating.day,
        "instrument": rating.instrument,
        "answers": dict(rating.answers),
        "cause": rating.cause,
        "reason": rating.reason,
    }
    _ADD.run(store, row)
    _COUNT.run(store, *_cells(rating))
    return number


def amend(store: Store, rating_id: str, rating: Rating) -> str:
    """Put the rating in the place of an earlier one; only what differs is counted anew."""
    row = _ONE.first(store, {"rating": rating_id})
    before, after = _cells(_rating(row)), _cells(rating)
    changed = [(cell, False) for cell in before if cell not in after]
    changed += [(cell, True) for cell in after if cell not in before]
    changed.sort(key=lambda change: _place(change[0]))
    for counted, cells in groupby(changed, key=lambda change: change[1]):
        (_count if counted else _uncount)(store, [cell for cell, _ in cells])
    values = {
        "new_counter": rating.counter_id,
        "new_answers": dict(rating.answers),
        "new_cause": rating.cause,
        "new_reason": rating.reason,
    }
    _AMEND.run(store, {"rating": rating_id, **values})
    return rating_id


def remove(store: Store, rating_id: str) -> None:
    """Take a rating out again, and out of its tallies."""
    row = _ONE.first(store, {"rating": rating_id})
    _uncount(store, _cells(_rating(row)))
    store.execute(delete(ratings).where(ratings.c.id == rating_id))


def release(store: Store, token: str) -> None:
    """This person has not rated today after all."""
    store.execute(delete(raters).where(raters.c.token == token))


def _count(store: Store, cells: Sequence[dict[str, Any]]) -> None:
    _COUNT.run(store, *cells)


def _uncount(store: Store, cells: Sequence[dict[str, Any]]) -> None:
    gone = [
        {
            "at": cell["counter_id"],
            "in_span": cell["span"],
            "of": cell["service_id"],
            "by": cell["instrument"],
            "on": cell["element"],
            "as": cell["value"],
        }
        for cell in cells
    ]
    if gone:
        _UNCOUNT.run(store, *gone)


def remember(
    store: Store, token: str, rating_id: str, *, changeable_until: datetime, forgotten_at: datetime
) -> None:
    """Tie the day's token to its rating, for as long as the rating may be changed."""
    row = {
        "token": token,
        "rating_id": rating_id,
        "changeable_until": changeable_until,
        "forgotten_at": forgotten_at,
    }
    _REMEMBER.run(store, row)


def forget(store: Store, now: datetime) -> None:
    """Cut the tie of ratings that can no longer change; drop tokens and keys of past days."""
    closed = (raters.c.changeable_until <= now) & raters.c.rating_id.is_not(None)
    cut = {"rating_id": None, "changeable_until": raters.c.forgotten_at}
    store.execute(update(raters).where(closed).values(**cut))
    store.execute(delete(raters).where(raters.c.forgotten_at <= now))
    store.execute(delete(day_keys).where(day_keys.c.day < now.date() - timedelta(days=2)))


def tallied(
    store: Store,
    counter_ids: Collection[int],
    *,
    spans: Sequence[str],
    service_id: int | None = None,
    apart: bool = True,
) -> list[tuple[int, int, str, str, str, int, int]]:
    """The cells of these counters in these spans, of one service or of all.

    A span is a quarter's key ('2026-Q4') or a day ('2026-11-21'). Each row is
    (counter, service, span, instrument, element, value, count); counts of zero are left out.
    Where counters and services need not be told apart, they are 0 and their counts added up.
    """
    place = (tallies.c.counter_id, tallies.c.service_id) if apart else (literal(0), literal(0))
    cell = (tallies.c.span, tallies.c.instrument, tallies.c.element, tallies.c.value)
    query = select(*place, *cell, tallies.c.count if apart else func.sum(tallies.c.count)).where(
        tallies.c.counter_id.in_(counter_ids), tallies.c.span.in_(spans), tallies.c.count > 0
    )
    if service_id is not None:
        query = query.where(tallies.c.service_id == service_id)
    if not apart:
        query = query.group_by(*cell)
    return [tuple(row) for row in store.execute(query).all()]


def answers_per_element(
    store: Store, *, counter_id: int, span: str, instrument: str
) -> dict[str, int]:
    """How many answers each element has at a counter in a span."""
    rows = _ANSWERS.all(store, {"at": counter_id, "in_span": span, "by": instrument})
    return {element: int(count) for element, count in rows}


def last_spans(store: Store, counter_ids: Collection[int], *, before: str) -> list[str]:
    """The quarters of the ten years before this one that have answers, newest first.

    Asked for by name: a search among all spans would read the tallies of every day too.
    """
    quarters = [Quarter.parse(before).previous]
    while len(quarters) < 40:
        quarters.append(quarters[-1].previous)
    query = (
        select(tallies.c.span)
        .where(tallies.c.counter_id.in_(counter_ids), tallies.c.count > 0)
        .where(tallies.c.span.in_([quarter.key for quarter in quarters]))
        .distinct()
        .order_by(tallies.c.span.desc())
    )
    return [row.span for row in store.execute(query)]


def reasons(
    store: Store,
    counter_ids: Collection[int],
    *,
    since: date,
    until: date,
    most: int,
    skip: int,
    service_id: int | None = None,
) -> list[tuple[date, str]]:
    """What people wrote, newest day first: (day, text)."""
    query = (
        select(ratings.c.day, ratings.c.reason)
        .where(ratings.c.counter_id.in_(counter_ids), ratings.c.reason.is_not(None))
        .where(ratings.c.day >= since, ratings.c.day <= until)
        .order_by(ratings.c.day.desc(), ratings.c.id)
        .limit(most)
        .offset(skip)
    )
    if service_id is not None:
        query = query.where(ratings.c.service_id == service_id)
    return [(row.day, row.reason) for row in store.execute(query)]


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
        for cell in _cells(_rating(row)):
            key = _place(cell)
            counted[key] = counted.get(key, 0) + 1
    kept = {
        tuple(row[:6]): row[6]
        for row in store.execute(select(*(tallies.c[name] for name in _KEY), tallies.c.count))
        if row[6]
    }
    differences = tuple(
        {**dict(zip(_KEY, key, strict=True)), "kept": kept.get(key, 0), "counted": n}
        for key in sorted({*counted, *kept}, key=str)
        if (n := counted.get(key, 0)) != kept.get(key, 0)
    )
    return Recount(number, len(kept), differences)


_KEY = ("counter_id", "span", "service_id", "instrument", "element", "value")


def _place(cell: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(cell[column] for column in _KEY)


def _cells(rating: Rating) -> list[dict[str, Any]]:
    """The cells in one fixed order, so that two turns never wait for each other crosswise."""
    return [
        {
            "counter_id": rating.counter_id,
            "span": span,
            "service_id": rating.service_id,
            "instrument": instrument,
            "element": element,
            "value": value,
            "count": 1,
        }
        for span, instrument, element, value in sorted(rating.cells())
    ]


def _rating(row: Any) -> Rating:
    return Rating(
        counter_id=row.counter_id,
        service_id=row.service_id,
        day=row.day,
        instrument=row.instrument,
        answers=row.answers,
        cause=row.cause,
        reason=row.reason,
        id=row.id,
    )
