"""Zones: by whose clock a person's days are cut."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import bindparam, select

from models.calendar import local, moment
from models.people import Person
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.schema import duties, posts, units

WITHOUT_POST = "Asia/Jakarta"
"""By whose clock a day is told of who has no post (nor ever had one, nor a duty); the zone where a
day ends last."""


_POSTS = Prepared(
    select(units.c.zone, posts.c.valid_from, posts.c.valid_to)
    .join(posts, posts.c.unit_id == units.c.id)
    .where(posts.c.person_id == bindparam("person"), posts.c.kind == "main")
    .order_by(posts.c.valid_from.desc())
)


def zones_of(store: Store, person_id: int, now: datetime) -> list[str]:
    """The zones in which the person has, had or will have a main post.

    That of today first (the newer, where two clocks differ), then the past, the newest first.
    """
    rows = _POSTS.all(store, {"person": person_id})
    begun = [row for row in rows if row.valid_from <= local(now, row.zone).date()]
    here = [one for one in begun if local(now, one.zone).date() <= (one.valid_to or date.max)]
    return list(dict.fromkeys(row.zone for row in (*here, *begun, *reversed(rows))))


def zone_of(store: Store, person_id: int, now: datetime) -> str:
    """By whose clock the person's days are cut: their post's, else a duty's, else WIB."""
    for zone in zones_of(store, person_id, now):
        return zone
    query = select(units.c.zone).join(duties, duties.c.unit_id == units.c.id)
    mine = query.where(duties.c.person_id == person_id).order_by(duties.c.id.desc())
    return store.execute(mine).scalar() or WITHOUT_POST


def over(day: date) -> datetime:
    """The moment (UTC) by which the day is over in every zone."""
    return moment(day + timedelta(days=1), time.min, WITHOUT_POST)


def clock_of(person: Person) -> str:
    """By whose clock it is told to somebody what day it is: that of their post, else WIB."""
    return person.post.unit.zone if person.post else WITHOUT_POST


def is_over(store: Store, person_id: int, day: date, now: datetime) -> bool:
    """Whether that day is over by the person's clock."""
    return local(now, zone_of(store, person_id, now)).date() > day
