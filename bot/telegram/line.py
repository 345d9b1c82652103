"""The line to Telegram: opened, and listened to by webhook or by asking for updates."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count

from aiohttp import web

from bot.alarms import Alarms
from bot.channel import ChannelLine, Receiver, TokenRefused
from bot.config import Settings
from bot.outbound.pacing import Shared
from bot.telegram.heard import ear
from bot.telegram.listener import Listener, SecondPoller
from bot.telegram.speaker import TelegramSpeaker
from bot.telegram.traits import CHANNEL, TELEGRAM
from bot.telegram.username import username_by
from bot.telegram.webhook import PATH, webhook
from bot.texts import Texts
from bot.turn.menu import menu_of_everybody
from models.backoff import Waits, doubling, wait_after
from models.people import LANGUAGES
from models.store.engine.database import Database, StoreAway

_log = logging.getLogger("tilik.telegram")
ANSWERS: Waits = (0.5, 1, 2, 5, 10)
"""Between calls without which nothing begins."""
POLLS = doubling(1, longest=15)
"""After each request for updates that has failed."""


@asynccontextmanager
async def opened(
    settings: Settings, database: Database, texts: Texts, *, alarms: Alarms
) -> AsyncIterator[ChannelLine]:
    """The line, until it is let go."""
    token = settings.telegram_token.get_secret_value()
    shared = None if settings.file else Shared(database, CHANNEL)
    speaker = TelegramSpeaker(
        token, api=settings.telegram_api, rate=settings.telegram_rate, budget=shared
    )
    listener = Listener(token, api=settings.telegram_api)
    listening = _Listening(settings, listener, texts, alarms)
    await speaker.open()
    try:
        yield ChannelLine(
            TELEGRAM,
            ear=ear(token),
            mouth=speaker,
            source=listener,
            called=partial(username_by, listener),
            ready="run-ready-webhook" if settings.public_url else "run-ready-polling",
            routes=listening.routes,
            listen=listening.listen,
        )
    finally:
        await speaker.close()
        await listener.close()


@dataclass(frozen=True)
class _Listening:
    """How updates come: by a webhook where Tilik has a public address, else they are asked for."""

    settings: Settings
    listener: Listener
    texts: Texts
    alarms: Alarms

    def routes(self, desk: Receiver) -> Iterator[web.RouteDef]:
        yield webhook(desk, secret=self.settings.telegram_secret.get_secret_value())

    async def listen(self, desk: Receiver) -> None:
        """Telegram need not be there at the start: it is asked until it answers."""
        if self.settings.public_url:
            await until_answered(self._open_webhook)
            return await self._show_menu()
        menu = asyncio.create_task(self._show_menu())
        try:
            await poll(self.listener, desk, self.alarms)
        finally:
            menu.cancel()

    async def _open_webhook(self) -> None:
        secret = self.settings.telegram_secret.get_secret_value()
        await self.listener.open_webhook(f"{self.settings.public_url}{PATH}", secret=secret)

    async def _show_menu(self) -> None:
        """The menu is a courtesy: where Telegram will not take it, everything can be typed."""
        menus = {language: menu_of_everybody(self.texts, language) for language in LANGUAGES}
        with suppress(ConnectionError, TokenRefused):
            await self.listener.commands(menus)


async def until_answered(call: Callable[[], Awaitable[None]]) -> None:
    """Ask Telegram until it answers."""
    for failures in count(1):
        try:
            await call()
            return
        except ConnectionError as wrong:
            _log.warning("Telegram does not answer (%s), asking again", wrong)
            await asyncio.sleep(wait_after(failures, ANSWERS))


async def poll(listener: Listener, desk: Receiver, alarms: Alarms) -> None:
    """Ask for updates for ever. An update is confirmed only when the desk has it."""
    offset = 0
    failures = 0
    while True:
        try:
            updates = await listener.updates(offset)
        except (OSError, TimeoutError) as wrong:
            failures += 1
            if isinstance(wrong, SecondPoller):
                alarms.sound("second-poller")
            with suppress(OSError):
                await listener.give_way(wrong)
            _log.warning("no updates from Telegram (%s), asking again", type(wrong).__name__)
            await asyncio.sleep(wait_after(failures, POLLS))
            continue
        failures = 0
        alarms.end("second-poller")
        try:
            await desk.receive_all(CHANNEL, updates)
        except StoreAway:
            _log.warning("the database is away: Telegram keeps the updates for now")
            await asyncio.sleep(1)
            continue
        if updates:
            offset = max(int(update["update_id"]) for update in updates) + 1
