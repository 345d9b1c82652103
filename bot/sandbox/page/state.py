"""What the page of phones is told: one JSON object with everything it shows."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from re import compile as pattern
from typing import Any

from bot.sandbox.page.page import PhonesPage
from bot.sandbox.records import Bubble, PhoneButton, Try, WallPoster
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WaPhone

TELEGRAM_FILE, WHATSAPP_FILE = "/box/file/", "/box/whatsapp/file/"
BARE = pattern(r"(?<![\">\w/])((?:https?://|t\.me/|wa\.me/)[^\s<]*[^\s<.,;:!?)])")


def state(page: PhonesPage) -> dict[str, Any]:
    """All that the page shows."""
    telegram, whatsapp = page.telegram, page.whatsapp
    return {
        "version": page.version,
        "clock": telegram.clock().astimezone(page.zone).isoformat(timespec="seconds"),
        "language": page.language,
        "bot": {
            "name": telegram.name,
            "username": telegram.username,
            "number": whatsapp.number if whatsapp else None,
        },
        "phones": _phones(page),
        "posters": [_poster(poster) for poster in page.posters],
        "tries": [_try(one) for one in page.tries],
        "jumps": list(page.jumps),
    }


def _phones(page: PhonesPage) -> list[dict[str, Any]]:
    """Both channels' phones, in the order of the row; whoever has no place there comes last."""
    found = [_on_telegram(page, phone) for phone in page.telegram.phones.values()]
    if page.whatsapp:
        found += [_on_whatsapp(page, phone) for phone in page.whatsapp.phones.values()]
    places = {number: place for place, number in enumerate(page.row)}
    return sorted(found, key=lambda phone: places.get(phone["id"], len(places)))


def _poster(poster: WallPoster) -> dict[str, str | None]:
    return {
        "service": poster.service,
        "counter": poster.counter,
        "code": poster.code,
        "link": poster.link,
        "qr": f"/box/qr/{poster.code}.svg",
        "whatsapp": poster.whatsapp,
        "whatsapp_qr": f"/box/qr/whatsapp/{poster.code}.svg" if poster.whatsapp else None,
    }


def _try(one: Try) -> dict[str, Any]:
    return {"words": dict(one.words), "clicks": [asdict(click) for click in one.clicks]}


def _on_telegram(page: PhonesPage, phone: Phone) -> dict[str, Any]:
    toasted = phone.toasts and phone.toast_until > phone.box.monotonic()
    own = {"channel": "telegram", "commands": _commands(page, phone)}
    return {**own, **_phone(page, phone), "toast": phone.toasts[-1] if toasted else None}


def _on_whatsapp(page: PhonesPage, phone: WaPhone) -> dict[str, Any]:
    own = {"channel": "whatsapp", "number": phone.number, "window": phone.window_is_open}
    return {**own, **_phone(page, phone), "commands": [], "toast": None}


def _phone(page: PhonesPage, phone: Phone | WaPhone) -> dict[str, Any]:
    return {
        "id": phone.id,
        "name": phone.name,
        "role": page.roles.get(phone.id, "citizen"),
        "language": phone.language,
        "started": phone.started,
        "blocked": phone.blocked,
        "messages": [_bubble(page, phone, bubble) for bubble in phone.messages],
    }


def _commands(page: PhonesPage, phone: Phone) -> list[dict[str, str]]:
    """The chat's own menu before that of all chats, the phone's language before any."""
    own = f'{{"chat_id":{phone.id},"type":"chat"}}'
    for scope in (own, '{"type":"all_private_chats"}', '{"type":"default"}'):
        for language in (phone.language, ""):
            if commands := page.telegram.commands.get((scope, language)):
                return commands
    return []


def _bubble(page: PhonesPage, phone: Phone | WaPhone, bubble: Bubble) -> dict[str, Any]:
    place, written = bubble.location, datetime.fromtimestamp(bubble.date, page.zone)
    return {
        "id": bubble.id,
        "mine": bubble.mine,
        "html": linked(bubble.html),
        "text": bubble.text if bubble.mine else "",
        "sticker": bubble.sticker,
        "forwarded": bubble.forwarded,
        "photo": _address(phone, bubble.photo),
        "document": _document(phone, bubble),
        "voice": _address(phone, bubble.voice),
        "location": {"latitude": place[0], "longitude": place[1]} if place else None,
        "buttons": [[_button(button) for button in row] for row in bubble.buttons],
        "list": {"button": bubble.menu} if bubble.menu else None,
        "asks_location": bubble.asks_location,
        "template": bubble.template,
        "edited": bubble.edited,
        "day": f"{written:%Y-%m-%d}",
        "time": f"{written:%H:%M}",
    }


def _button(button: PhoneButton) -> dict[str, str]:
    more = {"description": button.description} if button.description else {}
    return {"label": button.label, "data": button.data, **more}


def _address(phone: Phone | WaPhone, file_id: str | None) -> str | None:
    folder = TELEGRAM_FILE if isinstance(phone, Phone) else WHATSAPP_FILE
    return f"{folder}{file_id}" if file_id else None


def _document(phone: Phone | WaPhone, bubble: Bubble) -> dict[str, Any] | None:
    file = phone.box.shelf.files.get(bubble.document or "")
    if file is None:
        return None
    address = _address(phone, file.id)
    return {"name": bubble.file_name or file.name, "url": address, "size": len(file.content)}


def linked(html: str) -> str:
    """Bare links made clickable, as Telegram and WhatsApp do."""
    if "://" not in html and ".me/" not in html:
        return html
    return BARE.sub(
        lambda found: f'<a href="{_absolute(found[1])}">{found[1]}</a>',
        html,
    )


def _absolute(link: str) -> str:
    return link if "://" in link else f"https://{link}"
