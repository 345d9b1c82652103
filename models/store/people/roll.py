"""The roll of an office: finding its people by name or by the last digits of their nip."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, func, or_, select

from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.people.people import lacking_codes, working
from models.store.people.posts import valid
from models.store.schema import invitations, people, posts, units

FEWEST_DIGITS = 3
"""So many last digits of a nip are shown of everybody; fewer mean nobody."""


@dataclass(frozen=True)
class Found:
    """Somebody of the roll: number, name, and the unit of their own post."""

    id: int
    name: str
    unit: str


@dataclass(frozen=True)
class Unjoined:
    """Somebody who works here and has never joined, and until when (UTC) a code of theirs works."""

    id: int
    name: str
    nip: str | None
    unit: Unit
    code_until: datetime | None


@dataclass(frozen=True)
class Ward:
    """Units whose people somebody keeps, and which day it is there."""

    unit_ids: Collection[int]
    day: date


def found(
    store: Store, wards: Sequence[Ward], words: str, *, but: int | None, skip: int, most: int
) -> list[Found]:
    """A page of who works in these units and is meant by the words (all of them where there are
    none), by name.

    Every word must be in the name; the figures together end the nip. In `words` are lower-case
    letters, figures and single spaces; `_` stands for any letter. `but` is left out.
    """
    query = (
        select(people.c.id, people.c.name, units.c.name.label("unit"))
        .select_from(
            posts.join(people, people.c.id == posts.c.person_id).join(
                units, units.c.id == posts.c.unit_id
            )
        )
        .where(_works_in(wards), people.c.id != (but or 0), *_meant(words))
        .order_by(people.c.name, people.c.id)
        .offset(skip)
        .limit(most)
    )
    return [Found(row.id, row.name, row.unit) for row in store.execute(query)]


def standing_code(store: Store, person_id: int, *, now: datetime) -> datetime | None:
    """Until when the code works that the person has and has not used yet; None without one."""
    theirs = invitations.c.person_id == person_id
    query = select(invitations.c.expires_at).where(theirs, *working(now))
    return max(store.execute(query).scalars(), default=None)


def last_day_of(store: Store, person_id: int) -> date | None:
    """The last day in service of somebody who leaves; None where none is known."""
    query = select(people.c.left_on).where(people.c.id == person_id)
    last: date | None = store.execute(query).scalar()
    return last


def lacking(store: Store, wards: Sequence[Ward], *, now: datetime) -> list[int]:
    """Who works in these units and has neither joined nor a code that still works."""
    query = select(posts.c.person_id).where(_works_in(wards)).distinct()
    return lacking_codes(store, store.execute(query).scalars(), now=now)


def unjoined(
    store: Store, wards: Sequence[Ward], *, now: datetime, unit_id: int | None = None
) -> list[Unjoined]:
    """Who works in these units (or in this one of them) and has never joined, by unit (in the
    office's own order) and name."""
    here = _works_in(wards)
    return _unjoined(store, here if unit_id is None else here & (units.c.id == unit_id), now)


def unjoined_among(
    store: Store, person_ids: Collection[int], day: date, *, now: datetime
) -> list[Unjoined]:
    """Who of these people works anywhere on that day and has never joined, by unit (in the
    office's own order) and name."""
    works = and_(posts.c.kind == "main", valid(posts, day))
    return _unjoined(store, works & people.c.id.in_(person_ids), now)


def _unjoined(store: Store, here: Any, now: datetime) -> list[Unjoined]:
    until = (
        select(invitations.c.person_id, func.max(invitations.c.expires_at).label("until"))
        .where(*working(now))
        .group_by(invitations.c.person_id)
        .subquery()
    )
    query = (
        select(people.c.id, people.c.name, people.c.nip, until.c.until, *_UNIT)
        .select_from(
            posts.join(people, people.c.id == posts.c.person_id)
            .join(units, units.c.id == posts.c.unit_id)
            .outerjoin(until, until.c.person_id == people.c.id)
        )
        .where(here, people.c.joined_at.is_(None))
        .order_by(people.c.name, people.c.id)
    )
    place = {unit.id: at for at, unit in enumerate(services.every_unit(store))}
    rows = sorted(store.execute(query), key=lambda row: place[row.unit_id])
    return [Unjoined(row.id, row.name, row.nip, _unit(row), row.until) for row in rows]


_UNIT = (units.c.id.label("unit_id"), units.c.name.label("unit"), units.c.zone, units.c.parent_id)


def _unit(row: Any) -> Unit:
    return Unit(row.unit_id, row.unit, row.zone, row.parent_id)


def _works_in(wards: Sequence[Ward]) -> Any:
    there = (and_(posts.c.unit_id.in_(ward.unit_ids), valid(posts, ward.day)) for ward in wards)
    return and_(posts.c.kind == "main", or_(False, *there))


def _meant(words: str) -> Iterator[Any]:
    figures = "".join(word for word in words.split() if word.isdecimal())
    if figures:
        yield people.c.nip.like(f"%{figures}") if len(figures) >= FEWEST_DIGITS else False
    for word in words.split():
        if not word.isdecimal():
            yield people.c.name.ilike(f"%{word}%")
