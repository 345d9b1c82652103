"""What the page of phones is told: one JSON object with everything it shows."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.sandbox.links import linked
from bot.sandbox.records import Bubble, Poster
from bot.sandbox.whatsapp.state import state_of

if TYPE_CHECKING:
    from bot.sandbox.phones import Phone
    from bot.sandbox.telegram import TelegramBox


def state(box: TelegramBox) -> dict[str, Any]:
    """All that the page shows."""
    return {
        "version": box.version,
        "clock": box.clock().astimezone(box.zone).isoformat(timespec="seconds"),
        "language": box.language,
        "bot": {
            "name": box.name,
            "username": box.username,
            "number": box.whatsapp.number if box.whatsapp else None,
        },
        "phones": _phones(box),
        "posters": [_poster(poster) for poster in box.posters],
        "jumps": list(box.jumps),
    }


def _phones(box: TelegramBox) -> list[dict[str, Any]]:
    """Both channels' phones, in the order of the row; whoever has no place there comes last."""
    found = [_phone(box, phone) for phone in box.phones.values()]
    if box.whatsapp:
        found += state_of(box.whatsapp)
    places = {number: place for place, number in enumerate(box.row)}
    return sorted(found, key=lambda phone: places.get(phone["id"], len(places)))


def _commands(box: TelegramBox, phone: Phone) -> list[dict[str, str]]:
    """The chat's own menu before that of all chats, the phone's language before any."""
    own = f'{{"chat_id":{phone.id},"type":"chat"}}'
    for scope in (own, '{"type":"all_private_chats"}', '{"type":"default"}'):
        for language in (phone.language, ""):
            if commands := box.commands.get((scope, language)):
                return commands
    return []


def _poster(poster: Poster) -> dict[str, str | None]:
    return {
        "service": poster.service,
        "counter": poster.counter,
        "code": poster.code,
        "link": poster.link,
        "qr": f"/box/qr/{poster.code}.svg",
        "whatsapp": poster.whatsapp,
        "whatsapp_qr": f"/box/qr/whatsapp/{poster.code}.svg" if poster.whatsapp else None,
    }


def _phone(box: TelegramBox, phone: Phone) -> dict[str, Any]:
    now = box.monotonic()
    return {
        "channel": "telegram",
        "id": phone.id,
        "name": phone.name,
        "role": box.roles.get(phone.id, "citizen"),
        "language": phone.language,
        "commands": _commands(box, phone),
        "started": phone.started,
        "blocked": phone.blocked,
        "typing": phone.typing_until > now,
        "toast": phone.toasts[-1] if phone.toasts and phone.toast_until > now else None,
        "messages": [_bubble(box, bubble) for bubble in phone.messages],
    }


def _bubble(box: TelegramBox, bubble: Bubble) -> dict[str, Any]:
    date = datetime.fromtimestamp(bubble.date, box.zone)
    place = bubble.location
    return {
        "id": bubble.id,
        "mine": bubble.mine,
        "html": linked(bubble.html),
        "photo": f"/box/file/{bubble.photo}" if bubble.photo else None,
        "document": _named(box, bubble.document),
        "voice": f"/box/file/{bubble.voice}" if bubble.voice else None,
        "location": {"latitude": place[0], "longitude": place[1]} if place else None,
        "buttons": [
            [
                {"label": b.label, "data": b.data}
                if b.url is None
                else {"label": b.label, "url": b.url}
                for b in row
            ]
            for row in bubble.buttons
        ],
        "edited": bubble.edited,
        "time": f"{date:%H:%M}",
    }


def _named(box: TelegramBox, file_id: str | None) -> dict[str, Any] | None:
    file = box.shelf.files.get(file_id or "")
    if file is None:
        return None
    return {"name": file.name, "url": f"/box/file/{file.id}", "size": len(file.content)}
