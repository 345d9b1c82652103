"""Methods that put something new on a phone."""

from __future__ import annotations

from typing import Any

from bot.sandbox.form import Form
from bot.sandbox.handset import Message
from bot.sandbox.telegram import keyboard, shelf
from bot.sandbox.telegram.markup import Entity, parsed, trimmed, units
from bot.sandbox.telegram.network import TelegramNetwork, without_uploads
from bot.sandbox.telegram.refusal import bad

LONGEST_TEXT = 4096
LONGEST_SOURCE = 32768
"""Bytes of a text before its markup is read (Bot API server)."""
LONGEST_CAPTION = 1024


def formatted(given: Form, name: str = "text") -> tuple[str, list[Entity]]:
    """A text parameter as Telegram stores it: (text, entities)."""
    text = str(given.get(name) or "")
    if len(text) > LONGEST_TEXT and len(text.encode()) > LONGEST_SOURCE:
        raise bad("text is too long")
    mode = given.get("parse_mode")
    if mode and mode.lower() != "html":
        raise bad("unsupported parse_mode")
    return trimmed(*(parsed(text) if mode else (text, [])))


def text_of(given: Form) -> dict[str, Any]:
    """The text of a call as fields of a message; refuses an empty or too long one."""
    text, entities = formatted(given)
    if not text:
        raise bad("message text is empty")
    if len(text) * 2 > LONGEST_TEXT and units(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_of(given: Form) -> dict[str, Any]:
    """The caption of a call as fields of a message; none if it is empty."""
    text, entities = formatted(given, "caption")
    if units(text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def put(box: TelegramNetwork, given: Form, *, method: str, fields: dict[str, Any]) -> Message:
    """Show a new message of the bot with these fields, and its buttons, on the phone."""
    reply_markup = keyboard.inline(given)
    phone = box.addressed(given)
    if reply_markup:
        fields["reply_markup"] = reply_markup
    box.pace(phone)
    message = phone.keep({"from": box.user, **fields})
    box.record(method, phone.id, given, message["message_id"])
    return message


def send_message(box: TelegramNetwork, given: Form) -> Message:
    return put(box, given, method="sendMessage", fields=text_of(given))


def send_photo(box: TelegramNetwork, given: Form) -> Message:
    return _send_file(box, given, method="sendPhoto", kind="photo")


def send_document(box: TelegramNetwork, given: Form) -> Message:
    return _send_file(box, given, method="sendDocument", kind="document")


def send_voice(box: TelegramNetwork, given: Form) -> Message:
    return _send_file(box, given, method="sendVoice", kind="voice")


def _send_file(box: TelegramNetwork, given: Form, *, method: str, kind: str) -> Message:
    if not given.get(kind):
        raise bad(f"there is no {kind} in the request")
    caption = caption_of(given)
    keyboard.inline(given)
    box.addressed(given)
    file = shelf.received(box.shelf, kind, attached(given, given[kind]))
    fields = {kind: shelf.field(file), **caption}
    payload = {**without_uploads(given), kind: file.id}
    return put(box, payload, method=method, fields=fields)


def attached(given: Form, named: Any) -> Any:
    """The upload that attach://name names; anything else as it is."""
    if isinstance(named, str) and named.startswith("attach://"):
        return given.get(named.removeprefix("attach://"), named)
    return named
