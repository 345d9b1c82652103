"""What one of the oversight team asks for and a second must agree to: to know who complains, and
why; or that a weighty complaint is its unit's, as one of another kind (to this the citizen may
agree as well).

asked -> opened (a second has agreed; of a seal, and has seen it) -> seen (of a seal: the first has,
too); or refused by a second, or taken back. The reason is sealed: it may tell of the matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import insert, select, update

from models.complaints import ComplaintKind
from models.sealing import NONCE, sealed, unsealed
from models.store import Store, dice_of, keys_of, of_row
from models.store.schema import unsealings

UnsealingState: TypeAlias = Literal["asked", "opened", "seen", "refused", "ended"]
Aim: TypeAlias = Literal["open", ComplaintKind]
"""What is asked for: the seal, or that the complaint is of this kind."""
STANDS = timedelta(days=7)
"""So long a request waits for a second, and who asked for it may look after that."""


@dataclass(frozen=True)
class Unsealing:
    """One request; `aim` of what."""

    id: int
    complaint_id: int
    asked_by: int
    asked_on: date
    settled_by: int | None
    state: UnsealingState
    reason: str
    aim: Aim = "open"

    @property
    def kind(self) -> ComplaintKind | None:
        """Of which kind the complaint would be; None where its seal is asked for."""
        return None if self.aim == "open" else self.aim

    def waits(self, today: date) -> bool:
        """Whether a second may still agree."""
        return self.state == "asked" and today < self.asked_on + STANDS

    def is_due(self, today: date) -> bool:
        """Whether who asked may still look."""
        return self.state == "opened" and today < self.asked_on + STANDS


def ask(
    store: Store, complaint_id: int, reason: str, *, by: int, day: date, aim: Aim = "open"
) -> Unsealing:
    """Write a request down; what was asked of the same complaint before is over."""
    is_seal = unsealings.c.aim == "open"
    mine = _asked(complaint_id) & (is_seal if aim == "open" else ~is_seal)
    store.execute(update(unsealings).where(mine).values(state="ended"))
    key, nonce = keys_of(store).of("complaints"), dice_of(store).draw(NONCE)
    row = {
        "complaint_id": complaint_id,
        "reason": sealed(key, reason.encode(), place=_place(complaint_id), nonce=nonce),
        "asked_by": by,
        "asked_on": day,
        "state": "asked",
        "aim": aim,
    }
    made = store.execute(insert(unsealings).values(**row).returning(unsealings)).one()
    return _of(store, made)


def move(store: Store, complaint_id: int, today: date) -> Unsealing | None:
    """The request, while it waits, that a complaint be of another kind."""
    query = select(unsealings).where(_asked(complaint_id), unsealings.c.aim != "open")
    found = (_of(store, row) for row in store.execute(query))
    return next((one for one in found if one.waits(today)), None)


def _asked(complaint_id: int) -> Any:
    return (unsealings.c.complaint_id == complaint_id) & (unsealings.c.state == "asked")


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
