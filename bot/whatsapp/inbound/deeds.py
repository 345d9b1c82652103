"""What a person did, by the kind of their message."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.channel import Delivery, Started, Tapped, Unheard
from bot.whatsapp.traits import CHANNEL
from handlers.engine.said import GivenFile, Located, Typed
from models.store.chat.files import safe_name

_WORDS = ("caption", "text", "body")
"""Where words stand in a message of any kind."""
_MEDIA = re.compile(r"[A-Za-z0-9_-]{1,150}")
SILENT = frozenset({"reaction", "revoke", "system"})
"""What asks for no answer: a face under a message, one that was taken back."""
_UNSHOWN = SILENT | {"edit", "keep_in_chat", "pin", "poll_update"}
"""What asks for none either where the platform only says that it cannot show it."""


def deed(message: Mapping[str, Any]) -> Delivery | None:
    """What was done, by its kind; None for what asks for no answer.

    What we have no ear for is answered so.
    """
    kind = str(message.get("type"))
    part = mapping(message.get(kind))
    if kind in SILENT or (kind == "unsupported" and part.get("type") in _UNSHOWN):
        return None
    match kind:
        case "text":
            return _typed(part.get("body"))
        case "request_welcome":
            return Started("")
        case "interactive" if part.get("type") == "call_permission_reply":
            return None
        case "interactive":
            reply = mapping(part.get(str(part.get("type"))))
            return _tapped(reply.get("id"), reply.get("title"))
        case "button":
            return _tapped(part.get("payload"), part.get("text"))
        case "image" if media := _media(part):
            return GivenFile("photo", media, caption=_caption(part))
        case "document" if media := _media(part):
            name = safe_name(_words(part.get("filename")))
            return GivenFile("document", media, name, caption=_caption(part))
        case "audio" if media := _media(part):
            return GivenFile("voice", media)
        case "location":
            return _located(part)
        case _:
            return _typed(next((part[one] for one in _WORDS if _words(part.get(one))), ""))


def _typed(words: Any) -> Delivery:
    """The words, where there are any; those under a film, too."""
    found = _words(words)
    return Typed(found) if found else Unheard()


def _tapped(tap: Any, label: Any) -> Delivery:
    """A tap; the label alone (of a template that somebody else has sent) is as good as typed."""
    found = _words(tap)
    return Tapped(found) if found and found != label else _typed(label)


def _located(part: Mapping[str, Any]) -> Delivery:
    """The place, where it is one on earth."""
    try:
        latitude, longitude = float(part["latitude"]), float(part["longitude"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return Unheard()
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return Unheard()
    return Located(latitude, longitude)


def _media(part: Mapping[str, Any]) -> str:
    """The id of a file, which says that it is of WhatsApp's: not every channel keeps its files.

    "" for what is no id: it becomes a part of an address.
    """
    number = _words(part.get("id"))
    return f"{CHANNEL}:{number}" if _MEDIA.fullmatch(number) else ""


def _words(found: Any) -> str:
    return found.replace("\x00", "") if isinstance(found, str) else ""


def _caption(part: Mapping[str, Any]) -> str | None:
    return _words(part.get("caption")) or None


def mapping(found: Any) -> Mapping[str, Any]:
    """What was found, where it is an object; else an empty one."""
    return found if isinstance(found, Mapping) else {}
