"""Branches: units that move in the tree or are closed, and the tree as it was on a day.

Where a unit stands today is its own column; each place it had before is a row with its last day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)

from models.calendar import local
from models.letters import Text
from models.refused import Refused
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import DAY, main_post
from models.store.schema import branches, counters, offers, posts, units

LAST = 1_000_000
"""Behind all to which the office has given a place, those stand to which it has given none."""
SIBLINGS = (func.coalesce(units.c.position, LAST), units.c.id)
"""In which order units stand that are below the same one: as the office says, else as they came in
its files."""


class FormerPlace(NamedTuple):
    """Below which unit another stood (None: at the top), from a day on (None: ever) to a last."""

    parent: int | None
    first: date | None
    last: date | None


def below(unit_id: int, day: date | None) -> Select[Any]:
    """Ids: the unit's and of all units below it, on that day; as they stand where day is None."""
    tree = _tree(day)
    top = select(units.c.id).where(units.c.id == unit_id).cte("below", recursive=True)
    under = select(tree.c.id).join(top, tree.c.parent_id == top.c.id)
    return select(top.union(under).c.id)


def above(store: Store, unit_id: int, day: date) -> int | None:
    """The id of the unit directly above this one on that day."""
    found: int | None = _ABOVE.scalar(store, {"of_unit": unit_id, "on_day": day})
    return found


def nested(parents: Mapping[int, int | None], top: int | None) -> Iterator[tuple[int, int]]:
    """Those below `top` (None: all), each before those below it, with how deep they stand; siblings
    in the order of `parents`."""
    under: dict[int | None, list[int]] = {}
    for number, above in parents.items():
        under.setdefault(above, []).append(number)
    waiting = [(number, 0) for number in reversed(under.get(top, []))]
    while waiting:
        number, depth = waiting.pop()
        yield number, depth
        waiting += [(one, depth + 1) for one in reversed(under.get(number, []))]


def ordered(store: Store, unit_id: int, day: date | None) -> list[tuple[int, int]]:
    """The units below this one in the office's order, each with how deep below it stands: on that
    day, or as they stand."""
    known = parents(store, unit_id, day)
    rows = store.execute(select(units.c.id).where(units.c.id.in_(known)).order_by(*SIBLINGS))
    return list(nested({number: known[number] for number in rows.scalars()}, unit_id))


def parents(store: Store, unit_id: int, day: date | None) -> dict[int, int | None]:
    """The unit and all below it, each with the one above it: on that day, or as they stand."""
    then = {} if day is None else {"on_day": day}
    query = _UNDER_NOW if day is None else _UNDER_THEN
    return {row.id: row.parent_id for row in query.all(store, {"of_unit": unit_id, **then})}


def standing(store: Store, day: date) -> dict[int, int | None]:
    """Every unit, with the one above it on that day (None: at the top), in the office's order."""
    tree = _tree(day)
    query = select(tree.c.id, tree.c.parent_id).join(units, units.c.id == tree.c.id)
    return {row.id: row.parent_id for row in store.execute(query.order_by(*SIBLINGS))}


def move(
    store: Store, unit_id: int, parent_id: int | None, *, since: date, stamp: Stamp | None = None
) -> bool:
    """Put a unit that is there below another (None: at the top) from that day on.

    The day is not later than the unit's today. False where it stands there since then already.
    Where it stood before stays so for the days before; what was said of later days is replaced.
    Refused below itself, below what is below it on any day since, and below a closed unit.
    """
    places = list(_places(store, unit_id))
    now = places[-1]
    if now.parent == parent_id and (now.first or date.min) <= since:
        return False
    if parent_id is not None:
        _refuse_circle(store, unit_id, parent_id, since)
    before = [
        one._replace(last=min(one.last or since, since - DAY))
        for one in places
        if (one.first or date.min) < since
    ]
    _rewrite(store, unit_id, before, parent_id)
    what = {"unit": unit_id, "parent": parent_id, "since": str(since)}
    stamped(store, stamp, "unit", {None: what})
    return True


