"""What Telegram tells of the bot: whether its token is right, where updates go, and what failed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channel import TokenRefused
from bot.config import Settings
from bot.doctor.finding import Finding, shown, unanswered, whose
from bot.telegram.lazy_aiogram import TokenValidationError
from bot.telegram.listener import Listener, NotTaken
from bot.telegram.username import username_by
from bot.telegram.webhook_url import wanted
from models.letters import Fact, Text

PATIENCE = 15.0
"""Seconds for Telegram to answer."""
MANY = 100
"""Updates that wait at Telegram: more than come in while Tilik begins anew."""
LATELY = timedelta(hours=1)
"""A failure of Telegram's to deliver that is older is over."""
NAME = "Telegram"


async def examined(settings: Settings, now: datetime) -> list[Finding]:
    """Ask Telegram; nothing that a running Tilik does is disturbed by it."""
    try:
        listener = Listener(settings.telegram_token.get_secret_value(), api=settings.telegram_api)
    except TokenValidationError:
        return [_refused()]
    try:
        async with asyncio.timeout(PATIENCE):
            told, name = await listener.webhook(), await username_by(listener)
    except TokenRefused:
        return [_refused()]
    except (ConnectionError, NotTaken, TimeoutError) as wrong:
        return [unanswered(NAME, wrong)]
    finally:
        await listener.close()
    well = Text("doctor-token-well", {"name": f"@{name}" if name else "-"})
    return [Finding("token", "well", well, of=NAME), *webhook(told, wanted(settings), now)]


def _refused() -> Finding:
    return Finding(
        "token", "ill", Text("doctor-token-refused"), Text("doctor-token-botfather"), NAME
    )


def webhook(told: Mapping[str, Any], ours: str, now: datetime) -> Iterator[Finding]:
    """What is to be thought of what Telegram tells of the webhook, which should be `ours`."""
    url, waiting = str(told.get("url") or ""), int(told.get("pending_update_count") or 0)
    yield whose(NAME, url, ours, waiting=waiting)
    if waiting > MANY:
        many = Text("doctor-pending-many", {"count": waiting})
        yield Finding("pending", "look", many, Text("doctor-pending-do"), NAME)
    failed_at = datetime.fromtimestamp(int(told.get("last_error_date") or 0), UTC)
    if now - failed_at < LATELY:
        facts: dict[str, Fact] = {"why": shown(str(told.get("last_error_message")))}
        failed = Text("doctor-delivery-failed", facts)
        yield Finding("delivery", "look", failed, Text("doctor-delivery-do"), NAME)
