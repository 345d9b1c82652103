"""Visit codes that are printed beforehand, for a queue printer or to be cut apart.

Nobody knows whether a printed code was given: they are counted apart from those given with a tap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.today import local_day
from models.services import Counter
from models.store import Store
from models.store.ratings import visit_codes
from models.store.ratings.visit_codes import VisitCode
from models.store.rules import settings

CODES_MADE = "karcis"
"""The kind under which sheets of codes are made."""


@dataclass(frozen=True)
class PrintedCodes:
    """Fresh codes of a counter, and the last day on which they work, one of its zone."""

    counter: Counter
    last_day: date
    codes: Sequence[str]


def printed_today(store: Store, counter: Counter, now: datetime) -> int:
    """How many were printed for the counter today."""
    today = local_day(counter, now)
    return visit_codes.counted(store, [counter.id], today, today).printed


def printed(
    store: Store, counter: Counter, *, count: int, by: int | None, now: datetime
) -> PrintedCodes:
    """So many codes, none of which `by` can ever use; for the service there, else for whichever the
    citizen says. Refused where that is too many for a day."""
    today = local_day(counter, now)
    days = int(settings.value_on(store, "printed-code-days", today) or 0)
    service = counter.services[0].id if len(counter.services) == 1 else None
    where = VisitCode(counter.id, service, today + timedelta(days=days))
    codes = visit_codes.printed(store, where, by=by, today=today, count=count)
    return PrintedCodes(counter, where.last_day, codes)
