"""Tokens: the keyed hashes under which a chat's complaints are found.

Each complaint of a chat has one of its own, so that without the key nothing tells which complaints
are of one citizen. They follow where the channel comes to know the chat by another id.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, select, update

from models.keys import Keys
from models.store import Store, keys_of
from models.store.chat import identities
from models.store.complaints import listeners
from models.store.engine.prepared import Prepared
from models.store.schema import complaints, reporters

MOST_TIED = 64
"""Complaints by which one chat is known at a time; beyond them the oldest is forgotten."""
_NAMES = tuple(f"of_{number}" for number in range(MOST_TIED))
_KNOWN = Prepared(
    select(reporters.c.token, reporters.c.complaint_id).where(
        reporters.c.token.in_([bindparam(name) for name in _NAMES])
    )
)
_TIE = Prepared(insert(reporters))


def tokens_of(keys: Keys, channel: str, sender: str) -> list[str]:
    """All the tokens that this chat can have."""
    key = keys.of("reporters")
    numbered = (f"{channel}:{sender}:{number}" for number in range(MOST_TIED))
    return [hmac.digest(key, one.encode(), hashlib.sha256).hex() for one in numbered]


def tie(store: Store, channel: str, sender: str, complaint_id: int) -> None:
    """The complaint is this chat's."""
    mine = tokens_of(keys_of(store), channel, sender)
    known = _of_tokens(store, mine)
    if complaint_id in known.values():
        return
    free = [token for token in mine if token not in known]
    if not free:
        free = [min(known, key=lambda token: known[token])]
        store.execute(delete(reporters).where(reporters.c.token == free[0]))
    _TIE.run(store, {"token": free[0], "complaint_id": complaint_id})


def tied(store: Store, channel: str, sender: str) -> Sequence[int]:
    """The numbers (ids) of this chat's complaints, the newest first."""
    return sorted(_known(store, channel, sender).values(), reverse=True)


def follow(store: Store, channel: str, old: str, *, to: str) -> bool:
    """The channel knows the chat by another id from now on: its tokens and seals are made anew.
    Gives whether it had any."""
    known = _known(store, channel, old)
    for token, complaint_id in known.items():
        store.execute(delete(reporters).where(reporters.c.token == token))
        tie(store, channel, to, complaint_id)
    for seal in _seals(store, list(known.values())):
        _moved(store, seal, channel, old, to)
    for seal in listeners.follow(store, channel, old, to=to):
        _moved(store, seal, channel, old, to)
    return bool(known)


def _moved(store: Store, seal: str, channel: str, old: str, to: str) -> None:
    """Whoever has given another chat of theirs meanwhile is reached there still."""
    try:
        who = identities.opened(store, seal, keys=keys_of(store))
    except identities.WrongKey:
        return
    if who is not None and (who["channel"], who["sender"]) == (channel, old):
        identities.amend(store, seal, {**who, "sender": to}, keys=keys_of(store))


def drop(store: Store, channel: str, sender: str) -> int:
    """Forget who said what this chat has complained of: seals, tokens; gives how many complaints
    stay without anybody."""
    ids = list(_known(store, channel, sender).values())
    for seal in _seals(store, ids):
        identities.drop(store, seal)
    store.execute(delete(reporters).where(reporters.c.complaint_id.in_(ids)))
    store.execute(update(complaints).where(complaints.c.id.in_(ids)).values(seal=None))
    return len(ids)


def _seals(store: Store, ids: Sequence[int]) -> Sequence[str]:
    sealed = complaints.c.id.in_(ids) & complaints.c.seal.is_not(None)
    return store.execute(select(complaints.c.seal).where(sealed)).scalars().all()


def _known(store: Store, channel: str, sender: str) -> dict[str, int]:
    """The complaints of this chat, by their tokens."""
    return _of_tokens(store, tokens_of(keys_of(store), channel, sender))


def _of_tokens(store: Store, mine: Sequence[str]) -> dict[str, int]:
    rows = _KNOWN.all(store, dict(zip(_NAMES, mine, strict=True)))
    return {row.token: row.complaint_id for row in rows}
