"""The line to Telegram: opened, and listened to by webhook or by asking for updates."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from itertools import count
from typing import Any, TypeVar

from aiohttp import web

from bot.alarms import Alarms
from bot.channel import ChannelLine, Receiver, TokenRefused
from bot.config import Settings
from bot.outbound.pacing import Shared
from bot.telegram.heard import ear
from bot.telegram.listener import TOKEN, Listener, NotTaken, SecondPoller
from bot.telegram.speaker import TelegramSpeaker
from bot.telegram.traits import CHANNEL, TELEGRAM
from bot.telegram.username import username_by
from bot.telegram.webhook import webhook
from bot.telegram.webhook_url import HeldElsewhere, hold
from bot.texts import Texts
from bot.turn.menu import menu_of_everybody
from models.backoff import doubling, wait_after
from models.people import LANGUAGES
from models.store.engine.database import Database, StoreAway

R = TypeVar("R")
_log = logging.getLogger("tilik.telegram")
WAITS = doubling(0.5, longest=16)
"""After each request that has failed."""
PATIENCE = 5.0
"""Seconds for Telegram to say at the start whether it knows the token."""
LOOKS = 60.0
"""Seconds between two looks whether the webhook stands."""
SECOND = 3
"""So many conflicts one after another are no earlier life's last request: somebody else asks."""
COURTESY = "commands"
"""What is asked once beside the updates, and tells nothing of how those are."""
SILENT = 3
"""So many requests in a row without an answer are more than a moment's hiccup."""
DISPUTED = 600.0
"""Seconds without a conflict, after which nobody else asks any more."""
LONGEST = 200
"""Characters of Telegram's words in an alarm."""


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
    listening = _Listening(settings, listener, texts, alarms=alarms)
    await speaker.open()
    try:
        yield ChannelLine(
            TELEGRAM,
            ear=ear(token),
            mouth=speaker,
            source=listener,
            called=partial(username_by, listener),
            ready="run-ready-webhook" if settings.public_url else "run-ready-polling",
            check=listening.check,
            routes=listening.routes,
            listen=listening.listen,
        )
    finally:
        await speaker.close()
        await listener.close()


class _Listening:
    """How updates come: by a webhook where Tilik has a public address, else they are asked for."""

    def __init__(
        self, settings: Settings, listener: Listener, texts: Texts, *, alarms: Alarms
    ) -> None:
        self._settings = settings
        self._listener = listener
        self._texts = texts
        self._alarms = alarms
        self._disputed_at = -DISPUTED

    def routes(self, desk: Receiver) -> Iterator[web.RouteDef]:
        yield webhook(desk, secret=self._settings.telegram_secret.get_secret_value())

    async def check(self) -> None:
        """Ask Telegram for the bot; raises `TokenRefused`. A Telegram that is away is waited for
        later."""
        with suppress(ConnectionError, NotTaken):
            await self._listener.me(patience=PATIENCE)

    async def listen(self, desk: Receiver) -> None:
        """Telegram need not be there at the start: it is asked until it answers."""
        menu = asyncio.create_task(self._show_menu())
        try:
            await (self._hold_webhook() if self._settings.public_url else self._poll(desk))
        finally:
            menu.cancel()

    async def _show_menu(self) -> None:
        """The menu is a courtesy: where Telegram will not take it, everything can be typed."""
        menus = {language: menu_of_everybody(self._texts, language) for language in LANGUAGES}
        await self._answered(partial(self._listener.commands, menus), COURTESY)

    async def _hold_webhook(self) -> None:
        """Set the webhook, and look for ever whether it stands."""
        anew = True
        while True:
            await self._answered(
                partial(hold, self._settings, self._listener, anew=anew), "webhook"
            )
            anew = False
            await asyncio.sleep(LOOKS)

    async def _poll(self, desk: Receiver) -> None:
        """Ask for updates for ever. An update is confirmed only when the desk has it."""
        offset = 0
        while True:
            updates = await self._answered(partial(self._updates, offset), "updates")
            try:
                await desk.receive_all(CHANNEL, updates)
            except StoreAway:
                _log.warning("the database is away: Telegram keeps the updates for now")
                await asyncio.sleep(1)
                continue
            if updates:
                offset = max(int(update["update_id"]) for update in updates) + 1

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        """After a conflict: an earlier life's webhook may be in the way of asking."""
        try:
            return await self._listener.updates(offset)
        except SecondPoller:
            await hold(self._settings, self._listener)
            raise

    async def _answered(self, call: Callable[[], Awaitable[R]], what: str) -> R:
        """What Telegram answers, asked until it does."""
        for failures in count(1):
            try:
                answer = await call()
            except (OSError, TimeoutError, NotTaken, TokenRefused) as wrong:
                self._notice(wrong, what, failures)
                if failures == 1:  # what lasts is an alarm, which is said once
                    name = type(wrong).__name__
                    _log.info("Telegram gives no %s (%s), asking again", what, name)
                await asyncio.sleep(wait_after(failures, WAITS))
            else:
                self._end(what)
                return answer
        raise AssertionError

    def _notice(self, wrong: Exception, what: str, failures: int) -> None:
        match wrong:
            case TokenRefused():
                self._alarms.sound("token-refused", str(wrong))
            case HeldElsewhere():
                self._alarms.sound("foreign-webhook", host=str(wrong))
            case NotTaken():
                self._alarms.sound("not-taken", what, words=str(wrong)[:LONGEST])
            case SecondPoller() if failures >= SECOND:
                self._disputed_at = asyncio.get_running_loop().time()
                self._alarms.sound("second-poller")
            case SecondPoller():
                pass
            case OSError() if failures >= SILENT and what != COURTESY:
                self._alarms.sound("platform-away", "Telegram")

    def _end(self, what: str) -> None:
        """What this answer tells of is well."""
        self._alarms.end("token-refused", TOKEN)
        self._alarms.end("not-taken", what)
        if what == COURTESY:
            return
        self._alarms.end("platform-away", "Telegram")
        self._alarms.end("foreign-webhook")
        if asyncio.get_running_loop().time() > self._disputed_at + DISPUTED:
            self._alarms.end("second-poller")
