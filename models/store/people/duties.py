"""Duties: what a person is charged with today, their post and their team."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam, select

from models.calendar import local
from models.people import HeldDuty, Post
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.people import charges, posts
from models.store.people.charges import Charge
from models.store.rules.zones import zones_of
from models.store.schema import duties, units

_HELD = Prepared(
    select(duties, units.c.zone)
    .join(units, units.c.id == duties.c.unit_id)
    .where(duties.c.person_id == bindparam("person"))
    .order_by(duties.c.id)
)


def duties_of(store: Store, person_id: int, now: datetime) -> tuple[HeldDuty, ...]:
    """The duties that are valid on this day of each unit's zone."""
    return tuple(
        HeldDuty(row.duty, row.unit_id)
        for row in _HELD.all(store, {"person": person_id})
        if row.valid_from <= local(now, row.zone).date() <= (row.valid_to or date.max)
    )


_HOLDERS = Prepared(
    select(duties.c.person_id)
    .where(
        duties.c.unit_id.in_(bindparam("of_units", expanding=True)),
        duties.c.duty == bindparam("of_duty"),
        posts.valid(duties, bindparam("on_day")),
    )
    .order_by(duties.c.id)
)


def holders(store: Store, duty: str, unit_ids: Collection[int], day: date) -> list[int]:
    """Who holds the duty at one of these units on that day, each once."""
    rows = _HOLDERS.all(store, {"of_units": unit_ids, "of_duty": duty, "on_day": day})
    return list(dict.fromkeys(row.person_id for row in rows))


def work_of(
    store: Store, person_id: int, now: datetime
) -> tuple[Post | None, Charge]:
    """The post and the charge of today: whose today it is, the zone of the post says.

    Whoever goes west has, by no clock, a post for the hours between two midnights: they are still
    where they were, until the new day begins where they go.
    """
    days = {zone: local(now, zone).date() for zone in zones_of(store, person_id, now)}
    found = {zone: posts.post_of(store, person_id, day) for zone, day in days.items()}
    here = [(zone, post) for zone, post in found.items() if post is not None]
    if not here:
        return None, Charge()
    last = next(iter(days))
    zone, post = min(here, key=lambda o: (o[0] != o[1].unit.zone, o[1].unit.zone != last))
    return post, charges.charge_of(store, person_id, days[zone])
