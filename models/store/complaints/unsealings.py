"""Opened seals: who of the oversight team has asked to know who complains, why, and who agreed.

asked -> opened (a second has agreed and has seen it) -> seen (the first has, too); or refused by a
second, or taken back. The reason is sealed: it may tell of the matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import insert, select, update

from models.sealing import NONCE, sealed, unsealed
from models.store import Store, dice_of, keys_of, of_row
from models.store.schema import unsealings

UnsealingState: TypeAlias = Literal["asked", "opened", "seen", "refused", "ended"]
STANDS = timedelta(days=7)
"""So long a request waits for a second, and who asked for it may look after that."""


@dataclass(frozen=True)
class Unsealing:
    """One request to open a seal."""

    id: int
    complaint_id: int
    asked_by: int
    asked_on: date
    settled_by: int | None
    state: UnsealingState
    reason: str

    def waits(self, today: date) -> bool:
        """Whether a second may still agree."""
        return self.state == "asked" and today < self.asked_on + STANDS

    def is_due(self, today: date) -> bool:
        """Whether who asked may still look."""
        return self.state == "opened" and today < self.asked_on + STANDS


def ask(store: Store, complaint_id: int, reason: str, *, by: int, day: date) -> Unsealing:
    """Write a request down; what was asked of the same complaint before is over."""
    mine = (unsealings.c.complaint_id == complaint_id) & (unsealings.c.state == "asked")
    store.execute(update(unsealings).where(mine).values(state="ended"))
    key, nonce = keys_of(store).of("complaints"), dice_of(store).draw(NONCE)
    row = {
        "complaint_id": complaint_id,
        "reason": sealed(key, reason.encode(), place=_place(complaint_id), nonce=nonce),
        "asked_by": by,
        "asked_on": day,
        "state": "asked",
    }
    made = store.execute(insert(unsealings).values(**row).returning(unsealings)).one()
    return _of(store, made)


def request(store: Store, number: int) -> Unsealing | None:
    """One of them."""
    row = store.execute(select(unsealings).where(unsealings.c.id == number)).first()
    return None if row is None else _of(store, row)


def settle(
    store: Store, one: Unsealing, state: UnsealingState, *, by: int | None = None
) -> bool:
    """Move it on; False where somebody was quicker."""
    here = (unsealings.c.id == one.id) & (unsealings.c.state == one.state)
    values = {"state": state} if by is None else {"state": state, "settled_by": by}
    return bool(store.execute(update(unsealings).where(here).values(**values)).rowcount)


def _of(store: Store, row: Any) -> Unsealing:
    key, place = keys_of(store).of("complaints"), _place(row.complaint_id)
    reason = unsealed(key, bytes(row.reason), place=place).decode()
    return of_row(Unsealing, row, reason=reason)


def _place(complaint_id: int) -> str:
    return f"unsealing of {complaint_id}"
