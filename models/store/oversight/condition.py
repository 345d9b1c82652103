"""How Tilik is: what waits, what is stuck, since when. Counts and references, nobody's anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, func, select, text

from models.store import Store
from models.store.rules.outages import last_sign
from models.store.schema import inbox, letters, outages, seals, trail_head

NEWEST = 5
"""So many references are told; of the others only how many."""
_SIZE = {
    "sqlite": text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
    "postgresql": text("SELECT pg_database_size(current_database())"),
}
_HEAD = select(func.count()).select_from(trail_head)


@dataclass(frozen=True)
class Stuck:
    """A delivery that was given up, under the reference that the person was told."""

    reference: str
    arrived_at: datetime


@dataclass(frozen=True)
class Condition:
    """What waits, by state; the oldest that does; what is stuck; when it was sealed and away.

    `oldest_reply` is the oldest letter that is no prompt: it should wait for nothing. `last_sign`
    is when a running Tilik last gave a sign of life. `size` is of the database, in bytes. All
    moments in UTC.
    """

    inbox: Mapping[str, int]
    letters: Mapping[str, int]
    oldest_item: datetime | None
    oldest_letter: datetime | None
    oldest_reply: datetime | None
    stuck: tuple[Stuck, ...]
    sealed_at: datetime | None
    away_until: datetime | None
    last_sign: datetime | None
    size: int


def answers(store: Store) -> bool:
    """That the database answers, and has our tables."""
    return bool(store.execute(_HEAD).scalar_one())


def condition(store: Store) -> Condition:
    """How Tilik is at this moment."""
    oldest = select(func.min(inbox.c.arrived_at)).where(inbox.c.state == "open")
    carried = letters.c.state.in_(("waiting", "doubt"))
    written = select(func.min(letters.c.written_at)).where(carried)
    return Condition(
        inbox=_counted(store, inbox),
        letters=_counted(store, letters),
        oldest_item=store.execute(oldest).scalar(),
        oldest_letter=store.execute(written).scalar(),
        oldest_reply=store.execute(written.where(letters.c.prompt_id.is_(None))).scalar(),
        stuck=_stuck(store),
        sealed_at=store.execute(select(func.max(seals.c.sealed_at))).scalar(),
        away_until=store.execute(select(func.max(outages.c.ended_at))).scalar(),
        last_sign=last_sign(store),
        size=int(store.execute(_SIZE[store.dialect.name]).scalar_one()),
    )


def _counted(store: Store, table: Table) -> dict[str, int]:
    query = select(table.c.state, func.count()).where(table.c.state != "done")
    return {row[0]: row[1] for row in store.execute(query.group_by(table.c.state))}


def _stuck(store: Store) -> tuple[Stuck, ...]:
    query = (
        select(inbox.c.reference, inbox.c.arrived_at)
        .where(inbox.c.state == "dead", inbox.c.reference.is_not(None))
        .order_by(inbox.c.id.desc())
        .limit(NEWEST)
    )
    return tuple(Stuck(row.reference, row.arrived_at) for row in store.execute(query))
