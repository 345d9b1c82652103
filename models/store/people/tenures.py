"""Tenures: who worked where during a stretch of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.services import Unit
from models.store import Store
from models.store.people.links import main_post
from models.store.schema import people, posts, units


@dataclass(frozen=True)
class Tenure:
    """One person's post in one unit, from a day on, as far as the days asked for."""

    person_id: int
    name: str
    nip: str | None
    unit: Unit
    title: str
    since: date


def tenures(store: Store, first: date, last: date) -> dict[int, list[Tenure]]:
    """Everybody with a main post on some day from `first` to `last`, by name, and their posts.

    The days are those of each unit. Posts are in the order of time.
    """
    query = (
        select(posts, people.c.name, people.c.nip, units.c.name.label("unit"))
        .add_columns(units.c.zone, units.c.parent_id)
        .select_from(
            posts.join(people, people.c.id == posts.c.person_id).join(
                units, units.c.id == posts.c.unit_id
            )
        )
        .where(main_post(first, last))
        .order_by(people.c.name, people.c.id, posts.c.valid_from, posts.c.id)
    )
    found: dict[int, list[Tenure]] = {}
    for row in store.execute(query):
        unit = Unit(row.unit_id, row.unit, row.zone, row.parent_id)
        one = Tenure(row.person_id, row.name, row.nip, unit, row.title, row.valid_from)
        found.setdefault(row.person_id, []).append(one)
    return found


def on(own: list[Tenure], day: date) -> Tenure:
    """The post to which a person's work of that day belongs.

    The last one that had begun by then, else the first one: who is taken in on a Monday has
    perhaps logged the Friday before.
    """
    begun = [tenure for tenure in own if tenure.since <= day]
    return begun[-1] if begun else own[0]
