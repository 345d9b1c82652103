"""Work: the entries of the daily log."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.exc import IntegrityError

from models.letters import File
from models.masking import masked_at_work
from models.people import Person
from models.store import Store, dice_of, inserted, of_row
from models.store.chat import files
from models.store.engine.prepared import Prepared
from models.store.people.links import parts
from models.store.schema import entries, people
from models.work import Entry, new_receipt

_ENTRY = Prepared(select(entries).where(entries.c.id == bindparam("of_entry")))


def add(store: Store, entry: Entry) -> Entry:
    """Write a new entry; gives it with its id and a receipt number of its own."""
    files.use(store, entry.evidence)
    while True:
        fresh = replace(entry, receipt=new_receipt(dice_of(store)))
        with suppress(IntegrityError), store.begin_nested():
            key = {"person_id": fresh.person_id, "receipt": fresh.receipt}
            return replace(fresh, id=inserted(store, entries, **key, **_columns(fresh)))


def amend(store: Store, entry: Entry) -> None:
    """Put what was corrected in the place of the entry with this id."""
    shown = store.execute(select(entries.c.evidence).where(entries.c.id == entry.id)).scalar()
    files.use(store, (File(*kept) for kept in shown or ()), used=False)
    files.use(store, entry.evidence)
    store.execute(update(entries).where(entries.c.id == entry.id).values(**_columns(entry)))


def entry(store: Store, entry_id: int) -> Entry | None:
    """One entry."""
    row = _ENTRY.first(store, {"of_entry": entry_id})
    return None if row is None else _entry(row)


def lock_entry(store: Store, entry_id: int) -> Entry | None:
    """One entry, which nobody else changes or decides on before the transaction is over."""
    query = select(entries).where(entries.c.id == entry_id).with_for_update()
    row = store.execute(query).first()
    return None if row is None else _entry(row)


def by_receipt(store: Store, receipt: str) -> Entry | None:
    """The entry of a receipt number."""
    row = store.execute(select(entries).where(entries.c.receipt == receipt)).first()
    return None if row is None else _entry(row)


def entries_of(
    store: Store, person_ids: Collection[int], first: date, last: date
) -> tuple[Entry, ...]:
    """What these people did from the one day to the other, in the order of time."""
    given = {"of": person_ids, "first": first, "last": last}
    return tuple(_entry(row) for row in _BETWEEN.all(store, given))


_OF_THESE = select(entries).where(entries.c.person_id.in_(bindparam("of", expanding=True)))
_IN_ORDER = (entries.c.day, entries.c.id)
_BETWEEN = Prepared(
    _OF_THESE.where(entries.c.day.between(bindparam("first"), bindparam("last")))
    .order_by(*_IN_ORDER)
)
_WAITING = Prepared(_OF_THESE.where(entries.c.state == "sent").order_by(*_IN_ORDER))
_NEWEST = Prepared(
    select(entries)
    .where(entries.c.person_id == bindparam("person"))
    .order_by(entries.c.day.desc(), entries.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)


def newest(store: Store, person_id: int, *, most: int, skip: int = 0) -> tuple[Entry, ...]:
    """The person's entries, the latest day first."""
    rows = _NEWEST.all(store, {"person": person_id, "most": most, "skip": skip})
    return tuple(_entry(row) for row in rows)


def waiting(store: Store, person_ids: Collection[int]) -> tuple[Entry, ...]:
    """What these people have sent and nobody has decided on, the oldest first."""
    return tuple(_entry(row) for row in _WAITING.all(store, {"of": person_ids}))


def to_approve(store: Store, person: Person) -> tuple[Entry, ...]:
    """What waits for this person, the oldest first: of their team and of those who have nobody
    nearer all of it, of those further down what has waited too long."""
    near, far = (*person.team, *person.above), {one.id for one in person.raised}
    found = waiting(store, [*(one.id for one in near), *far])
    return tuple(one for one in found if one.is_raised or one.person_id not in far)


def approve(
    store: Store, entry_ids: Sequence[int], *, by: int, seen_at: datetime
) -> Sequence[int]:
    """Approve those of these that had been sent by then: who approves all approves what they saw.

    Gives the ids.
    """
    done: list[int] = []
    for some in parts(entry_ids):
        here = (
            entries.c.id.in_(some) & (entries.c.state == "sent") & (entries.c.sent_at <= seen_at)
        )
        now = update(entries).where(here).values(state="approved", reason=None, decided_by=by)
        done += store.execute(now.returning(entries.c.id)).scalars()
    return sorted(done)


def decide(
    store: Store, entry_id: int, *, by: int, seen_at: datetime, reason: str | None = None
) -> bool:
    """Approve one entry, or return it for a reason; False if it was changed or decided since."""
    here = (
        (entries.c.id == entry_id)
        & entries.c.state.in_(("sent", "approved") if reason else ("sent",))
        & (entries.c.sent_at <= seen_at)
    )
    values: dict[str, Any] = {"state": "approved", "decided_by": by}
    if reason:
        why = masked_at_work(reason)
        values |= {"state": "returned", "reason": why, "returned_before": True}
        values["raised_on"] = None
    return bool(store.execute(update(entries).where(here).values(**values)).rowcount)


def returned(store: Store, person_id: int) -> int:
    """How many of somebody's entries wait to be corrected."""
    here = (entries.c.person_id == person_id) & (entries.c.state == "returned")
    return int(store.execute(select(func.count()).where(here)).scalar_one())


def deciders(store: Store, entry_ids: Collection[int]) -> Mapping[int, str]:
    """Who approved or returned each of these entries, by name; of nobody where nobody has yet."""
    whose = entries.join(people, people.c.id == entries.c.decided_by)
    query = select(entries.c.id, people.c.name).select_from(whose)
    found = store.execute(query.where(entries.c.id.in_(entry_ids)))
    return {row.id: row.name for row in found if row.name}


def _columns(entry: Entry) -> dict[str, Any]:
    return {
        "day": entry.day,
        "entered_on": entry.entered_on,
        "activity": masked_at_work(entry.activity),
        "target_id": entry.target_id,
        "quantity": written(entry.quantity),
        "measure": entry.measure,
        "starts": entry.starts,
        "ends": entry.ends,
        "evidence": [[e.kind, e.file, e.name] for e in entry.evidence],
        "state": entry.state,
        "sent_at": entry.sent_at,
        "returned_before": entry.returned_before,
        "reason": entry.reason,
    }


def written(quantity: Decimal | None) -> str | None:
    """A quantity as it is kept: plain digits, as exact as it came."""
    return None if quantity is None else format(quantity, "f")


def read(quantity: str | None) -> Decimal | None:
    """The quantity that was kept."""
    return None if quantity is None else Decimal(quantity)


def _entry(row: Any) -> Entry:
    evidence = tuple(File(*kept) for kept in row.evidence)
    return of_row(Entry, row, quantity=read(row.quantity), evidence=evidence)