def close_unit(
    store: Store, unit_id: int, *, last_day: date, now: datetime, stamp: Stamp | None = None
) -> None:
    """Close a unit after its last day; its figures, and what was done there, stay.

    Refused while a unit below it is open, or somebody has their post there, after that day. From
    the day after, nothing is offered there any more: at once where it is over, else by `shut`.
    """
    after = last_day + DAY
    still = or_(units.c.closed_on.is_(None), units.c.closed_on > last_day)
    if store.execute(select(units.c.id).where(units.c.parent_id == unit_id, still)).first():
        raise Refused(Text("unit-has-units"))
    there = select(posts.c.id).where(posts.c.unit_id == unit_id, main_post(after, date.max))
    if store.execute(there).first():
        raise Refused(Text("unit-has-people"))
    store.execute(update(units).where(units.c.id == unit_id).values(closed_on=last_day))
    stamped(store, stamp, "unit", {None: {"unit": unit_id, "closed": str(last_day)}})
    shut(store, now)


def shut(store: Store, now: datetime) -> None:
    """Offer nothing more in units whose last day is over by their own clock."""
    query = select(units.c.id, units.c.zone, units.c.closed_on)
    closed = store.execute(query.where(units.c.closed_on.is_not(None)))
    over = [row.id for row in closed if local(now, row.zone).date() > row.closed_on]
    if not over:
        return
    here = select(counters.c.id).where(counters.c.unit_id.in_(over))
    shown = offers.c.counter_id.in_(here) & offers.c.open.is_(True)
    store.execute(update(offers).where(shown).values(open=False))


def _tree(day: date | ColumnElement[date] | None) -> CTE:
    """Every unit and the one above it, on that day."""
    if day is None:
        return select(units.c.id, units.c.parent_id).cte("tree")
    then = (branches.c.valid_to >= day) & or_(
        branches.c.valid_from.is_(None), branches.c.valid_from <= day
    )
    past = select(branches.c.unit_id.label("id"), branches.c.parent_id).where(then)
    stays = units.c.id.not_in(select(branches.c.unit_id).where(then))
    return union_all(past, select(units.c.id, units.c.parent_id).where(stays)).cte("tree")


def _under(tree: CTE) -> Select[Any]:
    """The unit `of_unit` and all below it, each with the one above it."""
    top = select(tree.c.id, tree.c.parent_id).where(tree.c.id == bindparam("of_unit"))
    under = top.cte("under", recursive=True)
    found = under.union(
        select(tree.c.id, tree.c.parent_id).join(under, tree.c.parent_id == under.c.id)
    )
    return select(found.c.id, found.c.parent_id)


def _over(tree: CTE) -> Select[Any]:
    return select(tree.c.parent_id).where(tree.c.id == bindparam("of_unit"))


_ABOVE = Prepared(_over(_tree(bindparam("on_day", type_=Date))))
_UNDER_NOW = Prepared(_under(_tree(None)))
_UNDER_THEN = Prepared(_under(_tree(bindparam("on_day", type_=Date))))


def _places(store: Store, unit_id: int) -> Iterator[FormerPlace]:
    """Where the unit stood and stands, in the order of time."""
    here = branches.c.unit_id == unit_id
    first: date | None = None
    for row in store.execute(select(branches).where(here).order_by(branches.c.valid_to)):
        yield FormerPlace(row.parent_id, first, row.valid_to)
        first = row.valid_to + DAY
    stands = select(units.c.parent_id).where(units.c.id == unit_id)
    yield FormerPlace(store.execute(stands).scalar_one(), first, None)


def _refuse_circle(store: Store, unit_id: int, parent_id: int, since: date) -> None:
    closed = select(units.c.id).where(units.c.id == parent_id, units.c.closed_on.is_not(None))
    if store.execute(closed).first():
        raise Refused(Text("unit-closed"))
    later = select(branches.c.valid_to).where(branches.c.valid_to >= since).distinct()
    days = {since, *(last + DAY for last in store.execute(later).scalars())}
    for day in sorted(days):
        if parent_id in set(store.execute(below(unit_id, day)).scalars()):
            raise Refused(Text("unit-circle"))


def _rewrite(store: Store, unit_id: int, before: list[FormerPlace], parent_id: int | None) -> None:
    """What was said of the past is cut; a place that only goes on is no other one."""
    if before and before[-1].parent == parent_id:
        before = before[:-1]
    store.execute(delete(branches).where(branches.c.unit_id == unit_id))
    rows: list[dict[str, Any]] = [
        {"unit_id": unit_id, "parent_id": p, "valid_from": first, "valid_to": last}
        for p, first, last in before
    ]
    if rows:
        store.execute(insert(branches), rows)
    store.execute(update(units).where(units.c.id == unit_id).values(parent_id=parent_id))
