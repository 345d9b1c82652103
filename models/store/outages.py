"""Outages: when Tilik itself was away. They never count against a person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import insert, select, update

from models.calendar import EVENING, MORNING, days, local, moment
from models.store import Store
from models.store.schema import outages

SILENCE = timedelta(minutes=10)
"""Without a sign of life for longer than this, Tilik was away."""
FELT = timedelta(hours=1)
"""So much of a day's waking hours (8 to 20) makes it a day on which nobody need have logged."""


def beat(store: Store, now: datetime) -> bool:
    """Give a sign of life; True where Tilik has been away since the last one, which is kept.

    The row without an end is the last sign of life.
    """
    last = store.execute(select(outages.c.began_at).where(outages.c.ended_at.is_(None))).scalar()
    here = outages.c.ended_at.is_(None)
    if last is None:
        store.execute(insert(outages).values(began_at=now))
    elif now - last <= SILENCE:
        store.execute(update(outages).where(here).values(began_at=max(now, last)))
    else:
        store.execute(update(outages).where(here).values(ended_at=now))
        store.execute(insert(outages).values(began_at=now))
        return True
    return False


def skip(store: Store, now: datetime) -> None:
    """Give a sign of life whatever time it was: the clock was moved on purpose (in the demo)."""
    here = outages.c.ended_at.is_(None)
    if not store.execute(update(outages).where(here).values(began_at=now)).rowcount:
        store.execute(insert(outages).values(began_at=now))


def outage_days(store: Store, first: date, last: date, zone: str) -> frozenset[date]:
    """The days from first to last, by the zone's clock, on which Tilik was away too long."""
    began, ended = moment(first, MORNING, zone), moment(last, EVENING, zone)
    query = select(outages).where(outages.c.ended_at > began, outages.c.began_at < ended)
    missing: dict[date, timedelta] = {}
    for row in store.execute(query):
        here = local(row.began_at, zone).date(), local(row.ended_at, zone).date()
        for day in days(max(first, here[0]), min(last, here[1])):
            from_, to = moment(day, MORNING, zone), moment(day, EVENING, zone)
            gone = min(to, row.ended_at) - max(from_, row.began_at)
            missing[day] = missing.get(day, timedelta()) + max(gone, timedelta())
    return frozenset(day for day, gone in missing.items() if gone >= FELT)
