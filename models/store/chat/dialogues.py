"""Dialogues: at most one is open at an address, others are parked under it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from models.dialogues import Dialogue
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.schema import addresses, dialogues

MOST_PARKED = 10
"""Forms that lie under the open one."""
KEPT = (
    dialogues.c.conversation,
    dialogues.c.opening,
    dialogues.c.answers,
    dialogues.c.expires_at,
    dialogues.c.home,
    dialogues.c.misses,
    dialogues.c.early,
    dialogues.c.asks,
)
"""What is kept of a dialogue between turns; `dialogue_of` reads it."""
_KEEP = Prepared(
    update(dialogues)
    .where(dialogues.c.id == bindparam("dialogue"))
    .values(
        answers=bindparam("now_answers"),
        home=bindparam("now_home"),
        misses=bindparam("now_misses"),
        early=bindparam("now_early"),
        asks=bindparam("now_asks"),
        expires_at=bindparam("now_expires"),
    )
)
_BEGIN = Prepared(insert(dialogues).returning(dialogues.c.id))
_END = Prepared(delete(dialogues).where(dialogues.c.id == bindparam("dialogue")))
_PARKED_AS = Prepared(
    select(dialogues)
    .where(
        dialogues.c.address_id == bindparam("address"),
        dialogues.c.conversation == bindparam("of_name"),
        dialogues.c.opening == bindparam("of_opening"),
        dialogues.c.parked.is_(True),
    )
    .order_by(dialogues.c.id.desc())
    .limit(1)
)
_LAST_PARKED = Prepared(
    select(dialogues)
    .where(
        dialogues.c.address_id == bindparam("address"),
        dialogues.c.parked.is_(True),
        dialogues.c.resting.is_(False),
    )
    .order_by(dialogues.c.id.desc())
    .limit(1)
)


def every(store: Store, address_id: int) -> list[Dialogue]:
    """All that is open, parked or rests at the address, the last one first."""
    query = select(dialogues).where(dialogues.c.address_id == address_id)
    rows = store.execute(query.order_by(dialogues.c.id.desc()))
    return [dialogue_of(row, row.id, parked=row.parked) for row in rows]


def any_of(store: Store, address_id: int) -> bool:
    """Whether any form is open or parked at the address."""
    query = select(dialogues.c.id).where(dialogues.c.address_id == address_id).limit(1)
    return store.execute(query).first() is not None


def begin(
    store: Store,
    address_id: int,
    *,
    conversation: str,
    opening: str,
    answers: str,
    expires_at: datetime,
    early: str | None = None,
    asks: str | None = None,
) -> int:
    """Open a dialogue; the caller has parked or ended the one that was open."""
    row: dict[str, Any] = {
        "address_id": address_id,
        "conversation": conversation,
        "opening": opening,
        "answers": answers,
        "misses": 0,
        "parked": False,
        "resting": False,
        "expires_at": expires_at,
        "early": early,
        "asks": asks,
    }
    return int(_BEGIN.scalar(store, row))


def keep(
    store: Store,
    dialogue_id: int,
    *,
    answers: str,
    home: str | None,
    misses: int,
    early: str | None,
    asks: str | None,
    expires_at: datetime,
) -> None:
    """Write down where the dialogue stands."""
    _KEEP.run(
        store,
        {
            "dialogue": dialogue_id,
            "now_answers": answers,
            "now_home": home,
            "now_misses": misses,
            "now_early": early,
            "now_asks": asks,
            "now_expires": expires_at,
        },
    )


def park(store: Store, dialogue_id: int) -> None:
    """Put the dialogue under the one that begins now."""
    store.execute(update(dialogues).where(dialogues.c.id == dialogue_id).values(parked=True))


def end_the_deepest(store: Store, address_id: int, now: datetime) -> None:
    """Where more forms are parked than may be, the time of the oldest is over."""
    parked = (dialogues.c.address_id == address_id) & dialogues.c.parked.is_(True)
    newest = select(dialogues.c.id).where(parked).order_by(dialogues.c.id.desc())
    kept = store.execute(newest.limit(MOST_PARKED)).scalars().all()
    if len(kept) == MOST_PARKED:
        deep = parked & (dialogues.c.id < kept[-1]) & (dialogues.c.expires_at > now)
        store.execute(update(dialogues).where(deep).values(expires_at=now))


def unpark(store: Store, dialogue_id: int, *, expires_at: datetime) -> None:
    """Take the dialogue up again; its message is somewhere above by now."""
    store.execute(
        update(dialogues)
        .where(dialogues.c.id == dialogue_id)
        .values(parked=False, resting=False, home=None, misses=0, expires_at=expires_at)
    )


def rest(store: Store, dialogue_id: int) -> None:
    """Let a parked dialogue lie until it is asked for."""
    store.execute(update(dialogues).where(dialogues.c.id == dialogue_id).values(resting=True))


def parked(store: Store, address_id: int, *, resting: bool = False) -> list[Dialogue]:
    """All that would be taken up again, the last one first; also what rests, where that is meant
    too."""
    here = (dialogues.c.address_id == address_id) & dialogues.c.parked.is_(True)
    query = select(dialogues).where(here, dialogues.c.resting.in_({False, resting}))
    rows = store.execute(query.order_by(dialogues.c.id.desc()))
    return [dialogue_of(row, row.id, parked=True) for row in rows]


def last_parked(store: Store, address_id: int) -> Dialogue | None:
    """The dialogue that was parked last."""
    row = _LAST_PARKED.first(store, {"address": address_id})
    return None if row is None else dialogue_of(row, row.id, parked=row.parked)


def parked_as(store: Store, address_id: int, conversation: str, opening: str) -> Dialogue | None:
    """The parked dialogue of this very form, if there is one."""
    form = {"address": address_id, "of_name": conversation, "of_opening": opening}
    row = _PARKED_AS.first(store, form)
    return None if row is None else dialogue_of(row, row.id, parked=row.parked)


def end(store: Store, dialogue_id: int) -> None:
    """The dialogue has its outcome, or was given up: its answers are forgotten."""
    _END.run(store, {"dialogue": dialogue_id})


def forget(store: Store, address_id: int) -> None:
    """Every dialogue of this address is forgotten, open or parked: somebody else writes there."""
    store.execute(delete(dialogues).where(dialogues.c.address_id == address_id))


def by_id(store: Store, address_id: int, dialogue_id: int) -> Dialogue | None:
    """One dialogue of this address."""
    row = store.execute(
        select(dialogues).where(dialogues.c.id == dialogue_id, dialogues.c.address_id == address_id)
    ).first()
    return None if row is None else dialogue_of(row, row.id, parked=row.parked)


def expired(
    store: Store, now: datetime, *, most: int = 500
) -> list[tuple[int, str, str, datetime]]:
    """Dialogues whose time is over: (dialogue id, channel, sender, when it was over)."""
    rows = store.execute(
        select(dialogues.c.id, addresses.c.channel, addresses.c.sender, dialogues.c.expires_at)
        .join(addresses, addresses.c.id == dialogues.c.address_id)
        .where(dialogues.c.expires_at <= now)
        .order_by(dialogues.c.expires_at, dialogues.c.id)
        .limit(most)
    )
    return [(row.id, row.channel, row.sender, row.expires_at) for row in rows]


def dialogue_of(row: Any, number: int, *, parked: bool = False) -> Dialogue:
    """The dialogue of this number, out of a row that has the columns `KEPT`."""
    return Dialogue(
        id=number,
        conversation=row.conversation,
        opening=row.opening,
        answers=row.answers,
        expires_at=row.expires_at,
        home=row.home,
        misses=row.misses,
        early=row.early,
        asks=row.asks,
        parked=parked,
    )
