"""Ratings: the raw submissions, counted in the same transaction among what waits for release."""

from __future__ import annotations

from collections import Counter as Counted
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Table, bindparam, case, delete, exists, func, insert, select, update

from models.dice import Dice
from models.quarter import Quarter
from models.ratings import Rating, new_id
from models.rebuttals import RebuttalState
from models.release import LEVELS, Level, span_of
from models.scores import OVERALL
from models.store import Store, dice_of
from models.store import schema as rows
from models.store.engine.prepared import Prepared
from models.store.ratings import holds, runs, unreleased
from models.store.ratings.counted import codes
from models.store.schema import ratings


class Withheld(NamedTuple):
    """How many comments wait for the oversight team, were kept back by it, and wait until enough
    can be told together."""

    held: int = 0
    kept: int = 0
    untold: int = 0


class ToldComment(NamedTuple):
    """A comment that the unit reads, by the number of its rating; how a rebuttal of it stands, and
    the words of one that stands beside it."""

    id: str
    words: str
    rebuttal: RebuttalState | None = None
    beside: str | None = None


_ADD = Prepared(insert(ratings))
_AMEND = Prepared(
    update(ratings)
    .where(ratings.c.id == bindparam("rating"))
    .values(
        counter_id=bindparam("new_counter"),
        answers=bindparam("new_answers"),
        cause=bindparam("new_cause"),
        reason=bindparam("new_reason"),
        hold=bindparam("new_hold"),
        kind=bindparam("new_kind"),
    )
)
_ONE = Prepared(select(ratings).where(ratings.c.id == bindparam("rating")))


def add(store: Store, rating: Rating, *, hour: int | None = None) -> str:
    """Write a rating and count it; gives its id. `hour`: in which it came, where it is to be judged
    whether it counts at once (`quarantines`)."""
    number = rating.id or new_id(dice_of(store))
    row = {
        "id": number,
        "counter_id": rating.counter_id,
        "service_id": rating.service_id,
        "day": rating.day,
        "instrument": rating.instrument,
        "answers": dict(rating.answers),
        "cause": rating.cause,
        "reason": rating.reason,
        "hold": holds.of(store, rating),
        "kind": rating.kind,
        "hour": hour,
    }
    _ADD.run(store, row)
    if hour is not None:
        runs.count(store, rating, hour)
    unreleased.count(store, unreleased.cells(rating))
    return number


def amend(store: Store, rating_id: str, rating: Rating) -> str:
    """Put the rating in the place of an earlier one; only what differs is counted anew."""
    row = _ONE.first(store, {"rating": rating_id})
    earlier = rating_of(row)
    if row.batch_id is None:  # what is held is counted as it stands when it is let go
        _recount(store, unreleased.cells(earlier), unreleased.cells(rating))
    values = {
        "new_counter": rating.counter_id,
        "new_answers": dict(rating.answers),
        "new_cause": rating.cause,
        "new_reason": rating.reason,
        "new_kind": rating.kind,
        "new_hold": row.hold if _says_the_same(earlier, rating) else holds.of(store, rating),
    }
    _AMEND.run(store, {"rating": rating_id, **values})
    return rating_id


