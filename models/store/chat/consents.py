"""Consents: that somebody was shown the notice, or has agreed to something or no longer does.

Rows are only ever added; the newest of a purpose on a channel counts.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select

from models.notices import WORDINGS, Purpose
from models.people import Address
from models.store import Store
from models.store.schema import consents


def give(
    store: Store,
    chat: Address,
    purpose: Purpose,
    *,
    now: datetime,
    agreed: bool = True,
    person_id: int | None = None,
) -> None:
    """Keep what the person of this chat has said there, with the words it was about.

    `person_id` where the chat was tied to them in this very turn. Nothing is kept of who is not
    known: to a citizen Tilik never speaks first.
    """
    number = chat.person_id if person_id is None else person_id
    if number is None:
        return
    wording = WORDINGS[purpose]
    row = {
        "person_id": number,
        "purpose": purpose,
        "version": wording.version,
        "digest": wording.digest,
        "channel": chat.channel,
        "agreed": agreed,
        "given_at": now,
    }
    store.execute(insert(consents).values(**row))


def knows(store: Store, person_id: int) -> bool:
    """Whether the person has been shown the notice as it reads now, on whichever channel."""
    here = (
        (consents.c.person_id == person_id)
        & (consents.c.purpose == "notice")
        & (consents.c.version == WORDINGS["notice"].version)
    )
    return store.execute(select(consents.c.id).where(here).limit(1)).first() is not None
