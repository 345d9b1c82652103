"""Outages: when Tilik itself was away. They never count against a person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, select, update

from models.calendar import EVENING, MORNING, days, local, moment
from models.store import Store, either
from models.store.schema import outages

SILENCE = timedelta(minutes=10)
"""Without a sign of life for longer than this, Tilik was away."""
FELT = timedelta(hours=1)
"""So much of a day's waking hours (8 to 20) makes it a day on which nobody need have logged."""


def beat(store: Store, now: datetime) -> bool:
    """Give a sign of life; True where Tilik has been away since the last one, which is kept.

    The newest row without an end is the last sign of life. Any number of processes may give one.
    """
    last = last_sign(store)
    if last is not None and now - last > SILENCE:
        if not _moved(store, last, ended_at=now):
            return False
        store.execute(_BEGIN[store.dialect.name].values(began_at=now))
        return True
    if last is None:
        store.execute(_BEGIN[store.dialect.name].values(began_at=now))
    elif now > last:
        _moved(store, last, began_at=now)
    return False


def skip(store: Store, now: datetime) -> None:
    """Give a sign of life whatever time it was: the clock was moved on purpose (in the demo)."""
    last = last_sign(store)
    if last is None or not _moved(store, last, began_at=now):
        store.execute(_BEGIN[store.dialect.name].values(began_at=now))


def set_back(store: Store, now: datetime) -> datetime | None:
    """Forget outages and signs of life of times to come, which only a clock that was ahead can have
    written; gives the last one, None where there was none. Clocks of machines differ a little."""
    last = last_sign(store)
    if last is None or last <= now + SILENCE:
        return None
    store.execute(delete(outages).where(outages.c.ended_at > now))
    store.execute(delete(outages).where(_OPEN, outages.c.began_at > now))
    skip(store, now)
    return last


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


_OPEN = outages.c.ended_at.is_(None)
_BEGIN = either(lambda insert: insert(outages).on_conflict_do_nothing())


def last_sign(store: Store) -> datetime | None:
    """When a running Tilik last gave a sign of life."""
    return store.execute(select(func.max(outages.c.began_at)).where(_OPEN)).scalar()


def _moved(store: Store, last: datetime, **values: datetime) -> bool:
    """Whether the last sign of life was still this one: no other process was quicker."""
    here = _OPEN & (outages.c.began_at == last)
    return bool(store.execute(update(outages).where(here).values(**values)).rowcount)
