"""The line to WhatsApp: opened, its routes, and its templates kept in step."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import TypeAlias

from bot.alarms import Alarms
from bot.channel import ChannelLine, TokenRefused
from bot.config import Settings
from bot.outbound.pacing import Shared
from bot.texts import Texts
from bot.whatsapp.inbound.heard import ear
from bot.whatsapp.inbound.platform_events import take_in
from bot.whatsapp.inbound.route import routes
from bot.whatsapp.number import asked_number
from bot.whatsapp.outbound.gate import Gate
from bot.whatsapp.outbound.media import MediaFiles
from bot.whatsapp.outbound.speaker import WhatsAppSpeaker
from bot.whatsapp.templates.syncing import PlatformAway, checked, graph_of, synced
from bot.whatsapp.traits import CHANNEL, WHATSAPP
from models.store.engine.database import Database

Clock: TypeAlias = Callable[[], datetime]
NAME = "WhatsApp"
SILENT = 2
"""So many checks in a row without an answer are more than a moment's hiccup."""


class _Checking:
    """Whether WhatsApp knows us, asked now and then; that it is away is an alarm."""

    def __init__(self, settings: Settings, alarms: Alarms) -> None:
        self._settings, self._alarms = settings, alarms
        self._silent = 0

    async def check(self) -> None:
        """Raises `TokenRefused`, which is an answer too."""
        try:
            await checked(self._settings)
            self._silent = 0
        except TokenRefused:
            self._silent = 0
            raise
        except PlatformAway:
            self._silent += 1
        finally:
            self._tell()

    def _tell(self) -> None:
        if not self._silent:
            self._alarms.end("platform-away", NAME)
        elif self._silent >= SILENT:
            self._alarms.sound("platform-away", NAME)


@asynccontextmanager
async def opened(
    settings: Settings, database: Database, texts: Texts, *, clock: Clock, alarms: Alarms
) -> AsyncIterator[ChannelLine]:
    """The line, until it is let go."""
    token, phone_id = settings.whatsapp_token.get_secret_value(), settings.whatsapp_phone_id
    secret = settings.whatsapp_app_secret.get_secret_value()
    verify_token = settings.whatsapp_verify_token.get_secret_value()
    speaker = WhatsAppSpeaker(
        token,
        phone_id=phone_id,
        api=settings.whatsapp_api,
        texts=texts,
        gate=Gate(database, clock),
        clock=clock,
        rate=settings.whatsapp_rate,
        budget=None if settings.file else Shared(database, CHANNEL),
    )
    media = MediaFiles(token, phone_id=phone_id, api=settings.whatsapp_api)

    async def sync() -> None:
        async with graph_of(settings) as graph:
            await synced(graph, settings, database, texts, clock())

    try:
        yield ChannelLine(
            WHATSAPP,
            ear=ear(secret),
            mouth=speaker,
            source=media,
            called=partial(asked_number, settings),
            check=_Checking(settings, alarms).check,
            ready="run-ready-whatsapp",
            routes=partial(routes, secret=secret, verify_token=verify_token, phone_id=phone_id),
            sync=sync,
            take_in=take_in,
        )
    finally:
        await media.close()
        await speaker.close()
