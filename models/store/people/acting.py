"""Acting posts (Plt., Plh.): what somebody holds for a while beside their own."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import insert, select

from models.people import Post
from models.services import Unit
from models.store import Store
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import DAY, ended, valid
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


def act(
    store: Store,
    person_id: int,
    unit_id: int,
    title: str,
    *,
    since: date,
    until: date | None = None,
    stamp: Stamp | None = None,
) -> bool:
    """Let the person hold a post there as acting (Plt., Plh.), from that day on, perhaps to a last.

    False where that is so already. It is beside the main post, and ends the acting one that the
    person had in that unit.
    """
    whose = _acting(person_id, unit_id)
    row = store.execute(select(posts).where(whose, valid(posts, since))).first()
    if row is not None and (row.title, row.valid_to) == (title, until):
        return False
    ended(store, posts, whose, since)
    link = {"person_id": person_id, "unit_id": unit_id, "title": title, "kind": "acting"}
    store.execute(insert(posts).values(**link, valid_from=since, valid_to=until))
    what = {"unit": unit_id, "kind": "acting", "since": str(since)}
    stamped(store, stamp, "post", {person_id: what})
    return True


def end(
    store: Store, person_id: int, unit_id: int, *, since: date, stamp: Stamp | None = None
) -> bool:
    """The person is acting there no longer, from that day on; False where they were not."""
    were = ended(store, posts, _acting(person_id, unit_id), since)
    if were:
        what = {"unit": unit_id, "kind": "acting", "until": str(since - DAY)}
        stamped(store, stamp, "post", {person_id: what})
    return were


def _acting(person_id: int, unit_id: int) -> Any:
    acting = (posts.c.person_id == person_id) & (posts.c.kind == "acting")
    return acting & (posts.c.unit_id == unit_id)
