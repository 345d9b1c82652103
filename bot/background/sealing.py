"""What keeps the trail: its seals, its days of ratings, and its anchor in the log once a day."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from models.keys import Keys
from models.store import Store
from models.store.engine.database import Database, StoreAway
from models.store.oversight import work_digests
from models.store.oversight.day_seals import seal_ratings
from models.store.oversight.seals import newest, seal, stranger
from models.store.ratings.counted.trees import note_roots

_log = logging.getLogger("tilik.trail")


class OtherSecret(Exception):
    """The database was sealed under another secret; says the fingerprints of that one and ours."""

    def __init__(self, fingerprint: str, now: str) -> None:
        super().__init__(fingerprint)
        self.fingerprint, self.now = fingerprint, now


@dataclass
class Sealing:
    """The keeper of one process. `allowed` says whether the trail is the one that it should be;
    `told_on` is the day whose anchor the log has already."""

    database: Database
    keys: Keys
    clock: Callable[[], datetime]
    allowed: Callable[[Store], bool] = lambda _: True
    told_on: date | None = None

    async def check(self) -> None:
        """Raises `OtherSecret`: what was sealed before could neither be checked nor opened."""
        other = await self.database.read(lambda store: stranger(store, self.keys))
        if other is not None:
            raise OtherSecret(other, self.keys.fingerprint)

    async def seal(self) -> None:
        """Fix the ratings of days that are over, seal the trail, tell where it ends."""
        now = self.clock()
        with suppress(StoreAway):
            await self.database.run(lambda store: seal_ratings(store, now))
            await self.database.run(lambda store: note_roots(store, now))
            await self.database.run(lambda store: work_digests.begin(store, now))
            last = await self.database.run(lambda store: self._sealed(store, now))
            if last is not None and self.told_on != now.date():
                self.told_on = now.date()
                _log.info("the trail is sealed up to %s", last)

    def _sealed(self, store: Store, now: datetime) -> str | None:
        if not self.allowed(store):
            return None
        seal(store, self.keys, now)
        last = newest(store)
        return None if last is None else f"{last.number}:{last.hash}"
