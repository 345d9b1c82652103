"""`tilik secret`: whether the secret fits the database, and going on where it was lost."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime

from bot.cli.terminal import said, speaker
from bot.config import Settings, SettingsWrong, chosen_or_exit, complain
from bot.keys import keys
from models.keys import Keys
from models.store import Store
from models.store.engine.database import StoreAway, opened
from models.store.engine.migrate import current
from models.store.oversight.seals import accept, stranger


def secret(*, accepts: bool, now: datetime) -> int:
    """Print the fingerprint; 1 where another secret has sealed this database.

    With `accepts` it is used from now on all the same: the trail tells so, under the new one.
    """
    chosen, say = chosen_or_exit(), speaker("audit")
    try:
        if not (chosen.is_there and current(chosen.database)):
            print(said("run-not-migrated"), file=sys.stderr)
            return 1
        ours = keys(chosen)
        other = asyncio.run(_other(chosen, ours, now if accepts else None))
    except StoreAway:
        print(said("run-database-away"), file=sys.stderr)
        return 1
    except SettingsWrong as wrong:
        complain(wrong)
        return 1
    if other is None:
        print(say("secret-fits", now=ours.fingerprint))
        return 0
    if accepts:
        print(say("secret-accepted", before=other, now=ours.fingerprint))
        return 0
    print(say("run-other-secret", fingerprint=other, now=ours.fingerprint), file=sys.stderr)
    return 1


async def _other(chosen: Settings, ours: Keys, now: datetime | None) -> str | None:
    """Whose fingerprint stood there; given a moment, ours stands there from then on."""

    def job(store: Store) -> str | None:
        other = stranger(store, ours)
        if other is not None and now is not None:
            accept(store, ours, now, instead_of=other)
        return other

    database = opened(chosen.database)
    try:
        return await (database.read(job) if now is None else database.run(job))
    finally:
        await database.close()
