"""Raising: what has waited too long for one superior waits for the next one above as well."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from models.calendar import Calendar, local, moment
from models.store import Store
from models.store.people.links import main_post, parts, valid
from models.store.rules import calendars, outages
from models.store.schema import entries, posts, superiors, units

SPELL = timedelta(days=14)
"""Who was told so lately is not told again of what comes to wait as long."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Overdue:
    """An entry that nobody has decided on for too long, and whose it is."""

    id: int
    person_id: int


def overdue(store: Store, zone: str, today: date, *, days: int) -> Iterator[Overdue]:
    """What has waited for so many whole working days of its owner's unit, days without Tilik left
    out, and is not raised yet: of who works in the zone today, where today is worked.

    A year without a decree is presumed to have the holidays of fixed date only.
    """
    query = (
        select(entries.c.id, entries.c.person_id, entries.c.sent_at, posts.c.unit_id)
        .join(posts, posts.c.person_id == entries.c.person_id)
        .join(units, units.c.id == posts.c.unit_id)
        .where(entries.c.state == "sent", entries.c.raised_on.is_(None), units.c.zone == zone)
        .where(entries.c.sent_at < moment(today, datetime.min.time(), zone) - days * _DAY)
        .where(main_post(today))
        .order_by(entries.c.id)
    )
    rows = store.execute(query).all()
    if not rows:
        return
    first = min(local(row.sent_at, zone).date() for row in rows)
    own, down = calendars.of_units(store), outages.outage_days(store, first, today, zone)
    for row in rows:
        calendar = own[row.unit_id].presuming()
        sent = local(row.sent_at, zone).date()
        if calendar.is_working_day(today) and _waited(calendar, sent, today, down) >= days:
            yield Overdue(row.id, row.person_id)


def _waited(calendar: Calendar, sent: date, today: date, down: Collection[date]) -> int:
    return sum(day not in down for day in calendar.working_days(sent + _DAY, today - _DAY))


def raised(store: Store, numbers: Collection[int], today: date) -> set[int]:
    """Let these wait one level up from that day on; gives those that still had to wait."""
    found: set[int] = set()
    for some in parts(list(numbers)):
        here = entries.c.id.in_(some) & (entries.c.state == "sent") & entries.c.raised_on.is_(None)
        done = update(entries).where(here).values(raised_on=today).returning(entries.c.id)
        found |= set(store.execute(done).scalars())
    return found


def lately(store: Store, today: date) -> tuple[frozenset[int], frozenset[int]]:
    """Of whom something was raised in this spell, and whose superior it waited for."""
    query = (
        select(entries.c.person_id, superiors.c.superior_id)
        .outerjoin(
            superiors,
            (superiors.c.person_id == entries.c.person_id) & valid(superiors, today),
        )
        .where(entries.c.raised_on > today - SPELL)
        .distinct()
    )
    rows = store.execute(query).all()
    owners = frozenset(row.person_id for row in rows)
    return owners, frozenset(row.superior_id for row in rows if row.superior_id is not None)
