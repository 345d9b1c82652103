"""Vacancies: a post that nobody holds any more, and who were under whoever held it last.

Whoever acts in such a post (`posts.vacated_on`: the holder's last day there) has the team of that
day: those who have had no other superior since. The rule is SQL over a row of `superiors` (a link),
so that it is the same asked downwards and upwards (`models.store.people.charges`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, exists, or_, select

from models.people import Colleague
from models.services import Unit
from models.store import Store
from models.store.people.links import during, main_post, valid
from models.store.people.posts import Employee
from models.store.schema import people, posts, superiors, units


@dataclass(frozen=True)
class Seat:
    """Somebody in a main post, and their last day there; None for who holds it until further
    notice."""

    holder: Employee
    last: date | None


# -- as conditions


def acts_on(day: Any, acting: Any = posts) -> Any:
    """That a row of `posts` puts somebody in another's place on that day."""
    return (acting.c.kind == "acting") & acting.c.acts_for.is_not(None) & valid(acting, day)


def takes(link: Any, acting: Any, day: Any) -> Any:
    """That an acting post puts its holder over whoever has this link: of a vacant one, over those
    who had it on the last day that it was held."""
    then = acting.c.vacated_on
    held = or_(then.is_(None), then >= day) & valid(link, day)
    theirs = or_(held, during(link, then, then))
    return and_(acts_on(day, acting), acting.c.acts_for == link.c.superior_id, theirs)


def himself(link: Any, day: Any) -> Any:
    """That the superior of the link approves by it: it holds, or it is the last of whoever has
    vacated a post in which somebody acts, so that what stands above that post still does."""
    acting, own = posts.alias(), posts.alias()
    left = exists().where(
        acts_on(day, acting),
        acting.c.acts_for == link.c.person_id,
        acting.c.vacated_on == link.c.valid_to,
    )
    there = exists().where(own.c.person_id == link.c.person_id, main_post(day, table=own))
    return or_(valid(link, day), and_(_last(link, day), left, ~there))


def live(link: Any, day: Any) -> Any:
    """That somebody approves by the link, its superior or whoever acts in a vacant post."""
    acting = posts.alias()
    kept = exists().where(takes(link, acting, day), acting.c.vacated_on.is_not(None))
    return or_(himself(link, day), and_(_last(link, day), kept))


def _last(link: Any, day: Any) -> Any:
    """That the link is over, and the person has had no other since."""
    newer = superiors.alias()
    since = newer.c.person_id == link.c.person_id, newer.c.valid_from > link.c.valid_from
    return and_(link.c.valid_to < day, ~exists().where(*since, newer.c.valid_from <= day))


# -- asked of the store


def seat_of(store: Store, person_id: int, day: date) -> Seat | None:
    """Where the person has their main post that day, or had their last one; None for who never had
    one."""
    return next(iter(_seats(store, person_id, day)), None)


def _seats(store: Store, person_id: int, day: date) -> Sequence[Seat]:
    """The main posts of the person that had begun by that day, the latest first."""
    begun = (posts.c.person_id == person_id) & (posts.c.valid_from <= day)
    query = (
        select(people.c.name, people.c.nip, posts.c.title, posts.c.valid_to)
        .add_columns(units.c.id, units.c.name.label("unit"), units.c.zone, units.c.parent_id)
        .select_from(posts.join(people, people.c.id == posts.c.person_id))
        .join(units, units.c.id == posts.c.unit_id)
        .where(begun, posts.c.kind == "main")
        .order_by(posts.c.valid_from.desc(), posts.c.id.desc())
    )
    return [_seat(person_id, row) for row in store.execute(query)]


def _seat(person_id: int, row: Any) -> Seat:
    unit = Unit(row.id, row.unit, row.zone, row.parent_id)
    return Seat(Employee(person_id, row.name, row.nip, unit, row.title, None), row.valid_to)


def vacated_on(
    store: Store, person_id: int, place: tuple[int, str], first: date, last: date | None
) -> date | None:
    """The last day of the person in that place (unit and title; else the last they had there, or
    anywhere), where it is before the last of whoever acts in it from the first day on; None while
    they hold it."""
    unit, title = place
    seats = _seats(store, person_id, first)
    there = [seat for seat in seats if seat.holder.unit.id == unit] or seats
    very = [seat for seat in there if _is_title(seat.holder.title, title)] or there
    ends = very[0].last if very else None
    return ends if ends and (last is None or ends < last) else None


def left_posts(store: Store, unit_id: int, day: date) -> Sequence[tuple[date, int, str]]:
    """The main posts of the unit that were over by that day: last day, whose, and their titles."""
    over = (posts.c.kind == "main") & (posts.c.unit_id == unit_id) & (posts.c.valid_to < day)
    query = select(posts.c.valid_to, posts.c.person_id, posts.c.title).where(over)
    return [(row.valid_to, row.person_id, row.title) for row in store.execute(query)]


def team_left(store: Store, person_id: int, last: date, day: date) -> tuple[Colleague, ...]:
    """Who had the person as superior on their last day and has had nobody else since, by name."""
    theirs = (superiors.c.superior_id == person_id) & during(superiors, last, last)
    query = (
        select(people.c.id, people.c.name)
        .select_from(superiors.join(people, people.c.id == superiors.c.person_id))
        .join(posts, posts.c.person_id == people.c.id)
        .where(theirs, main_post(day), or_(valid(superiors, day), _last(superiors, day)))
        .order_by(people.c.name, people.c.id)
    )
    return tuple(Colleague(row.id, row.name) for row in store.execute(query))


def left_above(store: Store, person_id: int, day: date) -> Seat | None:
    """The vacant post above the person: where their last superior was until that ended, whether
    they have left service or moved on; None where somebody else has it since, or they have had
    another superior."""
    query = select(superiors.c.superior_id, superiors.c.valid_to)
    over = store.execute(query.where(superiors.c.person_id == person_id, _last(superiors, day)))
    for superior, last in over:
        for seat in _seats(store, superior, last)[:1]:
            if seat.last and seat.last <= last and not _is_held(store, seat.holder, day):
                return seat
    return None


def _is_held(store: Store, was: Employee, day: date) -> bool:
    """Whether somebody has that very post that day."""
    here = select(posts.c.title).where(posts.c.unit_id == was.unit.id, main_post(day))
    return any(_is_title(title, was.title) for title in store.execute(here).scalars())


def _is_title(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
