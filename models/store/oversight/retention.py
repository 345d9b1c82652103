"""Retention: what has been kept long enough goes. Every function may run late, twice or in several
processes at once.

A citizen is known by the chat alone, and for no longer than it is needed: the row of a chat that
belongs to nobody goes the day after, once nothing is open there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    Delete,
    String,
    Table,
    Update,
    bindparam,
    cast,
    delete,
    exists,
    literal,
    or_,
    select,
    text,
    update,
)

from models.people import Address
from models.retention import days_kept
from models.store import Store
from models.store.chat import chats, consents, identities
from models.store.chat.addresses import NOBODY, address_of
from models.store.engine.prepared import Prepared
from models.store.personal import Erased, Expires, Through, declaration, declared, leads_to, rows_of
from models.store.rules import settings
from models.store.schema import addresses, files, inbox, metadata, people, raters

ROWS_AT_ONCE = 5000
"""So many rows go at once: a turn waits no longer than that for its own."""


def forget(store: Store, now: datetime) -> None:
    """Enforce every period that a table declares: the office's, where it has set one."""
    values = settings.values_on(store, now.date())
    for table, one in declared(metadata.tables.values()):
        for place, rule in enumerate(one.kept):
            if isinstance(rule, Expires):
                days = rule.after if isinstance(rule.after, int) else days_kept(values, rule.after)
                _outdated(table, place).run(store, {"before": _moment(table, rule, now, days)})
    identities.forget(store, now.date())


@cache
def _outdated(table: Table, place: int) -> Prepared:
    """What lets go the rows for which a period of the table, by its place, is over."""
    rule: Any = declaration(table).kept[place]
    before: Any = bindparam("before")
    return Prepared(_going(table, table.c[rule.column] < before, rule))


def _moment(table: Table, rule: Expires, now: datetime, days: int) -> date:
    before = now - timedelta(days=days)
    return before.date() if isinstance(table.c[rule.column].type, Date) else before


def forget_citizens(store: Store, now: datetime, *, most: int = ROWS_AT_ONCE) -> int:
    """Let the chats go that belong to nobody and in which nothing is open; gives how many.

    They are locked first and looked at again then: a turn that is running there may have opened
    something since, and on PostgreSQL only a new statement sees that.
    """
    bound = tuple(_bound())
    found = _idle_chats(bound).all(store, {"now": now, "today": now.date(), "most": most})
    if not found:
        return 0
    here = (addresses.c.id.in_([one.id for one in found]), *_idle(now, now.date(), bound))
    gone = store.execute(delete(addresses).where(*here, ~_sent_files()))
    nobody = {"sender": literal(NOBODY) + cast(addresses.c.id, String)}
    blank = {"language": None, "phone_language": None, "heard_at": None}
    store.execute(update(addresses).where(*here).values(**nobody, **blank))
    return gone.rowcount


def leave(store: Store, chat: Address) -> None:
    """This chat is nobody's from now on: its row goes as soon as nothing is open there.

    What is written to its person but not sent goes with it; what is being sent is let go.
    """
    _erase(store, addresses, addresses.c.id == chat.id)


def leave_everywhere(store: Store, person_id: int, now: datetime) -> None:
    """Untie every chat of the person, where Tilik speaks first no longer; what they chose for all
    of them goes too, and the joining codes that they have not used."""
    query = select(addresses).where(addresses.c.person_id == person_id).order_by(addresses.c.id)
    for chat in [address_of(row) for row in store.execute(query)]:
        chats.leave_in_peace(store, chat, now)
        consents.give(store, chat, "speak-first", now=now, agreed=False)
        leave(store, chat)
    _erase(store, people, people.c.id == person_id)


def untie(store: Store, tokens: list[str], now: datetime) -> None:
    """Cut the tie between these tokens of today and what was rated under them.

    That they have rated stays known until the day is over, as hashes that lead to nobody: else a
    chat that is erased after each rating could rate without end.
    """
    cut = {"rating_id": None, "changeable_until": now}
    for first in range(0, len(tokens), 500):
        here = raters.c.token.in_(tokens[first : first + 500])
        store.execute(update(raters).where(here, raters.c.rating_id.is_not(None)).values(**cut))


def _erase(store: Store, root: Table, where: ColumnElement[bool]) -> None:
    """Let go what the tables declare to be erased of these people or chats: what refers to other
    rows first."""
    for table, one in declared(reversed(metadata.sorted_tables)):
        if isinstance(one.erased, Erased) and leads_to(table, root):
            store.execute(_going(table, rows_of(table, root, where), one.erased))


def _going(table: Table, where: ColumnElement[bool], rule: Expires | Erased) -> Delete | Update:
    """Let these rows go, or stay with the values that the rule gives them."""
    here = (where, text(f"({rule.only})")) if rule.only else (where,)
    if rule.becomes is None:
        return delete(table).where(*here)
    return update(table).where(*here).values(**rule.becomes)


@cache
def _idle_chats(bound: tuple[Column[Any], ...]) -> Prepared:
    idle = _idle(bindparam("now"), bindparam("today"), bound)
    found = select(addresses.c.id).where(*idle).limit(bindparam("most"))
    return Prepared(found.with_for_update(skip_locked=True, of=addresses))


def _idle(
    now: Any, today: Any, bound: Iterable[Column[Any]]
) -> tuple[ColumnElement[bool], ...]:
    """Of an address: nobody's, met on an earlier day, with nothing open or to be remembered."""
    open_there = exists().where(
        inbox.c.channel == addresses.c.channel,
        inbox.c.sender == addresses.c.sender,
        inbox.c.state == "open",
    )
    return (
        addresses.c.person_id.is_(None),
        addresses.c.met_on < today,
        addresses.c.knocked_at.is_(None),
        addresses.c.assists_until.is_(None),
        or_(addresses.c.locked_until.is_(None), addresses.c.locked_until <= now),
        *(~exists().where(column == addresses.c.id) for column in bound),
        ~open_there,
        or_(addresses.c.sender.not_like(f"{NOBODY}%"), ~_sent_files()),
    )


def _bound() -> Iterator[Column[Any]]:
    """The columns of other tables that keep a chat for as long as they refer to it."""
    for table, one in declared(metadata.tables.values()):
        if isinstance(one.concerns, Through) and not one.concerns.outlives:
            for name in one.concerns.columns:
                if table.c[name].references(addresses.c.id):
                    yield table.c[name]


def _sent_files() -> Any:
    return exists().where(files.c.address_id == addresses.c.id)
