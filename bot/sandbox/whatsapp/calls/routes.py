"""What each call of the Graph API is answered with, by its method and its path."""

from __future__ import annotations

from typing import Any

from bot.sandbox.whatsapp import shelf
from bot.sandbox.whatsapp.calls import media
from bot.sandbox.whatsapp.calls.sending import send
from bot.sandbox.whatsapp.network import WhatsAppNetwork, tier_name
from bot.sandbox.whatsapp.refusal import invalid, unknown

Answer = dict[str, Any]
_PHONE_FIELDS = ("verified_name", "display_phone_number", "quality_rating", "id")


def answered(
    box: WhatsAppNetwork, method: str, path: list[str], *, query: dict[str, str], given: Answer
) -> Answer:
    """The JSON of an accepted call; `path` is without the version. Raises GraphError."""
    phone_id, business_id = box.business.phone_id, box.business.business_id
    match [method, *path]:
        case ["POST", whose, "messages"] if whose == phone_id:
            return send(box, given)
        case ["POST", whose, "media"] if whose == phone_id:
            return media.upload(box, given)
        case ["GET", whose] if whose == phone_id:
            return phone_number(box, query.get("fields", ""))
        case ["GET", whose, "message_templates"] if whose == business_id:
            return box.templates.listed(query)
        case ["POST", whose, "message_templates"] if whose == business_id:
            return box.templates.create(given)
        case [_, number]:
            return _object(box, method, number, query=query, given=given)
        case _:
            raise unknown("/".join(path))


def phone_number(box: WhatsAppNetwork, fields: str) -> Answer:
    """The bot's own number, with the fields asked for."""
    known = {
        "id": box.business.phone_id,
        "verified_name": box.business.name,
        "display_phone_number": box.number,
        "quality_rating": "GREEN",
        "webhook_configuration": {"application": box.webhook.url},
        # The field's name until version 23, and from then on.
        "messaging_limit_tier": tier_name(box.tier),
        "whatsapp_business_manager_messaging_limit": tier_name(box.tier),
    }
    wanted = [name.strip() for name in fields.split(",") if name.strip()] or _PHONE_FIELDS
    if strange := [name for name in wanted if name not in known]:
        raise invalid(f"Tried accessing nonexisting field ({strange[0]}).")
    return {name: known[name] for name in (*wanted, "id")}


def _object(
    box: WhatsAppNetwork, method: str, number: str, *, query: dict[str, str], given: Answer
) -> Answer:
    """A template or a medium, by its id alone."""
    match method:
        case "GET" if number in box.templates.by_id:
            return box.templates.found(number).fields(query.get("fields", ""))
        case "POST":
            return box.templates.edit(box.templates.found(number), given)
        case "GET":
            return media.described(box, shelf.find(box.shelf, number, box.clock()))
        case _:
            raise unknown(number)
