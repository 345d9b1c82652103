"""The inbox: what the platforms delivered, once each, in each person's order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, select, update

from models.store import Store, either
from models.store.engine.prepared import Prepared
from models.store.schema import inbox

REMEMBERED = timedelta(days=8)
"""Longer than any platform repeats an update that it could not hand over (Telegram: 24 hours,
WhatsApp: 7 days)."""
KEPT_ASIDE = timedelta(days=30)
"""Time to find the bug behind a reference that somebody tells us. After that, who has written what
is kept for nothing."""
MOST_KEPT_ASIDE = 1_000
"""So many of the newest say what they said: whoever can send what nobody reads fills no disk."""

_PUT = Prepared(either(lambda insert: insert(inbox).on_conflict_do_nothing().returning(inbox.c.id)))
_DONE = (
    update(inbox)
    .where(inbox.c.id == bindparam("item"))
    .values(state="done", raw=None, sender=None, due_at=None, arrived_at=bindparam("on_day"))
)
_OLDEST = (
    select(inbox)
    .where(
        inbox.c.channel == bindparam("of_channel"),
        inbox.c.sender == bindparam("of_sender"),
        inbox.c.state == "open",
    )
    .order_by(inbox.c.id)
    .limit(1)
)


@dataclass(frozen=True)
class Item:
    """One open delivery: the raw update and how often it was tried."""

    id: int
    channel: str
    sender: str
    raw: str
    attempts: int
    due_at: datetime | None


def put(
    store: Store,
    channel: str,
    *,
    key: str,
    twin: str | None,
    sender: str | None,
    now: datetime,
    raw: str | None = None,
    state: str = "open",
    attempts: int = 0,
    due_at: datetime | None = None,
) -> int | None:
    """Keep a delivery; None if it, or its twin under another key, is there already.

    An item that is done in this very transaction is kept by its key and day alone: that is enough
    to know it again, and says nothing of who did what when.
    """
    is_done = state == "done"
    row = {
        "channel": channel,
        "key": key,
        "twin": twin,
        "sender": None if is_done else sender,
        "raw": raw,
        "state": state,
        "attempts": attempts,
        "arrived_at": _day(now) if is_done else now,
        "due_at": due_at,
    }
    number: int | None = _PUT.scalar(store, row)
    return number


def oldest_open(store: Store, channel: str, sender: str) -> Item | None:
    """The item that this person's next turn must take."""
    row = store.execute(_OLDEST, {"of_channel": channel, "of_sender": sender}).first()
    if row is None:
        return None
    return Item(row.id, row.channel, row.sender, row.raw, row.attempts, row.due_at)


def done(store: Store, item: int, now: datetime) -> None:
    """The item has had its turn; what it said, who and at what time are forgotten."""
    store.execute(_DONE, {"item": item, "on_day": _day(now)})


def drop(store: Store, channel: str, key: str) -> None:
    """The delivery is not taken after all, and nothing is known of it."""
    store.execute(delete(inbox).where(inbox.c.channel == channel, inbox.c.key == key))


def reopen(store: Store, channel: str, key: str, *, sender: str, raw: str, now: datetime) -> None:
    """The item must wait for an older one of the same person after all."""
    here = (inbox.c.channel == channel) & (inbox.c.key == key)
    open_again = {"state": "open", "raw": raw, "sender": sender, "arrived_at": now}
    store.execute(update(inbox).where(here).values(**open_again))


def tried(store: Store, item: int, *, attempts: int, due_at: datetime) -> None:
    """A turn failed: count it, and say when to try again."""
    store.execute(update(inbox).where(inbox.c.id == item).values(attempts=attempts, due_at=due_at))


def buried(store: Store, item: int, *, reference: str, attempts: int) -> None:
    """The last attempt failed: the item is kept aside under a reference for us to look at."""
    store.execute(
        update(inbox)
        .where(inbox.c.id == item)
        .values(state="dead", reference=reference, attempts=attempts, due_at=None)
    )


_FIRST_OPEN = (
    select(func.min(inbox.c.id).label("id"))
    .where(inbox.c.state == "open", inbox.c.sender.is_not(None))
    .group_by(inbox.c.channel, inbox.c.sender)
    .subquery()
)
_SENDERS_DUE = Prepared(
    select(inbox.c.channel, inbox.c.sender)
    .join(_FIRST_OPEN, _FIRST_OPEN.c.id == inbox.c.id)
    .where((inbox.c.due_at.is_(None)) | (inbox.c.due_at <= bindparam("now")))
    .limit(bindparam("most"))
)


def senders_due(store: Store, now: datetime, *, most: int = 100) -> list[tuple[str, str]]:
    """The (channel, sender) pairs whose oldest open item may be tried now."""
    rows = _SENDERS_DUE.all(store, {"now": now, "most": most})
    return [(row.channel, row.sender) for row in rows]


def pull_in(store: Store, now: datetime) -> None:
    """Let no failed turn wait until a time that only a clock which was ahead can have named."""
    late = (inbox.c.state == "open") & (inbox.c.due_at > now + timedelta(minutes=1))
    store.execute(update(inbox).where(late).values(due_at=now))


def forget(store: Store, now: datetime) -> None:
    """Drop the keys of what was done so long ago that no platform repeats it, and blank what was
    kept aside for us too long ago; that it was there, and its reference, remain."""
    _FORGOTTEN.run(store, {"before": now - REMEMBERED})
    _BLANK.run(store, {"before": now - KEPT_ASIDE})
    _BEYOND_THE_NEWEST.run(store, {"most": MOST_KEPT_ASIDE - 1})


_OLD = inbox.c.arrived_at < bindparam("before")
_ASIDE = inbox.c.state.in_(("dead", "aside")) & inbox.c.raw.is_not(None)
_NEWEST = select(inbox.c.id).where(_ASIDE).order_by(inbox.c.id.desc())
_OLDEST_KEPT = _NEWEST.offset(bindparam("most")).limit(1).scalar_subquery()
_FORGOTTEN = Prepared(delete(inbox).where(inbox.c.state == "done", _OLD))
_BLANK = Prepared(update(inbox).where(_ASIDE, _OLD).values(raw=None, sender=None, twin=None))
_BEYOND_THE_NEWEST = Prepared(
    update(inbox).where(_ASIDE, inbox.c.id < _OLDEST_KEPT).values(raw=None)
)


def _day(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
