"""What a breach has touched: of how many people, which kinds of data, and who looked meanwhile."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, distinct, exists, func, select

from models.calendar import local
from models.incidents import Affected, Concerned, Held, Looks, Scope
from models.store import Store
from models.store.office import services
from models.store.schema import (
    addresses,
    appraisals,
    consents,
    counters,
    duties,
    entries,
    evaluations,
    files,
    leaves,
    letters,
    memberships,
    people,
    posts,
    ratings,
    requests,
    schedules,
    stations,
    superiors,
    targets,
    trail,
    units,
)

OF_PEOPLE = {
    "posts": posts,
    "superiors": superiors,
    "stations": stations,
    "duties": duties,
    "memberships": memberships,
    "schedules": schedules,
    "entries": entries,
    "targets": targets,
    "leaves": leaves,
    "evaluations": evaluations,
    "appraisals": appraisals,
    "consents": consents,
    "requests": requests,
}
"""The kinds of data that are rows of somebody's own, by the table that keeps them."""
SINCE = {
    "entries": entries.c.entered_on,
    "evaluations": evaluations.c.sent_on,
    "appraisals": appraisals.c.rated_on,
}
"""Of these kinds it is known on which day a row was written."""
KINDS = (
    *("names", "nips", *OF_PEOPLE, "chats", "files", "letters", "trail"),
    *("citizens", "ratings", "reasons"),
)


def affected(store: Store, scope: Scope) -> Affected:
    """Count what is held now of everybody in the scope, and read the trail of its time."""
    whose = _whose(store, scope)
    return Affected(_people(store, whose), _held(store, scope, whose), _looks(store, scope, whose))


def _whose(store: Store, scope: Scope) -> Select[Any]:
    """The numbers of the people in the scope."""
    if scope.what == "unit":
        first, last = _days(scope)
        below = services.subtree(store, int(scope.which or 0), last)
        then = and_(
            posts.c.valid_from <= last, func.coalesce(posts.c.valid_to, last) >= first
        )
        return select(posts.c.person_id).where(posts.c.unit_id.in_(below), then)
    if scope.what == "person":
        return select(people.c.id).where(people.c.id == scope.which)
    if scope.what == "channel":
        known = addresses.c.person_id.is_not(None)
        return select(addresses.c.person_id).where(addresses.c.channel == scope.which, known)
    return select(people.c.id)


def _days(scope: Scope) -> tuple[Any, Any]:
    return local(scope.first, scope.zone).date(), local(scope.last, scope.zone).date()


def _people(store: Store, whose: Select[Any]) -> tuple[Concerned, ...]:
    unit = (
        select(units.c.name)
        .join(posts, posts.c.unit_id == units.c.id)
        .where(posts.c.person_id == people.c.id)
        .order_by(posts.c.valid_from.desc(), posts.c.id.desc())
        .limit(1)
        .correlate(people)
    )
    joined = exists().where(addresses.c.person_id == people.c.id)
    query = (
        select(people.c.name, people.c.nip, func.coalesce(unit.scalar_subquery(), ""), joined)
        .where(people.c.id.in_(whose))
        .order_by(people.c.name, people.c.id)
    )
    rows = store.execute(query)
    return tuple(Concerned(name, nip, place, bool(there)) for name, nip, place, there in rows)


def _held(store: Store, scope: Scope, whose: Select[Any]) -> tuple[Held, ...]:
    here = people.c.id.in_(whose)
    chats: ColumnElement[bool] = addresses.c.person_id.in_(whose)
    if scope.what == "channel":
        chats = chats & (addresses.c.channel == scope.which)
    there = select(addresses.c.id).where(chats)
    found = [
        Held("names", _count(store, people.c.id, here)),
        Held("nips", _count(store, people.c.nip, here)),
    ]
    for kind, table in OF_PEOPLE.items():
        own = table.c.person_id.in_(whose)
        day = SINCE.get(kind)
        within = None
        if day is not None:
            within = _count(store, table.c.id, own & day.between(*_days(scope)))
        found.append(Held(kind, _count(store, table.c.id, own), within))
    found += [
        Held("chats", _count(store, addresses.c.id, chats)),
        Held("files", _count(store, files.c.id, files.c.address_id.in_(there))),
        Held("letters", _count(store, letters.c.id, letters.c.address_id.in_(there))),
        Held("trail", _count(store, trail.c.number, trail.c.about_id.in_(whose))),
        *_of_citizens(store, scope),
    ]
    return tuple(found)


def _of_citizens(store: Store, scope: Scope) -> list[Held]:
    """Ratings name nobody; what somebody wrote may. They belong to units, not to people.

    The chats of citizens belong to channels, and to no unit.
    """
    nobody = addresses.c.person_id.is_(None)
    if scope.what == "channel":
        here = nobody & (addresses.c.channel == scope.which)
        return [Held("citizens", _count(store, addresses.c.id, here))]
    if scope.what == "person":
        return []
    chats = [Held("citizens", _count(store, addresses.c.id, nobody))]
    rated: ColumnElement[bool] = ratings.c.id.is_not(None)
    if scope.what == "unit":
        below = services.subtree(store, int(scope.which or 0), _days(scope)[1])
        at = select(counters.c.id).where(counters.c.unit_id.in_(below))
        rated = ratings.c.counter_id.in_(at)
    then = rated & ratings.c.day.between(*_days(scope))
    found = [
        Held(kind, _count(store, column, rated), _count(store, column, then))
        for kind, column in (("ratings", ratings.c.id), ("reasons", ratings.c.reason))
    ]
    return found if scope.what == "unit" else [*chats, *found]


def _count(store: Store, column: ColumnElement[Any], where: ColumnElement[bool]) -> int:
    """How many rows have something in the column."""
    return int(store.execute(select(func.count(column)).where(where)).scalar_one())


def _looks(store: Store, scope: Scope, whose: Select[Any]) -> tuple[Looks, ...]:
    """What the trail tells of that time, who did most first."""
    name = case((trail.c.by_id.is_(None), None), else_=func.coalesce(people.c.name, "?"))
    times = func.count().label("times")
    then = trail.c.at.between(scope.first.astimezone(UTC), scope.last.astimezone(UTC))
    query = (
        select(
            trail.c.deed, trail.c.actor, name, times, func.count(distinct(trail.c.about_id))
        )
        .outerjoin(people, people.c.id == trail.c.by_id)
        .where(then, trail.c.about_id.in_(whose))
        .group_by(trail.c.deed, trail.c.actor, trail.c.by_id, people.c.name)
        .order_by(times.desc(), trail.c.deed, trail.c.by_id)
    )
    return tuple(Looks(*row) for row in store.execute(query))
