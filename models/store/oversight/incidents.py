"""What a breach has touched: of how many people, which kinds of data, and who looked meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    case,
    distinct,
    exists,
    func,
    select,
    true,
)

from models.calendar import local
from models.incidents import Affected, AffectedRows, Concerned, Looks, Scope
from models.store import Store
from models.store.office import services
from models.store.personal import (
    Breach,
    No,
    OfCitizens,
    OfPerson,
    declaration,
    declared,
    leads_to,
    refers_to,
    rows_of,
)
from models.store.schema import addresses, metadata, people, posts, trail, units


def affected(store: Store, scope: Scope) -> Affected:
    """Count what is held now of everybody in the scope, and read the trail of its time."""
    whose = _whose(store, scope)
    return Affected(_people(store, whose), _held(store, scope, whose), _looks(store, scope, whose))


def _whose(store: Store, scope: Scope) -> Select[Any]:
    """The numbers of the people in the scope."""
    if scope.what == "unit":
        first, last = _days(scope)
        below = services.subtree(store, int(scope.which or 0), last)
        then = and_(posts.c.valid_from <= last, func.coalesce(posts.c.valid_to, last) >= first)
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


def kinds() -> tuple[str, ...]:
    """The kinds of data that are reported, in their order."""
    return tuple(breach.kind for _, breach in _breaches())


def named() -> frozenset[str]:
    """The kinds that stand in a notice too; the others are in the report alone."""
    return frozenset(breach.kind for _, breach in _breaches() if breach.named)


def _breaches() -> list[tuple[Table, Breach]]:
    found = [
        (table, replace(breach, kind=breach.kind or table.name))
        for table, one in declared(metadata.tables.values())
        for breach in (() if isinstance(one.breach, No) else one.breach)
    ]
    return sorted(found, key=lambda one: one[1].place)


def _held(store: Store, scope: Scope, whose: Select[Any]) -> tuple[AffectedRows, ...]:
    found = []
    for table, breach in _breaches():
        if breach.citizens:
            here = _of_citizens(store, scope, table)
        else:
            here = _of_people(scope, table, whose)
        if here is not None:
            found.append(_counted(store, scope, table, breach, here))
    return tuple(found)


def _of_people(scope: Scope, table: Table, whose: Select[Any]) -> ColumnElement[bool]:
    """The rows that concern these people; of what lies in chats, in those of the channel."""
    if not leads_to(table, addresses):
        return rows_of(table, people, people.c.id.in_(whose))
    chats: ColumnElement[bool] = addresses.c.person_id.in_(whose)
    if scope.what == "channel":
        chats = chats & (addresses.c.channel == scope.which)
    return rows_of(table, addresses, chats)


def _of_citizens(store: Store, scope: Scope, table: Table) -> ColumnElement[bool] | None:
    """The rows that concern citizens; None where none of them are in the scope.

    Ratings name nobody; what somebody wrote may. They belong to units, not to people. The chats of
    citizens belong to channels, and to no unit.
    """
    match scope.what, declaration(table).concerns:
        case "all", OfPerson(whose):
            return table.c[whose].is_(None)
        case "channel", OfPerson(whose):
            return table.c[whose].is_(None) & (table.c.channel == scope.which)
        case "all", OfCitizens():
            return true()
        case "unit", OfCitizens(columns):
            below = services.subtree(store, int(scope.which or 0), _days(scope)[1])
            return _at(table, columns, below)
    return None


def _at(table: Table, columns: Sequence[str], unit_ids: Collection[int]) -> ColumnElement[bool]:
    """The rows of which these columns, one table after the other, lead to one of these units."""
    first, *rest = columns
    if not rest:
        return table.c[first].in_(unit_ids)
    there = refers_to(table, first)
    return table.c[first].in_(select(there).where(_at(there.table, rest, unit_ids)))


def _counted(
    store: Store, scope: Scope, table: Table, breach: Breach, here: ColumnElement[bool]
) -> AffectedRows:
    column = table.c[breach.column] if breach.column else next(iter(table.primary_key))
    within = None
    if breach.since:
        then = table.c[breach.since].between(*_days(scope))
        within = _count(store, column, here & then)
    return AffectedRows(breach.kind, _count(store, column, here), within)


def _count(store: Store, column: ColumnElement[Any], where: ColumnElement[bool]) -> int:
    """How many rows have something in the column."""
    return int(store.execute(select(func.count(column)).where(where)).scalar_one())


def _looks(store: Store, scope: Scope, whose: Select[Any]) -> tuple[Looks, ...]:
    """What the trail tells of that time, who did most first."""
    name = case((trail.c.by_id.is_(None), None), else_=func.coalesce(people.c.name, "?"))
    times = func.count().label("times")
    then = trail.c.at.between(scope.first.astimezone(UTC), scope.last.astimezone(UTC))
    query = (
        select(trail.c.deed, trail.c.actor, name, times, func.count(distinct(trail.c.about_id)))
        .outerjoin(people, people.c.id == trail.c.by_id)
        .where(then, trail.c.about_id.in_(whose))
        .group_by(trail.c.deed, trail.c.actor, trail.c.by_id, people.c.name)
        .order_by(times.desc(), trail.c.deed, trail.c.by_id)
    )
    return tuple(Looks(*row) for row in store.execute(query))
