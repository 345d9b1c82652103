"""Renaming: a channel comes to know a person by another id."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, update

from models.people import FROZEN
from models.store import Store
from models.store.complaints import tokens
from models.store.schema import addresses, inbox, letters

DOUBTED = "number"
"""Why a letter is held whose number may be somebody else's by now."""


def renamed(store: Store, channel: str, old: str, *, to: str) -> bool:
    """Whether somebody was known by the old id, who is known by the new one from now on.

    Where somebody is known by the new one already, both stay as they are; so they do where it is
    somebody of the office, who may not be the one who writes now.
    """
    before = _known(store, channel, old)
    if before is None:  # a citizen's row goes the day after, and not what they complained of
        tokens.follow(store, channel, old, to=to)
        return False
    if before.person_id is not None or _known(store, channel, to) is not None:
        return False
    _rename(store, before, to=to)
    return True


def told_of_renaming(store: Store, channel: str, old: Iterable[str], *, to: str) -> bool:
    """The same where the platform itself has told, so that nobody need prove who they are; `old`
    are all ids by which it says that they were known.

    Their first message may have come before that: then the chat that it has made, which is nobody's
    in the office, takes the old id. They can be reached there, whatever became of the old one.
    Where two of the office are known by these ids, neither is believed to have moved.
    """
    ids = list(old)
    found = [one for each in ids if (one := _known(store, channel, each)) is not None]
    of_office = [one for one in found if one.person_id is not None]
    if len({one.person_id for one in of_office}) > 1:
        return False
    now, met = _known(store, channel, to), {one.sender for one in found}
    for each in ids:
        if each not in met:
            tokens.follow(store, channel, each, to=to)
    return any(_moved(store, before, now, to=to) for before in of_office or found)


def _moved(store: Store, before: Any, now: Any, *, to: str) -> bool:
    if now is not None and not _is_theirs(before, now):
        return False
    if now is None:
        _rename(store, before, to=to)
    else:
        _exchange(store, before, now)
    _change(store, before, reachable=True)
    return True


def doubted(store: Store, channel: str, old: str) -> None:
    """Somebody else may be reached under this id by now: nothing is sent there any more. What waits
    there goes to the person's next chat, once that is known to be theirs."""
    before = _known(store, channel, old)
    _change(store, before, reachable=False)
    unsaid = (letters.c.address_id == before.id) & letters.c.state.in_(("waiting", "doubt"))
    store.execute(update(letters).where(unsaid).values(state="held", why=DOUBTED))


def _is_theirs(before: Any, now: Any) -> bool:
    """Whether the chat under the new id is one that somebody of the office has just begun."""
    return before.person_id is not None and now.person_id is None


def _exchange(store: Store, before: Any, now: Any) -> None:
    """The person's own chat takes the id of the one that they have just begun, and its letters;
    what waited for them to write may go."""
    _change(store, now, sender=f"{now.id} moves")  # no id of a platform's has a space
    _rename(store, before, to=now.sender)
    _change(store, now, sender=before.sender)
    _change(store, before, heard_at=now.heard_at or before.heard_at)
    theirs = letters.c.address_id.in_((before.id, now.id))
    store.execute(update(letters).where(theirs).values(address_id=before.id))
    if now.heard_at is not None:
        held = theirs & (letters.c.state == "held") & letters.c.why.is_distinct_from(FROZEN)
        freed = {"state": "waiting", "due_at": now.heard_at, "why": None}
        store.execute(update(letters).where(held).values(**freed))


def _known(store: Store, channel: str, sender: str) -> Any:
    here = (addresses.c.channel == channel) & (addresses.c.sender == sender)
    return store.execute(select(addresses).where(here).with_for_update()).first()


def _rename(store: Store, chat: Any, *, to: str) -> None:
    """The chat, and what is still to have its turn there."""
    _change(store, chat, sender=to)
    tokens.follow(store, chat.channel, chat.sender, to=to)
    there = (inbox.c.channel == chat.channel) & (inbox.c.sender == chat.sender)
    store.execute(update(inbox).where(there).values(sender=to))


def _change(store: Store, chat: Any, **columns: Any) -> None:
    store.execute(update(addresses).where(addresses.c.id == chat.id).values(**columns))
