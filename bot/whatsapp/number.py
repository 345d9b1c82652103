"""The phone number that people write to, for links and posters."""

from __future__ import annotations

import asyncio

from bot.config import Settings
from bot.whatsapp.templates.syncing import AWAY, graph_of

PATIENCE = 5.0
"""Seconds for the platform to say the number."""


def number_of(settings: Settings, *, patience: float = PATIENCE) -> str | None:
    """The digits, from the settings or else asked from the platform; None where it does not say.

    Call it outside a running loop.
    """
    return settings.whatsapp_number or asyncio.run(asked_number(settings, patience=patience))


async def asked_number(settings: Settings, *, patience: float = PATIENCE) -> str | None:
    """The digits as the platform says them; None where it does not."""
    fields = ("display_phone_number",)
    try:
        async with asyncio.timeout(patience), graph_of(settings) as graph:
            told = await graph.get_business_phone_number(settings.whatsapp_phone_id, fields=fields)
            shown = str(told["display_phone_number"])
    except (*AWAY, TypeError, TimeoutError):
        return None
    return "".join(c for c in shown if c.isascii() and c.isdigit()) or None
