"""The menu of commands beside the line where people type, in each language."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from bot.telegram.listener import Listener, TokenRefused
from bot.texts import Texts
from models.letters import Text
from models.people import LANGUAGES


async def show(listener: Listener, texts: Texts, names: Sequence[str]) -> None:
    """The menu is a courtesy: where Telegram will not take it, everything can be typed."""
    with suppress(ConnectionError, TokenRefused):
        await listener.commands(
            {
                language: [(name, texts.plain(language, Text(f"command-{name}"))) for name in names]
                for language in LANGUAGES
            }
        )
