"""Run as a program: a command that writes beside a running Tilik, again and again.

`python -m tests.kills.command URL TIMES` prints how often the database was away for it.
"""

from __future__ import annotations

import asyncio
import sys
import time

from models.store import Store
from models.store.engine.away import StoreAway
from models.store.people import people
from tests.actors import NINE_O_CLOCK
from tests.keyed import opened
from tests.kills.plants import planted

READS_FOR = 0.02
"""Seconds in which a command compares what it has read with a file."""


async def _refused(url: str, times: int) -> int:
    database, refused = opened(url), 0
    for number in range(times):
        try:
            await database.run(lambda store, name=f"Pegawai {number}": _taken_in(store, name))
        except StoreAway:
            refused += 1
    await database.close()
    return refused


def _taken_in(store: Store, name: str) -> None:
    people.by_nip(store)
    time.sleep(READS_FOR)
    people.invite(store, people.add(store, name), now=NINE_O_CLOCK)


if __name__ == "__main__":
    planted()
    print(asyncio.run(_refused(sys.argv[1], int(sys.argv[2]))))
