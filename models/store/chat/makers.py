"""Who may stand behind somebody: whoever made the code by which they joined, until somebody else
has said that it was them.

Whoever makes a code can type it into a phone of their own. So the two are one for whatever takes a
second person.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import bindparam, select

from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.schema import new_chats

JOINED: Literal["joined"] = "joined"
"""Of a new chat: the first that its person had, by a code that one of the office has made, of which
nobody else has said yet that it is theirs."""

_MADE_BY = Prepared(
    select(new_chats.c.made_by).where(
        new_chats.c.state == JOINED,
        new_chats.c.settled_at.is_(None),
        new_chats.c.person_id.in_(bindparam("of", expanding=True)),
    )
)


def behind(store: Store, person_ids: Iterable[int | None]) -> frozenset[int]:
    """These people, and whoever may stand behind one of them; behind nobody (None) is nobody."""
    found, left = set[int](), {number for number in person_ids if number is not None}
    while left:
        found |= left
        rows = _MADE_BY.all(store, {"of": left})
        left = {row.made_by for row in rows if row.made_by is not None} - found
    return frozenset(found)
