"""How much of one chat may wait: messages for their turn, and replies to be sent.

A chat that is written to faster than it can be answered is told so behind its last reply, and is
heard again when that has gone: what comes meanwhile is not taken, and not kept.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, case, func, select

from models.letters import Letter, Text
from models.store import Store
from models.store.chat.addresses import STILL_CARRIED, Met
from models.store.engine.prepared import Prepared
from models.store.letters.letters import Envelope, sheet_of, write
from models.store.schema import inbox, letters

MOST_WAITING = 50
"""Messages of one chat that wait for their turn, and replies that wait to be sent there."""
_TOO_FAST = Letter((Text("too-fast"),))
_REPLIES = Prepared(
    select(
        func.count().label("count"),
        func.sum(case((letters.c.sheet == sheet_of(_TOO_FAST), 1), else_=0)).label("told"),
    ).where(
        letters.c.address_id == bindparam("address"), letters.c.prompt_id.is_(None), STILL_CARRIED
    )
)
_OPEN = Prepared(
    select(func.count().label("count")).where(
        inbox.c.channel == bindparam("of_channel"),
        inbox.c.sender == bindparam("of_sender"),
        inbox.c.state == "open",
    )
)


def refused(store: Store, met: Met, *, now: datetime) -> list[Envelope] | None:
    """None where there is room for a turn; else what is to be carried: that there is none, once."""
    waiting = told = 0
    if met.newest_letter is not None:
        waiting, told = _REPLIES.first(store, {"address": met.address.id})
    if met.items_wait:
        here = {"of_channel": met.address.channel, "of_sender": met.address.sender}
        waiting = max(waiting, _OPEN.scalar(store, here))
    if told:
        return []
    return None if waiting < MOST_WAITING else [write(store, met.address, _TOO_FAST, now=now)]
