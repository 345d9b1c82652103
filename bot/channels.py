"""The lines to the channels: an ear and a mouth each. What a channel needs is imported here, and
only where the channel is set up."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.channel import Ear, Mouth, Traits
from bot.config import Settings
from bot.outbound.file_source import Source
from bot.telegram.traits import TELEGRAM
from bot.texts import Texts
from bot.whatsapp.traits import WHATSAPP
from models.store.engine.database import Database
from models.store.letters import budget

if TYPE_CHECKING:
    from bot.telegram.listener import Listener


CHANNELS: Mapping[str, Traits] = {one.name: one for one in (TELEGRAM, WHATSAPP)}
"""Every channel that Tilik knows, also where it is not set up."""
LOUD = frozenset(one.name for one in CHANNELS.values() if not one.silent)


@dataclass(frozen=True)
class Line:
    """One channel: how Tilik hears and speaks there, and gets what people send. `listener` asks
    Telegram for what there is."""

    channel: str
    ear: Ear
    mouth: Mouth
    source: Source
    listener: Listener | None = None


@asynccontextmanager
async def telegram_line(
    settings: Settings, database: Database, texts: Texts, clock: Callable[[], datetime]
) -> AsyncIterator[Line | None]:
    """The line to Telegram, open; None where it is not set up."""
    if not settings.has_telegram:
        yield None
        return
    from bot.telegram.heard import ear
    from bot.telegram.listener import Listener
    from bot.telegram.speaker import Speaker

    token = settings.telegram_token.get_secret_value()
    shared = None if settings.file else Shared(database, TELEGRAM.name)
    speaker = Speaker(token, api=settings.telegram_api, rate=settings.telegram_rate, budget=shared)
    listener = Listener(token, api=settings.telegram_api)
    await speaker.open()
    try:
        yield Line(TELEGRAM.name, ear(token), speaker, listener, listener)
    finally:
        await speaker.close()
        await listener.close()


@asynccontextmanager
async def whatsapp_line(
    settings: Settings, database: Database, texts: Texts, clock: Callable[[], datetime]
) -> AsyncIterator[Line | None]:
    """The line to WhatsApp, open; None where it is not set up."""
    if not settings.has_whatsapp:
        yield None
        return
    from bot.whatsapp.inbound.heard import ear
    from bot.whatsapp.outbound.gate import Gate
    from bot.whatsapp.outbound.media import Media
    from bot.whatsapp.outbound.speaker import Speaker

    token, phone_id = settings.whatsapp_token.get_secret_value(), settings.whatsapp_phone_id
    speaker = Speaker(
        token,
        phone_id=phone_id,
        api=settings.whatsapp_api,
        texts=texts,
        gate=Gate(database, clock),
        clock=clock,
        rate=settings.whatsapp_rate,
        budget=None if settings.file else Shared(database, WHATSAPP.name),
    )
    media = Media(token, phone_id=phone_id, api=settings.whatsapp_api)
    try:
        secret = settings.whatsapp_app_secret.get_secret_value()
        yield Line(WHATSAPP.name, ear(secret), speaker, media)
    finally:
        await media.close()
        await speaker.close()


class Shared:
    """A channel's budget in the store: who wants to speak reserves time there."""

    def __init__(self, database: Database, channel: str) -> None:
        self._database = database
        self._channel = channel

    async def reserve(self, seconds: float) -> float:
        """Take so many seconds to speak in; gives how many seconds from now they begin."""
        return await self._database.run(lambda store: budget.reserve(store, self._channel, seconds))

    async def silence(self, seconds: float) -> None:
        """Let no process speak for so long."""
        await self._database.run(lambda store: budget.silence(store, self._channel, seconds))
