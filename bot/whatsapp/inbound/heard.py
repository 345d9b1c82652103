"""What WhatsApp delivers: a body taken apart into items, and what one item says.

A body carries entries, these carry changes, these carry messages and statuses of several people.
Every item is stored under its own key, so that one that cannot be read holds up no other.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, get_args

import orjson

from bot.channel import DeliveryReport, Ear, Edited, Heard, Noticed, Quoted
from bot.whatsapp.errors import why_of
from bot.whatsapp.inbound.deeds import deed, mapping
from bot.whatsapp.traits import CHANNEL
from handlers.engine.said import GivenFile, Typed
from models.people import LONGEST_SENDER
from models.store.letters.delivery_status import DeliveryStatus, Step

_PHONE = "phone_number_id"
JUST_NOW = datetime.max.replace(tzinfo=UTC)
"""When a message was written whose time cannot be read: it opens a window all the same."""
_NAME = re.compile(rf"[!-~]{{1,{LONGEST_SENDER}}}")


def items(body: Any, *, phone_id: str = "") -> Iterator[dict[str, Any]]:
    """Every message and status of a webhook's body, each with the contact it belongs to.

    What is told of the account comes as {"change": field, "value": ..., "time": ...}, what has
    another shape as {"strange": piece}, to be set aside. `phone_id` is our number's: what came to
    another one of the account is not ours, and is left out.
    """
    for change, time in _changes(body):
        value, field = mapping(change).get("value"), mapping(change).get("field")
        if not isinstance(value, Mapping):
            yield {"strange": change}
            continue
        if phone_id and str(mapping(value.get("metadata")).get(_PHONE, phone_id)) != phone_id:
            continue
        if isinstance(field, str) and field != "messages":
            yield {"change": field, "value": value, "time": time}
            continue
        contacts = [c for c in _rows(value.get("contacts")) if isinstance(c, Mapping)]
        for message in _rows(value.get("messages")):
            yield {"message": message, "contact": _contact(contacts, message)}
        for status in _rows(value.get("statuses")):
            yield {"status": status}


def _changes(body: Any) -> Iterator[tuple[Any, Any]]:
    """Every change, or what stands in its place, and when its entry says that it was."""
    entries = mapping(body).get("entry")
    if not isinstance(entries, list):
        yield body, None
        return
    for entry in entries:
        changes, time = mapping(entry).get("changes"), mapping(entry).get("time")
        yield from ((one, time) for one in (changes if isinstance(changes, list) else [entry]))


def _rows(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _contact(contacts: list[Mapping[str, Any]], message: Any) -> Mapping[str, Any]:
    """The contact of the message; the only one there is, unless it is told to be somebody else."""
    mine = mapping(message)
    ids = (("user_id", "from_user_id"), ("wa_id", "from"))
    for key, own in ids:
        for contact in contacts:
            if contact.get(key) and contact.get(key) == mine.get(own):
                return contact
    only = contacts[0] if len(contacts) == 1 else {}
    return {} if any(only.get(key) and mine.get(own) for key, own in ids) else only


def ear(secret: str) -> Ear:
    """The ear of one app. What the inbox remembers of a message is keyed by the app's secret,
    which the database does not know: it leads from no rating to nobody."""
    key = hashlib.sha256(secret.encode()).digest()
    return lambda raw: heard(raw, key=key)


def heard(item: Mapping[str, Any], *, key: bytes = b"") -> Heard | None:
    """What a person did, or what the platform tells; None for what asks for no answer.

    Raises ValueError where the item cannot be read at all.
    """
    if "status" in item:
        return _told(mapping(item["status"]), key)
    if "change" in item:
        return _noticed(item)
    message = item.get("message")
    if not isinstance(message, Mapping) or not isinstance(message.get("id"), str):
        raise ValueError("no message of WhatsApp's")
    if message.get("group_id"):
        return None
    number = _name_of(message["id"], key)
    if message.get("type") == "system":
        return _moved(message, number)
    edit = mapping(message.get("edit")) if message.get("type") == "edit" else None
    done = deed(message) if edit is None else _edited(edit, key)
    if done is None:
        return None
    known = _names(message, mapping(item.get("contact")))
    return Heard(
        channel=CHANNEL,
        sender=known[0],
        key=number,
        said=done,
        also=known[-1] if known[-1] != known[0] else None,
        at=(_instant(message.get("timestamp")) or JUST_NOW) if edit is None else None,
        quoted=_quoted(mapping(message.get("context")).get("id"), key),
        lost="video" if message.get("type") == "video" else "",
    )


def _quoted(replied_to: Any, key: bytes) -> Quoted | None:
    """Which message is replied to, by the name under which we know ours."""
    return Quoted(_name_of(replied_to, key)) if isinstance(replied_to, str) else None


def _edited(edit: Mapping[str, Any], key: bytes) -> Edited | None:
    """Which message says what by now; None where nobody can read either."""
    before, now = edit.get("original_message_id"), deed(mapping(edit.get("message")))
    if not isinstance(before, str) or not isinstance(now, Typed | GivenFile):
        return None
    return Edited(_name_of(before, key), now)


def _name_of(message_id: str, key: bytes) -> str:
    return f"w{hashlib.blake2b(message_id.encode(), key=key, digest_size=16).hexdigest()}"


def _names(message: Mapping[str, Any], contact: Mapping[str, Any]) -> list[str]:
    """Who it is: the id that the business knows them by, then the phone number, if that is known.

    Raises ValueError where there is neither.
    """
    found = _ids(
        message.get("from_user_id") or contact.get("user_id"),
        message.get("from") or contact.get("wa_id"),
    )
    if not found:
        raise ValueError("a message from nobody")
    return found


def _ids(*given: Any) -> list[str]:
    return [name for name in given if isinstance(name, str) and _NAME.fullmatch(name)]


def _moved(message: Mapping[str, Any], key: str) -> Heard | None:
    """Somebody has another number or id: what they are known by now, and what they were known by.

    A new number comes with a new id since August 2026; where only the id is new, no number is told.
    """
    new = mapping(message.get("system"))
    known = _ids(new.get("user_id"), new.get("wa_id"))
    if not known:
        return None
    ids = (new.get("previous_user_id"), message.get("from_user_id"), message.get("from"))
    facts = {"from": [name for name in _ids(*ids) if name not in known], "to": known[0]}
    return Heard(channel=CHANNEL, sender=known[0], key=key, said=Noticed("moved", facts))


def _instant(stamp: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(stamp), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _told(status: Mapping[str, Any], key: bytes) -> Heard | None:
    """What became of a message of ours; None where that is none of ours, or of no account."""
    track = status.get("biz_opaque_callback_data")
    step: Step | None = next((s for s in get_args(Step) if s == status.get("status")), None)
    if not isinstance(track, str) or step is None:
        return None
    errors = [mapping(one).get("code") for one in _rows(status.get("errors"))]
    code = errors[0] if errors and type(errors[0]) is int else 0
    at = _instant(status.get("timestamp"))
    to = tuple(_ids(status.get("recipient_user_id"), status.get("recipient_id")))
    whose = _name_of(str(status.get("id")), key)
    fate = DeliveryStatus(track, step, why_of(code), str(code) if code else "", at, to, whose)
    words = f"{status.get('id')}:{step}:{code}".encode()
    number = f"s{hashlib.blake2b(words, key=key, digest_size=16).hexdigest()}"
    return Heard(channel=CHANNEL, sender="", key=number, said=DeliveryReport(fate))


def _noticed(item: Mapping[str, Any]) -> Heard:
    """What is told of the account, known by all that it says: it carries no id of its own."""
    words = orjson.dumps(item, option=orjson.OPT_SORT_KEYS)
    key = f"n{hashlib.blake2b(words, digest_size=16).hexdigest()}"
    facts = dict(mapping(item.get("value")))
    return Heard(channel=CHANNEL, sender="", key=key, said=Noticed(str(item["change"]), facts))
