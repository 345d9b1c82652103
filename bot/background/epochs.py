"""What a running Tilik remembers of its database outside of it, in `epoch.json` at home.

So it notices that the database was restored from a backup, and sends nothing until it is told
(`tilik resume`): what the backup has not sent yet was sent long ago. And it notices that the trail
was cut, and does not seal that.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.alarms import Alarms
from bot.config import Settings
from bot.home import keep_in, kept_in
from models.dice import Dice
from models.store import Store
from models.store.engine.database import Database, StoreAway
from models.store.oversight import epochs
from models.store.oversight.epochs import Remembered, Trouble

_log = logging.getLogger("tilik")


class Epochs:
    """The memory of one process."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        *,
        clock: Callable[[], datetime],
        alarms: Alarms,
        dice: Dice,
    ) -> None:
        self._settings = settings
        self._database = database
        self._clock = clock
        self._alarms = alarms
        self._dice = dice
        self._known = remembered(settings) or Remembered(dice.hexadecimal(16), -1)
        self._trouble: Trouble | None = None

    def paused(self) -> bool:
        """Whether nothing may be sent."""
        return self._trouble == "restored"

    def allows_seal(self, store: Store) -> bool:
        """Whether the trail is the one that is remembered, so that it may be sealed."""
        return not self._trouble and epochs.holds(store, self._known)

    async def keep(self) -> None:
        """Compare, and remember how far the database has come."""
        if self._known.mark < 0:
            self._remember()  # or who dies right after the first commit would not know it again
        with suppress(StoreAway):
            now, fresh = self._clock(), self._dice.hexadecimal(16)
            job = partial(epochs.go_on, known=self._known, fresh=fresh, now=now)
            self._known, self._trouble = await self._database.run(job)
            self._remember()
            self._tell()

    async def look(self) -> None:
        """While nothing is sent: whether it may be again."""
        if self.paused():
            await self.keep()

    def _tell(self) -> None:
        self._alarms.only("restored", {""} if self.paused() else ())
        cut = {""} if self._trouble == "trail-cut" else ()
        self._alarms.only("trail-cut", cut, number=self._known.number)

    def _remember(self) -> None:
        try:
            remember(self._settings, self._known)
        except OSError as wrong:
            _log.warning("the epoch cannot be kept at home: %s", type(wrong).__name__)


def remember(settings: Settings, known: Remembered) -> None:
    """Keep it outside of the database; raises `OSError`."""
    keep_in(_file_of(settings), {**asdict(known), "file": _number(settings)})


def remembered(settings: Settings) -> Remembered | None:
    """What was remembered; None where there is nothing, or it is of another file."""
    match kept_in(_file_of(settings)):
        case {"epoch": str(name), "mark": int(mark), "number": int(row), "hash": str(end)} as page:
            is_same = page.get("file") == _number(settings)
            return Remembered(name, mark, row, end) if is_same else None
    return None


def _number(settings: Settings) -> int | None:
    """Which SQLite file it is, to the system: a copy of the whole folder is another one."""
    file: Path | None = settings.file
    return file.stat().st_ino if file is not None and file.exists() else None


def _file_of(settings: Settings) -> Path:
    return settings.home.absolute() / "epoch.json"
