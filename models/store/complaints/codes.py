"""Codes by which another phone of a citizen's is tied to a complaint: asked for in the chat that
has it, used once, in vain after three days. Only a keyed hash is kept."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, delete, insert, select

from models.people import Address
from models.services import CODE_LETTERS, bare_code
from models.store import Store, dice_of, keys_of
from models.store.complaints import reporters
from models.store.engine.prepared import Prepared
from models.store.schema import reporter_codes

LENGTH = 10
WORKS_FOR = timedelta(days=3)


def made(store: Store, complaint_id: int, *, now: datetime) -> tuple[str, datetime]:
    """A new code, and until when it works; one that was made before works no more."""
    code = dice_of(store).word(CODE_LETTERS, LENGTH)
    mine, until = reporter_codes.c.complaint_id == complaint_id, now + WORKS_FOR
    store.execute(delete(reporter_codes).where(mine))
    row = {"token": _token(store, code), "complaint_id": complaint_id, "expires_at": until}
    store.execute(insert(reporter_codes).values(**row))
    return code, until


def works(store: Store, code: str, now: datetime) -> bool:
    """Whether there is such a code."""
    query = select(reporter_codes.c.complaint_id).where(_of(store, code, now))
    return store.execute(query).first() is not None


def used(store: Store, code: str, chat: Address, *, now: datetime) -> int | None:
    """Use the code up: the complaint is this chat's too, and what there is to say of it comes here
    from now on. Gives the complaint; None where no such code works."""
    mine = _of(store, code, now)
    gone = delete(reporter_codes).where(mine).returning(reporter_codes.c.complaint_id)
    found: int | None = store.execute(gone).scalar()
    if found is not None:
        reporters.join(store, chat, found)
    return found


def forget(store: Store, now: datetime) -> None:
    """Drop the codes whose time is over."""
    _OVER.run(store, {"now": now})


_OVER = Prepared(delete(reporter_codes).where(reporter_codes.c.expires_at <= bindparam("now")))


def _of(store: Store, code: str, now: datetime) -> ColumnElement[bool]:
    return (reporter_codes.c.token == _token(store, code)) & (reporter_codes.c.expires_at > now)


def _token(store: Store, code: str) -> str:
    words = f"complaint {bare_code(code)}"
    return keys_of(store).mac("codes", hashlib.sha256(words.encode()).hexdigest())
