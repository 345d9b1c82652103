"""The channels that Tilik knows. A new one is a room of its own, and a few lines here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from bot.channel import ChannelLine, Ear, Traits
from bot.telegram.traits import TELEGRAM
from bot.whatsapp.traits import WHATSAPP
from models.dice import SYSTEM, Dice
from models.keys import Keys
from models.store.engine import database
from models.store.engine.database import Database

if TYPE_CHECKING:
    from bot.alarms import Alarms
    from bot.config import Settings
    from bot.doctor.finding import Finding
    from bot.texts import Texts

CHANNELS: Mapping[str, Traits] = {one.name: one for one in (TELEGRAM, WHATSAPP)}
"""Every one of them, also where it is not set up."""
LOUD = frozenset(one.name for one in CHANNELS.values() if not one.silent)


def opened(url: str, *, keys: Callable[[], Keys], dice: Dice = SYSTEM) -> Database:
    """The database behind the URL, which knows on which channels a letter would wake somebody."""
    return database.opened(url, dice=dice, loud=LOUD, keys=keys)


def ear_of(settings: Settings, channel: str) -> Ear | None:
    """How a channel's deliveries are read, without its line; None where it is not set up."""
    if channel == TELEGRAM.name and settings.has_telegram:
        from bot.telegram import heard as telegram

        return telegram.ear(settings.telegram_token.get_secret_value())
    if channel == WHATSAPP.name and settings.has_whatsapp:
        from bot.whatsapp.inbound import heard as whatsapp

        return whatsapp.ear(settings.whatsapp_app_secret.get_secret_value())
    return None


async def examined(settings: Settings, now: datetime) -> list[Finding]:
    """What the platforms tell of the tokens, the webhooks and the clock; each is asked anew."""
    from bot.doctor.machine import clock

    found: list[Finding] = []
    apis = []
    if settings.has_telegram:
        from bot.telegram import examined as telegram

        found += await telegram.examined(settings, now)
        apis.append(settings.telegram_api)
    if settings.has_whatsapp:
        from bot.whatsapp import examined as whatsapp

        found += await whatsapp.examined(settings)
        apis.append(settings.whatsapp_api)
    times = [await clock(api, now) for api in apis[:1]]
    return [*found, *(one for one in times if one is not None)]


@asynccontextmanager
async def lines(
    settings: Settings,
    store: Database,
    texts: Texts,
    *,
    clock: Callable[[], datetime],
    alarms: Alarms,
) -> AsyncIterator[Mapping[str, ChannelLine]]:
    """The lines to the channels that are set up, by name; what no line needs is not imported."""
    found: list[ChannelLine] = []
    async with AsyncExitStack() as stack:
        if settings.has_telegram:
            from bot.telegram import line as telegram

            there = telegram.opened(settings, store, texts, alarms=alarms)
            found.append(await stack.enter_async_context(there))
        if settings.has_whatsapp:
            from bot.whatsapp import line as whatsapp

            there = whatsapp.opened(settings, store, texts, clock=clock, alarms=alarms)
            found.append(await stack.enter_async_context(there))
        yield {line.traits.name: line for line in found}
