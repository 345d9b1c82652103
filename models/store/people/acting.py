"""Acting posts (Plt., Plh.): what somebody holds for a while beside their own."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.people import Post
from models.services import Unit
from models.store import Store
from models.store.people.links import valid
from models.store.schema import posts, units


def of_person(store: Store, person_id: int, day: date) -> tuple[Post, ...]:
    """What the person holds on that day beside their own post, as acting; the longest first."""
    query = (
        select(posts.c.title, units)
        .join(units, units.c.id == posts.c.unit_id)
        .where(posts.c.person_id == person_id, posts.c.kind == "acting", valid(posts, day))
        .order_by(posts.c.valid_from, posts.c.id)
    )
    rows = store.execute(query)
    return tuple(Post(Unit(r.id, r.name, r.zone, r.parent_id), r.title) for r in rows)
