"""Telegram with its people: what the methods of the Bot API act on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.sandbox import form
from bot.sandbox.form import Form
from bot.sandbox.records import Upload
from bot.sandbox.telegram import flood
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.telegram.records import RefusedMethod, Sent
from bot.sandbox.telegram.refusal import (
    BLOCKED,
    CHAT_NOT_FOUND,
    NEVER_STARTED,
    RefusalError,
    bad,
    forbidden,
)
from bot.sandbox.telegram.servers import TelegramServers


class TelegramNetwork(TelegramServers):
    """Adds the phones, the books of what was sent and refused, and the send limits."""

    def __init__(self, token: str, *, clock: Callable[[], datetime], **more: Any) -> None:
        super().__init__(token, clock=clock, **more)
        self.phones: dict[int, Phone] = {}
        self.ledger: list[Sent] = []
        self.refusals: list[RefusedMethod] = []
        self._bucket = flood.overall()
        self._sent = 0

    def phone(self, number: int, *, name: str = "", language: str = "id") -> Phone:
        """The phone of this user id, made at the first call (name and language count then)."""
        found = self.phones.get(number)
        if found is None:
            name = name or f"Person {number}"
            found = self.phones[number] = Phone(self, number, name=name, language=language)
            self.changed()
        return found

    def addressed(self, given: Form) -> Phone:
        """The phone of `chat_id`, if the bot may write to it."""
        if given.get("chat_id") in (None, ""):
            raise bad("chat_id is empty")
        phone = self.phones.get(form.number(given, "chat_id", 0))
        if phone is None:
            raise bad(CHAT_NOT_FOUND)
        if phone.blocked:
            raise forbidden(BLOCKED)
        if not phone.started:
            raise forbidden(NEVER_STARTED)
        return phone

    def pace(self, phone: Phone) -> None:
        """Count a send or an edit; raises the 429 refusal while the flood limits are on."""
        if self.flood:
            flood.take(self.monotonic(), self._bucket, phone.bucket)

    def record(
        self, method: str, chat_id: int, payload: Mapping[str, Any], message_id: int | None
    ) -> None:
        """Write an accepted call that a person can see into the ledger."""
        self._sent += 1
        at = self.calm.stir()
        self.ledger.append(Sent(self._sent, method, chat_id, payload, at, message_id))
        self.trim(self.ledger)

    def refused(self, method: str, given: Form, refusal: RefusalError) -> None:
        """Write down a call that is answered with an error."""
        shown = without_uploads(given)
        self.refusals.append(RefusedMethod(method, refusal.code, refusal.words, shown))
        self.trim(self.refusals)


def without_uploads(given: Form) -> Form:
    """The call as it is remembered: without the bytes of its files."""
    return {name: value for name, value in given.items() if not isinstance(value, Upload)}
