"""Interactive messages: what Meta allows in buttons, lists and location requests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.sandbox.whatsapp.checks import distinct, number_of, only, optional, part, rows, words
from bot.sandbox.whatsapp.media import Shelf
from bot.sandbox.whatsapp.records import Button
from bot.sandbox.whatsapp.refusal import invalid, missing, wrong

BODY, LIST_BODY, FOOTER, HEADER = 1024, 4096, 60, 60
MOST_BUTTONS, TITLE, BUTTON_ID = 3, 20, 256
MOST_ROWS, MOST_SECTIONS, OPENER, SECTION = 10, 10, 20, 24
ROW_TITLE, ROW_ID, DESCRIPTION = 24, 200, 72
_ME = "interactive"
_ACTION = f"{_ME}['action']"

Content = dict[str, Any]


def interactive(given: dict[str, Any], shelf: Shelf, now: datetime) -> Content:
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
    only(given, ("type", "header", "body", "footer", "action"), of=_ME)
    longest = LIST_BODY if kind == "list" else BODY
    body = words(part(given, "body", of=_ME), "text", of=f"{_ME}['body']", longest=longest)
    shown = checks[str(kind)](part(given, "action", of=_ME))
    return {"text": body, **shown, **_header(given, str(kind), shelf, now), **_footer(given)}


def _header(given: dict[str, Any], kind: str, shelf: Shelf, now: datetime) -> Content:
    if given.get("header") is None:
        return {}
    of = f"{_ME}['header']"
    header = part(given, "header", of=_ME)
    allowed = {"button": ("text", "image"), "list": ("text",)}.get(kind, ())
    if header.get("type") not in allowed:
        raise wrong(f"Param {of}['type'] must be one of {list(allowed)} in a {kind} message.")
    only(header, ("type", header["type"]), of=of)
    if header["type"] == "text":
        return {"header": words(header, "text", of=of, longest=HEADER)}
    image = part(header, "image", of=of)
    if not image.get("id"):
        raise missing(f"{of}['image']['id']")
    media = shelf.find(image["id"], now)
    if media.kind != "image":
        raise wrong(f"Media {media.id} is {media.mime}, not an image.")
    return {"photo": media.id}


def _footer(given: dict[str, Any]) -> Content:
    if given.get("footer") is None:
        return {}
    footer = part(given, "footer", of=_ME)
    return {"footer": words(footer, "text", of=f"{_ME}['footer']", longest=FOOTER)}


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
        found.append(Button(title, _id(reply, f"{of}['reply']", BUTTON_ID)))
    number_of(len(found), "buttons", most=MOST_BUTTONS)
    _distinct(found, titles=True)
    return {"buttons": [[button] for button in found]}


def _list(action: dict[str, Any]) -> Content:
    only(action, ("button", "sections"), of=_ACTION)
    opener = words(action, "button", of=_ACTION, longest=OPENER)
    sections = rows(action, "sections", of=_ACTION)
    number_of(len(sections), "sections", most=MOST_SECTIONS)
    of = f"{_ACTION}['sections']"
    found = []
    for section in sections:
        only(section, ("title", "rows"), of=of)
        if optional(section, "title", of=of, longest=SECTION) is None and len(sections) > 1:
            raise missing(f"{of}['title']")
        inside = rows(section, "rows", of=of)
        if not inside:
            raise wrong(f"Param {of}['rows'] must not be empty.")
        found += [_row(row, f"{of}['rows']") for row in inside]
    number_of(len(found), "rows in all sections", most=MOST_ROWS)
    _distinct(found, titles=False)
    return {"buttons": [[button] for button in found], "menu": opener}


def _row(row: dict[str, Any], of: str) -> Button:
    only(row, ("id", "title", "description"), of=of)
    title = words(row, "title", of=of, longest=ROW_TITLE)
    description = optional(row, "description", of=of, longest=DESCRIPTION)
    return Button(title, _id(row, of, ROW_ID), description=description)


def _id(given: dict[str, Any], of: str, longest: int) -> str:
    found = words(given, "id", of=of, longest=longest)
    if found != found.strip():
        raise wrong(f"Param {of}['id'] must not begin or end with a blank.")
    return found


def _distinct(found: list[Button], *, titles: bool) -> None:
    distinct((str(button.data) for button in found), "id")
    if titles:
        distinct((button.label for button in found), "title")


def _location_request(action: dict[str, Any]) -> Content:
    only(action, ("name",), of=_ACTION)
    if action.get("name") != "send_location":
        raise invalid(f"Param {_ACTION}['name'] must be 'send_location'.")
    return {"asks_location": True}
