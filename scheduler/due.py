"""What is due now. Every job may run late, twice or in several processes at once."""

from __future__ import annotations

import json
from datetime import datetime

from models.store import Store
from models.store.chat import chats, dialogues, files, inbox, new_chats, silence
from models.store.complaints import codes, listeners, reporters
from models.store.intake import arrivals, intakes
from models.store.letters import assisting, claims, on_hold
from models.store.office import unit_tree
from models.store.oversight import retention
from models.store.people import leaving, people
from models.store.ratings import closes, holds, raters, visit_codes
from models.store.rules import outages


def expire(store: Store, now: datetime) -> int:
    """Put the end of every dialogue whose time is over into the inbox, in its person's order; give
    phones back that were handed on for long enough, and let go what was held for the night.

    Gives how many are over. The key says which dialogue and which end, so that a second run (or
    a second process) adds nothing.
    """
    over = dialogues.expired(store, now)
    for number, channel, sender, ends in over:
        inbox.put(
            store,
            channel,
            key=f"x{number}:{int(ends.timestamp() * 1000)}",
            twin=None,
            sender=sender,
            now=now,
            raw=json.dumps({"expired": number, "ends": ends.isoformat()}),
        )
    assisting.lapse(store, now)
    on_hold.wake(store, now)
    return len(over)


def set_back(store: Store, now: datetime) -> datetime | None:
    """The clock was ahead and is right again: nothing waits for, or tells of, the time it showed.
    Gives until when Tilik has lived by it; None where it has not."""
    claims.pull_in(store, now)
    inbox.pull_in(store, now)
    files.pull_in(store, now)
    closes.set_back(store, now)
    return outages.set_back(store, now)


def tidy(store: Store, now: datetime) -> None:
    """Forget what need not be known any longer: who has rated, old delivery keys, files
    that nobody looks at, letters of which no platform will tell any more, when citizens wrote.

    Addresses come first, as everywhere: a turn has one locked before it writes anything."""
    leaving.close_left(store, now)
    chats.forget(store, now)
    retention.forget_citizens(store, now)
    raters.forget(store, now)
    inbox.forget(store, now)
    files.forget(store, now)
    arrivals.forget(store, now)
    intakes.forget(store, now)
    claims.forget(store, now)
    unit_tree.shut(store, now)
    retention.forget(store, now)
    people.seal_codes(store)
    holds.judge(store)
    new_chats.forget(store, now)
    silence.lapse(store, now)
    codes.forget(store, now)
    visit_codes.forget(store, now)
    reporters.forget(store)
    listeners.forget(store)
