"""Whose webhook it is: Tilik takes away none that somebody else has set.

A copy of Tilik with production's token would silence production otherwise. What this Tilik has set
itself is noted at home, so that a new address, or none, needs no more than the setting.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.home import keep_in, kept_in
from bot.telegram.webhook import PATH

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.telegram.listener import Listener


class HeldElsewhere(ConnectionError):
    """Telegram delivers to somebody else; says the host."""


async def hold(settings: Settings, listener: Listener, *, anew: bool = False) -> None:
    """Let Telegram deliver here, or nowhere where Tilik asks for updates; `anew` also where it does
    so already, perhaps with another secret. Raises `HeldElsewhere`, and what a listener raises."""
    there = str((await listener.webhook()).get("url") or "")
    if there == wanted(settings) and not (there and anew):
        return
    if there not in ("", wanted(settings), *_ours(settings)):
        raise HeldElsewhere(urlsplit(there).hostname or "?")
    await take(settings, listener)


async def take(settings: Settings, listener: Listener) -> None:
    """The same, whoever holds it now.

    What is about to be set is noted before: whoever is stopped in between knows it as theirs.
    """
    url = wanted(settings)
    if url:
        _note(settings, *_ours(settings), url)
        secret = settings.telegram_secret.get_secret_value()
        await listener.open_webhook(url, secret=secret)
    else:
        await listener.close_webhook()
    _note(settings, url)


def wanted(settings: Settings) -> str:
    """Where Telegram is to deliver; "" for nowhere."""
    return f"{settings.public_url}{PATH}" if settings.public_url else ""


def _ours(settings: Settings) -> list[str]:
    """Where this Tilik has let Telegram deliver, or may have when it was stopped."""
    known = kept_in(_file_of(settings)) or []
    return [known] if isinstance(known, str) else known  # before 0.9 it was one


def _note(settings: Settings, *urls: str) -> None:
    with suppress(OSError):
        keep_in(_file_of(settings), list(dict.fromkeys(urls)))


def _file_of(settings: Settings) -> Path:
    return settings.home.absolute() / "webhook.json"
