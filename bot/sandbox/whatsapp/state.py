"""What the page of phones is told of WhatsApp's phones, beside Telegram's."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.sandbox.links import linked
from bot.sandbox.whatsapp.graph import PAGE_FILE
from bot.sandbox.whatsapp.records import Bubble, Button

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox
    from bot.sandbox.whatsapp.phones import WaPhone


def state_of(box: WhatsAppBox) -> list[dict[str, Any]]:
    """All phones, with the keys that Telegram's have, and a few of WhatsApp's own."""
    return [_phone(box, phone) for phone in box.phones.values()]


def _phone(box: WhatsAppBox, phone: WaPhone) -> dict[str, Any]:
    return {
        "channel": "whatsapp",
        "id": phone.id,
        "name": phone.name,
        "number": phone.number,
        "role": box.roles.get(phone.id, "citizen"),
        "language": phone.language,
        "commands": [],
        "started": phone.started,
        "blocked": phone.blocked,
        "offline": phone.is_offline,
        "window": phone.window_is_open,
        "typing": phone.typing_until > box.monotonic(),
        "toast": None,
        "messages": [_bubble(box, found) for found in phone.messages],
    }


def _bubble(box: WhatsAppBox, bubble: Bubble) -> dict[str, Any]:
    place = bubble.location
    return {
        "id": bubble.id,
        "mine": bubble.mine,
        "html": linked(bubble.html),
        "photo": _address(bubble.photo),
        "document": _named(box, bubble),
        "voice": _address(bubble.voice),
        "location": {"latitude": place[0], "longitude": place[1]} if place else None,
        "buttons": [[_button(button) for button in row] for row in bubble.buttons],
        "list": {"button": bubble.menu} if bubble.menu else None,
        "asks_location": bubble.asks_location,
        "template": bubble.template,
        "edited": False,
        "time": f"{datetime.fromtimestamp(bubble.date, box.zone):%H:%M}",
    }


def _button(button: Button) -> dict[str, str | None]:
    return {"label": button.label, "data": button.data, "description": button.description}


def _address(media_id: str | None) -> str | None:
    return f"{PAGE_FILE}{media_id}" if media_id else None


def _named(box: WhatsAppBox, bubble: Bubble) -> dict[str, Any] | None:
    file = box.shelf.files.get(bubble.document or "")
    if file is None:
        return None
    name = bubble.file_name or file.name
    return {"name": name, "url": _address(file.id), "size": len(file.content)}
