"""Seals: the trail up to a row, vouched for under a key that the database does not know.

Whoever may write to the database could write the whole chain anew; they could not seal it. Each
seal vouches for the one before it too, so that a later one tells of an earlier one that is gone.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from models.keys import Keys
from models.store import Store
from models.store.oversight.trail import Note, lock_chain, write
from models.store.schema import identities, seals, trail_head

EVERY = timedelta(minutes=10)
"""So often at most: what is noted in between waits for the next seal."""


def seal(store: Store, keys: Keys, now: datetime, *, at_once: bool = False) -> bool:
    """Seal the trail up to its head; False where it has not grown, or was sealed a moment ago."""
    if not unsealed(store):
        return False
    number, last_hash = lock_chain(store)
    last = newest(store)
    if last is not None and (last.number >= number or (_is_fresh(last, now) and not at_once)):
        return False
    row = {
        "number": number,
        "hash": last_hash,
        "fingerprint": keys.fingerprint,
        "sealed_at": now.astimezone(UTC).replace(microsecond=0),
    }
    row["mac"] = keys.mac("trail", words_of(row, "" if last is None else last.mac))
    store.execute(insert(seals).values(**row))
    return True


def accept(store: Store, keys: Keys, now: datetime, *, instead_of: str) -> None:
    """Go on under another secret, and tell so in the trail, at once under a seal of it."""
    what = {"before": instead_of, "now": keys.fingerprint}
    write(store, [Note("secret", now, now.date(), what=what, actor="operator")])
    seal(store, keys, now, at_once=True)


def unsealed(store: Store) -> int:
    """How many rows the trail has that no seal vouches for yet."""
    head = store.execute(select(trail_head.c.number)).scalar() or 0
    last = newest(store)
    return head if last is None else max(0, head - int(last.number))


def newest(store: Store) -> Any | None:
    """The last seal."""
    return store.execute(select(seals).order_by(seals.c.number.desc()).limit(1)).first()


def stranger(store: Store, keys: Keys) -> str | None:
    """The fingerprint of the other secret that sealed here last, if it was another one."""
    last = newest(store)
    known = None if last is None else last.fingerprint
    if last is None:
        known = store.execute(select(identities.c.fingerprint).limit(1)).scalar()
    return None if known in (None, keys.fingerprint) else str(known)


def words_of(row: Any, before: str) -> str:
    """What a seal vouches for: how far the trail went, when, and the seal before (its mac)."""
    told = [row["number"], row["hash"], row["sealed_at"].isoformat(), before]
    return json.dumps(told, separators=(",", ":"))


def _is_fresh(last: Any, now: datetime) -> bool:
    """Not what a clock that was ahead has sealed in days to come: it would keep all others off."""
    return bool(-EVERY < now - last.sealed_at < EVERY)
