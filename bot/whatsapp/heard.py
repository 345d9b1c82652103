"""What WhatsApp delivers: a body taken apart into items, and what one item says.

A body carries entries, these carry changes, these carry messages and statuses of several people.
Every item is stored under its own key, so that one that cannot be read holds up no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.channel import Delivery, Heard, Tapped
from handlers.said import Given, Located, Typed

CHANNEL = "whatsapp"
_SILENT = frozenset({"reaction", "system"})
"""What asks for no answer: a face under a message, a number that was changed."""


def items(body: Any) -> Iterator[dict[str, Any]]:
    """Every message and status of a webhook's body, each with the contact it belongs to.

    What has another shape comes as {"strange": piece}, to be set aside.
    """
    for change in _changes(body):
        value = _mapping(change).get("value")
        if not isinstance(value, Mapping):
            yield {"strange": change}
            continue
        contacts = [c for c in _rows(value.get("contacts")) if isinstance(c, Mapping)]
        for message in _rows(value.get("messages")):
            yield {"message": message, "contact": _contact(contacts, message)}
        for status in _rows(value.get("statuses")):
            yield {"status": status}


def _changes(body: Any) -> Iterator[Any]:
    entries = _mapping(body).get("entry")
    if not isinstance(entries, list):
        yield body
        return
    for entry in entries:
        changes = _mapping(entry).get("changes")
        if isinstance(changes, list):
            yield from changes
        else:
            yield entry


def _rows(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _mapping(found: Any) -> Mapping[str, Any]:
    return found if isinstance(found, Mapping) else {}


def _contact(contacts: list[Mapping[str, Any]], message: Any) -> Mapping[str, Any]:
    """The contact of the message; the only one there is where neither names a phone number."""
    mine = _mapping(message)
    for key, own in (("user_id", "from_user_id"), ("wa_id", "from")):
        for contact in contacts:
            if contact.get(key) and contact.get(key) == mine.get(own):
                return contact
    return contacts[0] if len(contacts) == 1 else {}


def ear(secret: str) -> Callable[[Mapping[str, Any]], Heard | None]:
    """The ear of one app. What the inbox remembers of a message is keyed by the app's secret,
    which the database does not know: it leads from no rating to nobody."""
    key = hashlib.sha256(secret.encode()).digest()
    return lambda item: heard(item, key=key)


def heard(item: Mapping[str, Any], *, key: bytes = b"") -> Heard | None:
    """What a person did; None for what asks for no answer, and for statuses.

    Raises ValueError where the item cannot be read at all.
    """
    if "status" in item:
        return None
    message = item.get("message")
    if not isinstance(message, Mapping) or not isinstance(message.get("id"), str):
        raise ValueError("no message of WhatsApp's")
    if message.get("type") in _SILENT:
        return None
    return Heard(
        channel=CHANNEL,
        sender=_sender(message, _mapping(item.get("contact"))),
        key=f"w{hashlib.blake2b(message['id'].encode(), key=key, digest_size=16).hexdigest()}",
        said=_said(message),
    )


def _sender(message: Mapping[str, Any], contact: Mapping[str, Any]) -> str:
    """Who it is: the id that the business knows them by, which a phone number may not be."""
    for found in (
        message.get("from_user_id"),
        contact.get("user_id"),
        message.get("from"),
        contact.get("wa_id"),
    ):
        if isinstance(found, str) and 0 < len(found) <= 64:
            return found
    raise ValueError("a message from nobody")


def _said(message: Mapping[str, Any]) -> Delivery:
    """What was done, by its kind; a kind that we do not know says nothing, and is answered so."""
    kind = str(message.get("type"))
    part = _mapping(message.get(kind))
    match kind:
        case "text":
            return Typed(_words(part.get("body")))
        case "interactive":
            reply = _mapping(part.get(str(part.get("type"))))
            return Tapped(_words(reply.get("id")))
        case "button":
            return Tapped(_words(part.get("payload")))
        case "image":
            return Given("photo", _words(part.get("id")), caption=_caption(part))
        case "document":
            name = _words(part.get("filename")) or None
            return Given("document", _words(part.get("id")), name, caption=_caption(part))
        case "audio":
            return Given("voice", _words(part.get("id")))
        case "location":
            return Located(float(part["latitude"]), float(part["longitude"]))
        case _:
            return Typed("")


def _words(found: Any) -> str:
    return found.replace("\x00", "") if isinstance(found, str) else ""


def _caption(part: Mapping[str, Any]) -> str | None:
    return _words(part.get("caption")) or None
