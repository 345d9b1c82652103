"""Who may stand behind somebody: whoever made the code by which they joined, until somebody else
has said that it was them.

Whoever makes a code can type it into a phone of their own. So the two are one for whatever takes a
second person.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import select

from models.store import Store
from models.store.schema import new_chats

JOINED: Literal["joined"] = "joined"
"""Of a new chat: the first that its person had, by a code that one of the office has made, of which
nobody else has said yet that it is theirs."""


def behind(store: Store, person_ids: Iterable[int | None]) -> frozenset[int]:
    """These people, and whoever may stand behind one of them; behind nobody (None) is nobody."""
    found, left = set[int](), {number for number in person_ids if number is not None}
    while left:
        found |= left
        here = (new_chats.c.state == JOINED) & new_chats.c.settled_at.is_(None)
        query = select(new_chats.c.made_by).where(here, new_chats.c.person_id.in_(left))
        left = {by for by in store.execute(query).scalars() if by is not None} - found
    return frozenset(found)
