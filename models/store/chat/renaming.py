"""Renaming: a channel comes to know a person by another id."""

from __future__ import annotations

from sqlalchemy import select, update

from models.store import Store
from models.store.schema import addresses, inbox


def renamed(store: Store, channel: str, old: str, *, to: str) -> bool:
    """Whether somebody was known by the old id, who is known by the new one from now on.

    Where somebody is known by the new one already, both stay as they are.
    """
    of_old = (addresses.c.channel == channel) & (addresses.c.sender == old)
    of_new = (addresses.c.channel == channel) & (addresses.c.sender == to)
    if store.execute(select(addresses.c.id).where(of_new)).first() is not None:
        return False
    change = update(addresses).where(of_old).values(sender=to).returning(addresses.c.id)
    if store.execute(change).first() is None:
        return False
    open_there = (inbox.c.channel == channel) & (inbox.c.sender == old)
    store.execute(update(inbox).where(open_there).values(sender=to))
    return True
