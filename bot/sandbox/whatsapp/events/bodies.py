"""The JSON of a webhook: entries, their changes, and the messages and statuses within."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from bot.sandbox.whatsapp.records import Business

MESSAGES, STATUSES = "messages", "statuses"
IN_A_CHANGE, IN_AN_ENTRY = 4, 2
"""Small on purpose: a batch of a few people already has several entries and changes."""
T = TypeVar("T")


class WebhookItem(NamedTuple):
    """A message or a status with its contact; or the whole value of a change of another field.

    `phone_id` is the number's that it came to, where that is not the bot's.
    """

    kind: str
    body: dict[str, Any]
    contact: dict[str, Any] | None
    phone_id: str | None = None


def packed(items: Sequence[WebhookItem], business: Business) -> dict[str, Any]:
    """The whole body of one webhook, its items in order."""
    changes = list(_changes(items, business))
    entries = [{"id": business.business_id, "changes": part} for part in _cut(changes, IN_AN_ENTRY)]
    return {"object": "whatsapp_business_account", "entry": entries}


def _changes(items: Iterable[WebhookItem], business: Business) -> Iterator[dict[str, Any]]:
    talk = (item for item in items if item.kind in (MESSAGES, STATUSES))
    for phone_id, there in groupby(talk, lambda item: item.phone_id or business.phone_id):
        metadata = {"display_phone_number": business.number, "phone_number_id": phone_id}
        for part in _cut(list(there), IN_A_CHANGE):
            yield {"field": "messages", "value": _value(part, metadata)}
    for item in items:
        if item.kind not in (MESSAGES, STATUSES):
            yield {"field": item.kind, "value": item.body}


def _value(items: Sequence[WebhookItem], metadata: dict[str, str]) -> dict[str, Any]:
    contacts = {item.contact["user_id"]: item.contact for item in items if item.contact}
    value: dict[str, Any] = {"messaging_product": "whatsapp", "metadata": metadata}
    if contacts:
        value["contacts"] = list(contacts.values())
    for kind in (MESSAGES, STATUSES):
        if found := [item.body for item in items if item.kind == kind]:
            value[kind] = found
    return value


def _cut(found: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for first in range(0, len(found), size):
        yield found[first : first + size]
