"""What must be true after the last life: every confirmed answer once, every letter delivered."""

from __future__ import annotations

from collections import Counter as Multiset
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from bot.sandbox.telegram.records import Sent
from models.store import Store
from models.store.ratings.recount import recounted
from models.store.schema import inbox, ratings
from tests.kills.citizens import Citizen, Row
from tests.outbox import undelivered


@dataclass(frozen=True)
class Effects:
    """The ratings in the store beside the answers that citizens had confirmed."""

    ratings: int
    lost: Multiset[Row]
    doubled: Multiset[Row]
    differences: int
    inbox: dict[str, int]
    letters: int


def effects(store: Store, citizens: Iterable[Citizen], *, day: str) -> Effects:
    """Compare the store with what the citizens remember."""
    wanted: Multiset[Row] = Multiset()
    for citizen in citizens:
        wanted += citizen.rows()
    found = Multiset(_row(row, day) for row in store.execute(select(ratings)))
    recount = recounted(store)
    states = store.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state))
    return Effects(
        ratings=recount.ratings,
        lost=wanted - found,
        doubled=found - wanted,
        differences=len(recount.differences),
        inbox={state: int(number) for state, number in states},
        letters=undelivered(store),
    )


def idle(store: Store) -> bool:
    """Whether nothing is left to be done: no open item, no letter that waits."""
    still_open = select(func.count()).select_from(inbox).where(inbox.c.state == "open")
    return store.execute(still_open).scalar_one() == 0 and undelivered(store) == 0


def repeated(ledger: Iterable[Sent]) -> int:
    """New messages that say exactly what the one before in their chat has said.

    At least once is what a new message promises: a life may end between Telegram's yes and ours.
    A question that is shown again after a stale tap is counted here too.
    """
    last: dict[int, Any] = {}
    twice = 0
    for sent in ledger:
        if sent.method == "sendMessage":
            said = (sent.payload.get("text"), str(sent.payload.get("reply_markup")))
            twice += last.get(sent.chat_id) == said
            last[sent.chat_id] = said
    return twice


def _row(row: Any, day: str) -> Row:
    assert row.day.isoformat() == day
    answers = frozenset(row.answers.items())
    asked = (row.counter_id, row.service_id, row.instrument, row.kind)
    return (*asked, answers, row.cause, row.reason)