def _recount(store: Store, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    changed = [(cell, False) for cell in before if cell not in after]
    changed += [(cell, True) for cell in after if cell not in before]
    changed.sort(key=lambda change: unreleased.place(change[0]))
    for counted, cells in groupby(changed, key=lambda change: change[1]):
        (unreleased.count if counted else unreleased.uncount)(store, [cell for cell, _ in cells])


def by_id(store: Store, rating_id: str) -> Rating:
    """The rating with this id, which is there."""
    return rating_of(_ONE.first(store, {"rating": rating_id}))


def remove(store: Store, rating_id: str) -> None:
    """Take a rating out again, and out of what waits."""
    row = _ONE.first(store, {"rating": rating_id})
    if row.batch_id is None:
        unreleased.uncount(store, unreleased.cells(rating_of(row)))
    codes.drop(store, rating_id)
    store.execute(delete(ratings).where(ratings.c.id == rating_id))


def told(
    store: Store,
    counter_ids: Collection[int],
    quarter: Quarter,
    *,
    level: Level,
    most: int,
    skip: int,
    service_id: int | None = None,
    only: str | None = None,
) -> list[ToldComment]:
    """What people wrote beside ratings that were released up to this level, in batches: in no order
    that tells of time. What is held, and what nobody has judged, is not there. `only`: of these the
    one of this number."""
    here = [*_said(counter_ids, quarter, level, service_id)]
    here += [ratings.c.id == only] if only is not None else []
    beside = case((rows.rebuttals.c.state == "beside", rows.rebuttals.c.words))
    query = (
        select(ratings.c.id, ratings.c.reason, rows.rebuttals.c.state, beside)
        .outerjoin(rows.rebuttals, rows.rebuttals.c.rating_id == ratings.c.id)
        .where(*here, ratings.c.reason.is_not(None), ratings.c.hold.in_(holds.READ))
        .order_by(ratings.c.id)
        .limit(most)
        .offset(skip)
    )
    return [ToldComment(*row) for row in store.execute(query)]


def told_at(store: Store, number: str) -> tuple[int, Quarter, ToldComment] | None:
    """One that is told of a counter alone, with the counter and the quarter."""
    query = select(ratings.c.counter_id, ratings.c.day).where(ratings.c.id == number)
    row = store.execute(query).first()
    if row is None:
        return None
    counter, quarter = row.counter_id, Quarter.of(row.day)
    found = told(store, [counter], quarter, level="counter", most=1, skip=0, only=number)
    return (counter, quarter, found[0]) if found else None


def reasons_counted(
    store: Store, unit_ids: Collection[int], quarter: Quarter
) -> dict[Level, Counted[tuple[int, int, int]]]:
    """How many such texts there are up to each level: by unit, counter and service."""
    place = (rows.counters.c.unit_id, ratings.c.counter_id, ratings.c.service_id)
    upto = (func.sum(case((_only_wider(quarter, one), 0), else_=1)) for one in LEVELS)
    query = (
        select(*place, *upto)
        .join(rows.counters, rows.counters.c.id == ratings.c.counter_id)
        .where(rows.counters.c.unit_id.in_(unit_ids), ratings.c.reason.is_not(None))
        .where(ratings.c.hold.in_(holds.READ))
        .where(ratings.c.day.between(quarter.first_day, quarter.last_day))
        .where(~waits())
        .group_by(*place)
    )
    found = store.execute(query).all()
    return {
        level: Counted({(u, c, s): int(several[nth]) for u, c, s, *several in found})
        for nth, level in enumerate(LEVELS)
    }


def released_sheets(
    store: Store, counter_ids: Collection[int], quarter: Quarter, survey: str
) -> list[dict[str, int]]:
    """The sheets of the survey with this key that the figure of these counters' unit is of, in a
    quarter that is closed: element -> answer. What waits, or is held, is not there.

    The answers to each element are in a random order of their own. A figure is of one element at a
    time, so none changes; but nine answers that were one person's, beside how often each was given
    at each counter, would tell of many where they were.
    """
    same = ("counter_id", "service_id", "kind", "instrument", "day")
    there = (rows.unreleased.c[name] == ratings.c[name] for name in same)
    query = (
        select(ratings.c.answers)
        .where(ratings.c.counter_id.in_(counter_ids), ratings.c.instrument == survey)
        .where(ratings.c.day.between(quarter.first_day, quarter.last_day))
        .where(ratings.c.batch_id.is_(None))
        .where(~exists().where(*there, rows.unreleased.c["count"] > 0))
    )
    dice = dice_of(store)
    found = list(store.execute(query).scalars())
    elements = sorted({element for answers in found for element in answers})
    columns = (_dealt(dice, [answers.get(one) for answers in found]) for one in elements)
    every = (zip(elements, row, strict=True) for row in zip(*columns, strict=True))
    return [{key: value for key, value in row if value is not None} for row in every]


def _dealt(dice: Dice, answers: list[int | None]) -> list[int | None]:
    """In random order."""
    lots = [(dice.hexadecimal(16), answer) for answer in answers]
    return [answer for _, answer in sorted(lots, key=lambda lot: lot[0])]


def withheld(
    store: Store, counter_ids: Collection[int], quarter: Quarter, *, level: Level
) -> Withheld:
    """How many comments beside those ratings nobody of the unit reads."""
    here = _said(counter_ids, quarter, level, None)
    query = select(ratings.c.hold, func.count()).where(*here).group_by(ratings.c.hold)
    found = {hold: int(n) for hold, n in store.execute(query).all()}
    untold = sum(found.get(hold, 0) for hold in holds.UNTOLD)
    return Withheld(found.get(holds.HELD, 0), found.get(holds.KEPT, 0), untold)


def _says_the_same(before: Rating, after: Rating) -> bool:
    return (before.reason, before.counter_id) == (after.reason, after.counter_id)


def _said(
    counter_ids: Collection[int], quarter: Quarter, level: Level, service_id: int | None
) -> Iterator[Any]:
    """Which ratings: of the quarter, released up to this level."""
    yield ratings.c.counter_id.in_(counter_ids)
    yield ratings.c.day.between(quarter.first_day, quarter.last_day)
    yield ~waits()
    yield ~_only_wider(quarter, level)
    if service_id is not None:
        yield ratings.c.service_id == service_id


def waits() -> Any:
    """Whether the first tap of a rating waits to be released, or is held (`quarantines`)."""
    there = exists().where(*_first_taps(rows.unreleased), rows.unreleased.c.day == ratings.c.day)
    return there | ratings.c.batch_id.is_not(None)


def _only_wider(quarter: Quarter, level: Level) -> Any:
    """Whether it is read only where more than this level adds up."""
    rest = ratings.c.hold == holds.REST
    return further_up(quarter, level) if level == "unit" else further_up(quarter, level) | rest


def further_up(quarter: Quarter, level: Level) -> Any:
    """Whether it was released only as a rest of more than this level adds up."""
    above = [span_of(quarter, one) for one in LEVELS if LEVELS.index(one) > LEVELS.index(level)]
    there = rows.tallies.c.span.in_(above) & (rows.tallies.c.since <= ratings.c.day)
    return exists().where(*_first_taps(rows.tallies), there)


def _first_taps(table: Table) -> list[Any]:
    """The cells of one table in which the first tap of a rating is counted."""
    same = ("counter_id", "service_id", "kind", "instrument")
    columns = [table.c[name] == ratings.c[name] for name in same]
    return [*columns, table.c.element == OVERALL, table.c["count"] > 0]


def rating_of(row: Any) -> Rating:
    """The rating that a row holds."""
    return Rating(
        counter_id=row.counter_id,
        service_id=row.service_id,
        day=row.day,
        instrument=row.instrument,
        answers=row.answers,
        cause=row.cause,
        reason=row.reason,
        kind=row.kind,
        id=row.id,
    )
