"""The page of phones: whose phones it shows, what hangs beside them, and who is looking."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from zoneinfo import ZoneInfo

from bot.sandbox.records import Try, WallPoster
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox

WATCHED_FOR = 60.0
LONGEST_WATCH = 25.0


class PhonesPage:
    """`roles` says who somebody is (by the id of their phone), `row` the order of the phones.
    `on_forward` is awaited with minutes, `jumps` move the clock to the next moment of a name;
    `published` gives a file of the results for the public by its name."""

    def __init__(self, telegram: TelegramBox) -> None:
        self.telegram = telegram
        self.whatsapp: WhatsAppBox | None = None
        self.posters: list[WallPoster] = []
        self.tries: Sequence[Try] = ()
        self.roles: dict[int | str, str] = {}
        self.row: Sequence[int | str] = ()
        self.on_forward: Callable[[float], Awaitable[object]] | None = None
        self.jumps: dict[str, Callable[[], Awaitable[object]]] = {}
        self.published: Callable[[str], Awaitable[str | None]] | None = None
        self.language = "id"
        self.zone = ZoneInfo("Asia/Jakarta")
        self.version = 1
        self.watchers: set[asyncio.Future[None]] = set()
        self._watched_at = -WATCHED_FOR
        telegram.on_changed = self.changed

    def shows(self, whatsapp: WhatsAppBox) -> None:
        """Put WhatsApp's phones beside Telegram's."""
        self.whatsapp = whatsapp
        whatsapp.on_changed = self.changed

    def changed(self, again_in: float | None = None) -> None:
        """Something is different now, and once more after so many seconds, if anybody looks."""
        self.version += 1
        for watcher in self.watchers:
            if not watcher.done():
                watcher.set_result(None)
        if again_in is not None and monotonic() - self._watched_at < WATCHED_FOR:
            asyncio.get_running_loop().call_later(again_in, self.changed)

    async def watch(self) -> None:
        """Wait until something is different, but not for ever."""
        self._watched_at = monotonic()
        watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.watchers.add(watcher)
        try:
            await asyncio.wait((watcher,), timeout=LONGEST_WATCH)
        finally:
            self.watchers.discard(watcher)
