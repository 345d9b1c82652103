"""Messages of each type, checked as Meta does, and what a phone shows of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.sandbox.shelf import Shelf
from bot.sandbox.whatsapp import shelf as media
from bot.sandbox.whatsapp.messages.checks import only, optional, part, words
from bot.sandbox.whatsapp.messages.interactive import Content, interactive
from bot.sandbox.whatsapp.records import Media
from bot.sandbox.whatsapp.refusal import GraphError, invalid, missing, wrong

TEXT, CAPTION, TRACKER, FILE_NAME = 4096, 1024, 512, 240
_KEYS = (
    *("messaging_product", "recipient_type", "to", "recipient", "type"),
    "biz_opaque_callback_data",
)
_SHOWN = {"image": "photo", "document": "document", "audio": "voice"}


def envelope(given: dict[str, Any]) -> str:
    """Check all that is around a message's body; returns its type."""
    if given.get("messaging_product") is None:
        raise missing("messaging_product")
    if given["messaging_product"] != "whatsapp":
        raise invalid("Param messaging_product must be one of {WHATSAPP}.")
    if given.get("recipient_type", "individual") != "individual":
        raise wrong("Param recipient_type must be 'individual': this box has no groups.")
    type_ = given.get("type", "text")
    if not isinstance(type_, str):
        raise invalid("Param type must be a string.")
    only(given, (*_KEYS, type_), of="message")
    optional(given, "biz_opaque_callback_data", of="message", longest=TRACKER)
    return type_


def addressee(given: dict[str, Any]) -> tuple[str, str]:
    """("to", digits of a phone number) or ("recipient", user id): exactly one is given."""
    to, recipient = given.get("to"), given.get("recipient")
    if not to and not recipient:
        raise missing("to")
    if to and recipient:
        raise wrong("Only one of the parameters to and recipient may be given.")
    if not to:
        if not isinstance(recipient, str):
            raise invalid("Param recipient must be a string.")
        return "recipient", recipient
    if not isinstance(to, str) or not to.isascii() or not to.isdigit():
        raise wrong("Param to must be a phone number of digits.")
    return "to", to


def free_form(given: dict[str, Any], type_: str, *, shelf: Shelf[Media], now: datetime) -> Content:
    """What the phone shows of any message but a template."""
    checks: dict[str, Callable[[dict[str, Any]], Content]] = {
        "text": _text,
        "interactive": lambda body: interactive(body, shelf, now),
        **{kind: _medium(kind, shelf, now) for kind in _SHOWN},
    }
    if type_ not in checks:
        raise GraphError(131051, f"Message type {type_!r} is not one that this box knows.")
    return checks[type_](part(given, type_))


def _text(body: dict[str, Any]) -> Content:
    only(body, ("body", "preview_url"), of="text")
    if not isinstance(body.get("preview_url", False), bool):
        raise invalid("Param text['preview_url'] must be a boolean.")
    return {"text": words(body, "body", of="text", longest=TEXT)}


def _medium(kind: str, shelf: Shelf[Media], now: datetime) -> Callable[[dict[str, Any]], Content]:
    keys = {
        "image": ("id", "caption"),
        "document": ("id", "caption", "filename"),
        "audio": ("id", "voice"),
    }[kind]

    def check(body: dict[str, Any]) -> Content:
        if "link" in body:
            raise GraphError(131053, "This box fetches no links: upload the media.")
        only(body, keys, of=kind)
        if not body.get("id"):
            raise missing(f"{kind}['id']")
        file = media.find(shelf, body["id"], now)
        if kind not in ("document", file.kind):
            raise wrong(f"Media {file.id} is {file.mime}, which cannot be sent as {kind}.")
        caption = optional(body, "caption", of=kind, longest=CAPTION)
        named = optional(body, "filename", of=kind, longest=FILE_NAME)
        return {"text": caption or "", _SHOWN[kind]: file.id, "filename": named or file.name}

    return check
