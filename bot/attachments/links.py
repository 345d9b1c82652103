"""Where Tilik can be met from outside: the links that posters and joining codes carry."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.config import Settings
from bot.imports.reading.tables import UnusableError
from bot.telegram.traits import TELEGRAM
from bot.telegram.username import USERNAME, deep_link
from bot.whatsapp.number import NUMBER, whatsapp_link
from bot.whatsapp.traits import WHATSAPP


@dataclass(frozen=True)
class Reach:
    """The bot's username on Telegram and the phone number on WhatsApp; empty for not there."""

    username: str = ""
    number: str = ""

    def __bool__(self) -> bool:
        return bool(self.username or self.number)

    def on_telegram(self, code: str) -> str | None:
        """The link that ties a chat there to a person; None where Tilik is not there."""
        return deep_link(self.username, f"daftar-{code}") if self.username else None

    def on_whatsapp(self, code: str) -> str | None:
        """The same on WhatsApp."""
        return whatsapp_link(self.number, f"daftar {code}") if self.number else None

    def joining(self, code: str) -> list[str]:
        """Both, as far as there are, WhatsApp's first."""
        return [link for link in (self.on_whatsapp(code), self.on_telegram(code)) if link]


def checked(reach: Reach) -> Reach:
    """The same, a sign before the username apart; raises `UnusableError` for what is neither."""
    username = reach.username.strip().removeprefix("@")
    if username and USERNAME.fullmatch(username) is None:
        raise UnusableError("posters-username-wrong", value=reach.username)
    if reach.number and NUMBER.fullmatch(reach.number) is None:
        raise UnusableError("posters-number-wrong", value=reach.number)
    return Reach(username, reach.number)


class AskedReach:
    """Where Tilik is met; what the settings do not say, each channel is asked for (`called`) until
    it is known."""

    def __init__(
        self, settings: Settings, called: Mapping[str, Callable[[], Awaitable[str | None]]]
    ) -> None:
        self._called = called
        self._reach = Reach(settings.telegram_username, settings.whatsapp_number)

    async def found(self) -> Reach:
        """The names, empty where Tilik is not there, or the platform does not say for now."""
        known = self._reach
        self._reach = Reach(
            known.username or await self._asked(TELEGRAM.name),
            known.number or await self._asked(WHATSAPP.name),
        )
        return self._reach

    async def _asked(self, channel: str) -> str:
        ask = self._called.get(channel)
        return (await ask() or "") if ask is not None else ""
