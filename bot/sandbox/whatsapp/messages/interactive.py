"""Interactive messages: what Meta allows in buttons, lists and location requests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.sandbox.records import PhoneButton
from bot.sandbox.shelf import Shelf
from bot.sandbox.whatsapp import shelf as media
from bot.sandbox.whatsapp.messages.checks import (
    distinct,
    number_of,
    only,
    optional,
    part,
    rows,
    words,
)
from bot.sandbox.whatsapp.records import Media
from bot.sandbox.whatsapp.refusal import invalid, missing, wrong

BODY, LIST_BODY = 1024, 4096
MOST_BUTTONS, TITLE, BUTTON_ID = 3, 20, 256
MOST_ROWS, OPENER = 10, 20
ROW_TITLE, ROW_ID, DESCRIPTION = 24, 200, 72
_ME = "interactive"
_ACTION = f"{_ME}['action']"

Content = dict[str, Any]


def interactive(given: dict[str, Any], shelf: Shelf[Media], now: datetime) -> Content:
    """What the phone shows of an interactive message; raises the refusal of one that is wrong."""
    checks: dict[str, Callable[[dict[str, Any]], Content]] = {
        "button": _buttons,
        "list": _list,
        "location_request_message": _location_request,
    }
    kind = given.get("type")
    if kind is None:
        raise missing(f"{_ME}['type']")
    if kind not in checks:
        raise wrong(f"Param {_ME}['type'] is {kind!r}, which this box does not know.")
    only(given, ("type", "header", "body", "action"), of=_ME)
    longest = LIST_BODY if kind == "list" else BODY
    body = words(part(given, "body", of=_ME), "text", of=f"{_ME}['body']", longest=longest)
    shown = checks[str(kind)](part(given, "action", of=_ME))
    return {"text": body, **shown, **_header(given, str(kind), shelf, now)}


def _header(given: dict[str, Any], kind: str, shelf: Shelf[Media], now: datetime) -> Content:
    if given.get("header") is None:
        return {}
    of = f"{_ME}['header']"
    header = part(given, "header", of=_ME)
    if kind != "button" or header.get("type") != "image":
        raise wrong(f"Param {of}['type'] must be 'image', in a button message.")
    only(header, ("type", "image"), of=of)
    image = part(header, "image", of=of)
    if not image.get("id"):
        raise missing(f"{of}['image']['id']")
    file = media.find(shelf, image["id"], now)
    if file.kind != "image":
        raise wrong(f"Media {file.id} is {file.mime}, not an image.")
    return {"photo": file.id}


def _buttons(action: dict[str, Any]) -> Content:
    only(action, ("buttons",), of=_ACTION)
    found = []
    for row in rows(action, "buttons", of=_ACTION):
        of = f"{_ACTION}['buttons']"
        if row.get("type") != "reply":
            raise wrong(f"Param {of}['type'] must be 'reply'.")
        only(row, ("type", "reply"), of=of)
        reply = part(row, "reply", of=of)
        only(reply, ("id", "title"), of=f"{of}['reply']")
        title = words(reply, "title", of=f"{of}['reply']", longest=TITLE)
        found.append(PhoneButton(title, _id(reply, f"{of}['reply']", BUTTON_ID)))
    number_of(len(found), "buttons", most=MOST_BUTTONS)
    _distinct(found, titles=True)
    return {"buttons": [[button] for button in found]}


def _list(action: dict[str, Any]) -> Content:
    only(action, ("button", "sections"), of=_ACTION)
    opener = words(action, "button", of=_ACTION, longest=OPENER)
    sections = rows(action, "sections", of=_ACTION)
    number_of(len(sections), "sections", most=1)
    of = f"{_ACTION}['sections']"
    only(sections[0], ("title", "rows"), of=of)
    optional(sections[0], "title", of=of, longest=ROW_TITLE)
    found = [_row(row, f"{of}['rows']") for row in rows(sections[0], "rows", of=of)]
    number_of(len(found), "rows", most=MOST_ROWS)
    _distinct(found, titles=False)
    return {"buttons": [[button] for button in found], "menu": opener}


def _row(row: dict[str, Any], of: str) -> PhoneButton:
    only(row, ("id", "title", "description"), of=of)
    title = words(row, "title", of=of, longest=ROW_TITLE)
    description = optional(row, "description", of=of, longest=DESCRIPTION)
    return PhoneButton(title, _id(row, of, ROW_ID), description=description)


def _id(given: dict[str, Any], of: str, longest: int) -> str:
    found = words(given, "id", of=of, longest=longest)
    if found != found.strip():
        raise wrong(f"Param {of}['id'] must not begin or end with a blank.")
    return found


def _distinct(found: list[PhoneButton], *, titles: bool) -> None:
    distinct((str(button.data) for button in found), "id")
    if titles:
        distinct((button.label for button in found), "title")


def _location_request(action: dict[str, Any]) -> Content:
    only(action, ("name",), of=_ACTION)
    if action.get("name") != "send_location":
        raise invalid(f"Param {_ACTION}['name'] must be 'send_location'.")
    return {"asks_location": True}
