"""Doubts about superiors: who says so, who stands there, who it may be, what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from sqlalchemy import insert, select, update

from models.store import Store, of_row
from models.store.office import services
from models.store.people import duties, posts
from models.store.people.links import main_post
from models.store.people.posts import Employee
from models.store.schema import doubts
from models.store.schema import posts as places

Settled: TypeAlias = Literal["changed", "kept"]


@dataclass(frozen=True)
class Doubt:
    """One person's doubt: `superior_id` stood there when it was said on that day."""

    id: int
    person_id: int
    superior_id: int | None
    proposed_id: int | None
    said_on: date
    state: str
    settled_by: int | None = None
    settled_on: date | None = None


def say(
    store: Store, person_id: int, *, superior_id: int | None, proposed_id: int | None, day: date
) -> tuple[Doubt, bool]:
    """The person's open doubt with this in it, and whether any of it is new."""
    before = open_of(store, person_id)
    said = {"superior_id": superior_id, "proposed_id": proposed_id}
    if before is None:
        row = {"person_id": person_id, **said, "said_on": day, "state": "open"}
        made = store.execute(insert(doubts).values(**row).returning(doubts))
        return of_row(Doubt, made.one()), True
    if (before.superior_id, before.proposed_id) == (superior_id, proposed_id):
        return before, False
    changed = update(doubts).where(doubts.c.id == before.id).values(**said, said_on=day)
    return of_row(Doubt, store.execute(changed.returning(doubts)).one()), True


def doubt(store: Store, number: int) -> Doubt | None:
    """The doubt with this number."""
    row = store.execute(select(doubts).where(doubts.c.id == number)).first()
    return None if row is None else of_row(Doubt, row)


def open_of(store: Store, person_id: int) -> Doubt | None:
    """The person's doubt that nobody has settled yet."""
    here = (doubts.c.person_id == person_id) & (doubts.c.state == "open")
    row = store.execute(select(doubts).where(here)).first()
    return None if row is None else of_row(Doubt, row)


def open_among(store: Store, unit_ids: Collection[int], day: date) -> list[Doubt]:
    """What is open of those who work in these units on that day, the oldest first."""
    works = select(places.c.person_id).where(places.c.unit_id.in_(unit_ids), main_post(day))
    here = (doubts.c.state == "open") & doubts.c.person_id.in_(works)
    query = select(doubts).where(here).order_by(doubts.c.said_on, doubts.c.id)
    return [of_row(Doubt, row) for row in store.execute(query)]


def settle(store: Store, number: int, state: Settled, *, by: int, day: date) -> bool:
    """Close an open doubt; False where somebody else has done so."""
    here = (doubts.c.id == number) & (doubts.c.state == "open")
    done = {"state": state, "settled_by": by, "settled_on": day}
    return bool(store.execute(update(doubts).where(here).values(**done)).rowcount)


def likely(store: Store, whose: Employee, day: date) -> list[Employee]:
    """Who may be this employee's superior, the likeliest first.

    The heads of the unit and of the one above, then those of the unit who lead others in it, then
    the rest of it by name; nobody who has this employee as their own superior.
    """
    units = [unit.id for unit in services.lineage(store, whose.unit.id)[:2]]
    chiefs = [head for unit in units for head in duties.holders(store, "head", [unit], day)]
    here = posts.employees(store, day, unit_ids=[whose.unit.id])
    found = {one.id: one for one in posts.employees(store, day, person_ids=chiefs)}
    found |= {one.id: one for one in here}
    leaders = {one.superior_id for one in here}
    able = [one for one in found.values() if whose.id not in (one.id, one.superior_id)]

    def rank(one: Employee) -> tuple[int, str, int]:
        at = chiefs.index(one.id) if one.id in chiefs else len(chiefs) + (one.id not in leaders)
        return at, one.name, one.id

    return sorted(able, key=rank)
