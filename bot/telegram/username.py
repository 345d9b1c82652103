"""The bot's username, for links and posters."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from bot.telegram.listener import Listener

USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{4,31}")
"""A bot's username (Bot API): 5 to 32 Latin letters, digits and underscores."""
OFFICIAL = "https://api.telegram.org"
PATIENCE = 5.0
"""Seconds for Telegram to say the name."""


def deep_link(username: str, code: str) -> str:
    """The link that opens the chat with the bot and says the code; ValueError for no username."""
    if USERNAME.fullmatch(username) is None:
        raise ValueError("not a Telegram username")
    return f"https://t.me/{username}?start={quote(code, safe='')}"


def username_of(token: str, *, api: str = OFFICIAL, patience: float = PATIENCE) -> str | None:
    """The name, asked from Telegram; None where it does not say. Call it outside a running loop."""
    return asyncio.run(_asked(token, api=api, patience=patience))


async def _asked(token: str, *, api: str, patience: float) -> str | None:
    # Slow to load, and of use only where the name is not known.
    from bot.telegram.lazy_aiogram import TokenValidationError
    from bot.telegram.listener import Listener

    try:
        listener = Listener(token, api=api)
    except TokenValidationError:
        return None
    try:
        return await username_by(listener, patience=patience)
    finally:
        await listener.close()


async def username_by(listener: Listener, *, patience: float = PATIENCE) -> str | None:
    """The name; None where Telegram does not say it, or says what can be none."""
    name = await listener.username(patience=patience)
    return name if name and USERNAME.fullmatch(name) else None
