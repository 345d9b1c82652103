"""What people ask of the office about their own data: to correct it, to erase it. One that is open
for each field."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy import func, insert, select, update

from models.masking import masked_at_work
from models.store import Store, of_row
from models.store.schema import requests

Kind: TypeAlias = Literal["amend", "erase"]
Settled: TypeAlias = Literal["done", "refused"]
ANSWERED_IN = timedelta(hours=72)
"""3 x 24 hours (UU 27/2022, articles 32 to 40 with their elucidation)."""
UNMASKED = frozenset({"nip"})
"""The field whose words are such a number."""


@dataclass(frozen=True)
class Request:
    """One request: whose, what about, in which words; when it was asked and is due (UTC)."""

    id: int
    person_id: int
    kind: Kind
    field: str | None
    words: str | None
    asked_at: datetime
    due_at: datetime
    state: str
    settled_by: int | None = None
    settled_at: datetime | None = None
    reply: str | None = None


def ask(
    store: Store,
    person_id: int,
    kind: Kind,
    words: str,
    *,
    now: datetime,
    field: str | None = None,
) -> Request:
    """Keep the request; said again before it is settled, it has the newest words and its old date.
    """
    kept = words if field in UNMASKED else masked_at_work(words)
    here = (
        (requests.c.person_id == person_id)
        & (requests.c.kind == kind)
        & (requests.c.state == "open")
        & requests.c.field.is_not_distinct_from(field)
    )
    again = update(requests).where(here).values(words=kept).returning(requests)
    if (row := store.execute(again).first()) is not None:
        return of_row(Request, row)
    fresh = {
        "person_id": person_id,
        "kind": kind,
        "field": field,
        "words": kept,
        "asked_at": now,
        "due_at": now + ANSWERED_IN,
        "state": "open",
    }
    made = insert(requests).values(**fresh).returning(requests)
    return of_row(Request, store.execute(made).one())


def request(store: Store, number: int) -> Request | None:
    """The request with this number."""
    row = store.execute(select(requests).where(requests.c.id == number)).first()
    return None if row is None else of_row(Request, row)


def still_open(store: Store, person_ids: Collection[int] | None = None) -> list[Request]:
    """What nobody has answered yet (of these people, if they are given), the most urgent first."""
    query = select(requests).where(requests.c.state == "open")
    if person_ids is not None:
        query = query.where(requests.c.person_id.in_(person_ids))
    rows = store.execute(query.order_by(requests.c.due_at, requests.c.id))
    return [of_row(Request, row) for row in rows]


def overdue(store: Store, now: datetime) -> int:
    """How many requests should have been answered by now."""
    late = (requests.c.state == "open") & (requests.c.due_at < now)
    query = select(func.count()).select_from(requests).where(late)
    return int(store.execute(query).scalar_one())


def settle(
    store: Store, number: int, state: Settled, *, by: int, now: datetime, reply: str | None = None
) -> bool:
    """Close an open request; False where somebody else has done so."""
    here = (requests.c.id == number) & (requests.c.state == "open")
    done = {
        "state": state,
        "settled_by": by,
        "settled_at": now,
        "reply": None if reply is None else masked_at_work(reply),
    }
    return bool(store.execute(update(requests).where(here).values(**done)).rowcount)
