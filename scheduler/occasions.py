"""What may go out now, or on a day, to somebody with this calendar and these leaves. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from models.calendar import Calendar, days, local
from models.campaigns import Due
from models.store.prompts.candidates import Spans
from models.store.prompts.kinds import Prompts

LOOKBACK = timedelta(days=60)
"""A leave that ended so long ago leaves no evaluation open, but for who was away for long since."""


def may_speak(now: datetime, zone: str, calendar: Calendar) -> bool:
    """Whether somebody of the zone with this calendar may be prompted at this moment."""
    working = calendar.presuming().is_working_day(local(now, zone).date())
    return working and not calendar.office.awake.is_quiet(now, zone)


def due_now(
    prompts: Prompts, now: datetime, zone: str, calendar: Calendar, spans: Spans = ()
) -> tuple[Due, ...]:
    """What is due by now, where one may speak, to somebody of the zone with these leaves.

    In the order of rank. Who has had it already, and who needs none, is the store's to know.
    """
    today = local(now, zone).date()
    return tuple(due for due in of_the_day(prompts, today, zone, calendar, spans) if due.at <= now)


@lru_cache(maxsize=1 << 15)
def of_the_day(
    prompts: Prompts, day: date, zone: str, calendar: Calendar, spans: Spans = ()
) -> tuple[Due, ...]:
    """What is of use on a day to somebody of the zone with these leaves, in the order of rank."""
    away = frozenset(one for first, last in spans for one in days(first, last))
    return prompts.of_use(day, calendar, zone, away=away)
