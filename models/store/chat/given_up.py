"""Deliveries that had no turn: `dead` ones failed every time, `aside` ones could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select, update

from models.letters import Text
from models.refused import Refused
from models.store import Store, of_row
from models.store.chat import inbox as items
from models.store.schema import addresses, inbox

_GIVEN_UP = inbox.c.state.in_(("dead", "aside"))


@dataclass(frozen=True)
class GivenUp:
    """One of them: by which reference the person asks, whether they have joined (None where nobody
    knows who it was), and what was delivered (None once it was too old to be kept)."""

    id: int
    reference: str | None
    state: str
    channel: str
    arrived_at: datetime
    attempts: int
    joined: bool | None
    raw: str | None


@dataclass(frozen=True)
class Understood:
    """What the inbox knows a delivery by: its two keys, and who sent it."""

    key: str
    twin: str | None
    sender: str


def given_up(store: Store, *, which: str | None = None, most: int | None = None) -> list[GivenUp]:
    """Those that are neither retried nor closed, the oldest first; those alone of `which` this is
    the number or the reference, and so many at most."""
    here = (addresses.c.channel == inbox.c.channel) & (addresses.c.sender == inbox.c.sender)
    query = (
        select(inbox, addresses.c.id.is_not(None), addresses.c.person_id.is_not(None))
        .outerjoin(addresses, here)
        .where(_GIVEN_UP)
        .order_by(inbox.c.id)
        .limit(most)
    )
    if which is not None:
        number = int(which) if which.isascii() and which.isdecimal() and len(which) < 19 else -1
        query = query.where((inbox.c.id == number) | (inbox.c.reference == which))
    rows = store.execute(query)
    return [of_row(GivenUp, row, joined=row[-1] if row[-2] else None) for row in rows]


def one(store: Store, which: str) -> GivenUp:
    """The one with this number or reference. Raises Refused where there is none."""
    found = given_up(store, which=which.strip().lower())
    if not found:
        raise Refused(Text("dead-nobody", {"which": which[:40]}))
    return found[0]


def retry(
    store: Store, which: str, now: datetime, *, read: Callable[[GivenUp], Understood | None]
) -> GivenUp:
    """Let it have its turn, as if it had come just now; `read` tells of one that could not be read
    what it is known by. Raises Refused where it cannot."""
    found = one(store, which)
    if found.raw is None:
        raise Refused(Text("dead-blank"))
    known = asdict(_understood(store, found, read)) if found.state == "aside" else {}
    again = {"state": "open", "attempts": 0, "due_at": now, "arrived_at": now, **known}
    store.execute(update(inbox).where(inbox.c.id == found.id, _GIVEN_UP).values(**again))
    return found


def _understood(
    store: Store, found: GivenUp, read: Callable[[GivenUp], Understood | None]
) -> Understood:
    known = read(found)
    if known is None:
        raise Refused(Text("dead-unread"))
    same = inbox.c.key == known.key
    if known.twin is not None:
        same |= inbox.c.twin == known.twin
    there = select(inbox.c.id).where(inbox.c.channel == found.channel, same)
    if store.execute(there).first() is not None:
        raise Refused(Text("dead-answered"))
    return known


def close(store: Store, which: str, now: datetime) -> GivenUp:
    """It need not be looked at any more: what it said is forgotten. Raises Refused."""
    found = one(store, which)
    items.done(store, found.id, now)
    return found
