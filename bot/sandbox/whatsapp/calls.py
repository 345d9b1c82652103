"""What each call of the Graph API is answered with, by its method and its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox.whatsapp import media
from bot.sandbox.whatsapp.refusal import invalid
from bot.sandbox.whatsapp.sending import send

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox

Answer = dict[str, Any]
_PHONE_FIELDS = ("verified_name", "display_phone_number", "quality_rating", "id")
TIERS = {250: "250", 2_000: "2K", 10_000: "10K", 100_000: "100K", None: "UNLIMITED"}


def answered(
    box: WhatsAppBox, method: str, path: list[str], *, query: dict[str, str], given: Answer
) -> Answer:
    """The JSON of an accepted call; `path` is without the version. Raises GraphError."""
    match [method, *path]:
        case ["POST", box.phone_id, "messages"]:
            return send(box, given)
        case ["POST", box.phone_id, "media"]:
            return media.upload(box, given)
        case ["GET", box.phone_id]:
            return phone_number(box, query.get("fields", ""))
        case ["GET", box.business_id, "phone_numbers"]:
            return {"data": [phone_number(box, query.get("fields", ""))]}
        case [_, box.business_id, "message_templates"]:
            return _templates(box, method, query, given)
        case [_, number]:
            return _object(box, method, number, query=query, given=given)
        case _:
            raise media.unknown("/".join(path))


def phone_number(box: WhatsAppBox, fields: str) -> Answer:
    """The bot's own number, with the fields asked for."""
    known = {
        "id": box.phone_id,
        "verified_name": box.name,
        "display_phone_number": box.metadata["display_phone_number"],
        "quality_rating": box.quality,
        # The field's name until version 23, and from then on.
        "messaging_limit_tier": tier_name(box.tier),
        "whatsapp_business_manager_messaging_limit": tier_name(box.tier),
        "code_verification_status": "VERIFIED",
        "name_status": "APPROVED",
        "status": "CONNECTED",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD"},
    }
    wanted = [name.strip() for name in fields.split(",") if name.strip()] or _PHONE_FIELDS
    if strange := [name for name in wanted if name not in known]:
        raise invalid(f"Tried accessing nonexisting field ({strange[0]}).")
    return {name: known[name] for name in (*wanted, "id")}


def tier_name(tier: int | None) -> str:
    """TIER_250 and so on; a tier that only tests have is named by its number."""
    return f"TIER_{TIERS.get(tier, tier)}"


def _templates(box: WhatsAppBox, method: str, query: dict[str, str], given: Answer) -> Answer:
    match method:
        case "GET":
            return box.templates.listed(query)
        case "POST":
            return box.templates.create(given)
        case "DELETE":
            return box.templates.delete(query.get("name", ""), query.get("hsm_id"))
        case _:
            raise invalid(f"Unsupported method {method}.")


def _object(
    box: WhatsAppBox, method: str, number: str, *, query: dict[str, str], given: Answer
) -> Answer:
    """A template or a medium, by its id alone."""
    match method:
        case "GET" if number in box.templates.by_id:
            return box.templates.found(number).fields(query.get("fields", ""))
        case "POST":
            return box.templates.edit(box.templates.found(number), given)
        case "GET":
            return media.described(box, box.shelf.find(number, box.clock()))
        case "DELETE":
            box.shelf.find(number, box.clock())
            del box.shelf.files[number]
            return {"success": True}
        case _:
            raise media.unknown(number)
