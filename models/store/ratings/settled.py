"""Which days are settled: nothing of them can be written or changed any more."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import exists, select

from models.store import Store
from models.store.chat.inbox import KEPT_ASIDE
from models.store.schema import dialogues, inbox, raters, ratings

SETTLED = timedelta(hours=6)
"""After a day: longer than any form that was begun before midnight stays open."""
OVERDUE = timedelta(hours=1)
"""What has waited so long was not taken up: Tilik was away, and may still write of that day."""


def may_still_change(store: Store, now: datetime, until: date) -> bool:
    """Whether anything may still be written of a day before that one."""
    tied = (raters.c.rating_id == ratings.c.id) & (raters.c.changeable_until > now)
    waits = (inbox.c.state == "open") & (inbox.c.arrived_at < now - OVERDUE)
    return any(
        store.execute(select(exists().where(here))).scalar()
        for here in (
            # What could not be ended in all that time never will be: it holds up no day for ever.
            dialogues.c.expires_at.between(now - KEPT_ASIDE, now - OVERDUE),
            waits,
            tied & (ratings.c.day < until),
        )
    )
