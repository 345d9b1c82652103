"""How many people a platform lets Tilik speak to first in twenty-four hours, and who has been."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from models.store import Store, either
from models.store.schema import addresses, allowances

A_DAY = timedelta(hours=24)


def set_limit(store: Store, channel: str, most: int | None, *, now: datetime) -> None:
    """The platform tells how many people a day; None for as many as there are."""
    row = {"channel": channel, "most": most, "told_at": now}
    store.execute(_TOLD[store.dialect.name], row)


def most(store: Store, channel: str) -> int | None:
    """How many people a day, as the platform last told; None where it sets no limit."""
    query = select(allowances.c.most).where(allowances.c.channel == channel)
    return store.execute(query).scalar()


def room(store: Store, channel: str, now: datetime) -> int | None:
    """How many more people Tilik may speak to first now; None where there is no limit."""
    limit = most(store, channel)
    if limit is None:
        return None
    lately = (addresses.c.channel == channel) & (addresses.c.knocked_at > now - A_DAY)
    spent = store.execute(select(func.count()).select_from(addresses).where(lately)).scalar_one()
    return max(limit - spent, 0)


def admitted(store: Store, channel: str, sender: str, *, now: datetime) -> bool:
    """Whether Tilik may speak first to this person now; then they count for a day.

    Whoever counts already may be spoken to again. Two who ask at once wait for each other, so that
    the last place is given once.
    """
    here = (addresses.c.channel == channel) & (addresses.c.sender == sender)
    lately = addresses.c.knocked_at > now - A_DAY
    if store.execute(select(addresses.c.id).where(here, lately)).first() is None:
        held = select(allowances.c.most).where(allowances.c.channel == channel).with_for_update()
        store.execute(held)
        if room(store, channel, now) == 0:
            return False
        store.execute(update(addresses).where(here).values(knocked_at=now))
    return True


_TOLD = either(
    lambda insert: (
        lambda row: row.on_conflict_do_update(
            index_elements=[allowances.c.channel],
            set_={"most": row.excluded.most, "told_at": row.excluded.told_at},
        )
    )(insert(allowances))
)
