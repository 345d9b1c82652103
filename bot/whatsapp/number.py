"""The phone number that people write to, for links and posters."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from bot.config import Settings

NUMBER = re.compile(r"[1-9][0-9]{6,14}")
"""A phone number with its country code (ITU-T E.164: at most 15 digits), without a plus sign."""
TIMEOUT = 5.0
"""Seconds for the platform to say the number."""


def whatsapp_link(number: str, words: str) -> str:
    """The link that opens the chat with the number, these words ready to be sent; ValueError for
    what is no number."""
    if NUMBER.fullmatch(number) is None:
        raise ValueError("not a phone number with its country code")
    return f"https://wa.me/{number}?text={quote(words, safe='')}"


def number_of(settings: Settings, *, patience: float = TIMEOUT) -> str | None:
    """The digits, from the settings or else asked from the platform; None where it does not say.

    Call it outside a running loop.
    """
    return settings.whatsapp_number or asyncio.run(asked_number(settings, patience=patience))


async def asked_number(settings: Settings, *, patience: float = TIMEOUT) -> str | None:
    """The digits as the platform says them; None where it does not."""
    # Slow to load, and of use only where the number is not known.
    from bot.whatsapp.templates.syncing import AWAY, graph_of

    fields = ("display_phone_number",)
    try:
        async with asyncio.timeout(patience), graph_of(settings) as graph:
            told = await graph.get_business_phone_number(settings.whatsapp_phone_id, fields=fields)
            shown = str(told["display_phone_number"])
    except (*AWAY, TypeError, TimeoutError):
        return None
    return "".join(c for c in shown if c.isascii() and c.isdigit()) or None
