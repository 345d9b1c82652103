"""What becomes of an accepted message: sent, delivered, read, or failed."""

from __future__ import annotations

from typing import Any

from bot.sandbox.whatsapp.events.bodies import STATUSES, WebhookItem
from bot.sandbox.whatsapp.refusal import GraphError
from bot.sandbox.whatsapp.servers import WhatsAppServers

Contact = dict[str, Any]


def report(
    box: WhatsAppServers,
    status: str,
    *,
    wamid: str,
    contact: Contact,
    tracker: str | None,
    error: GraphError | None = None,
) -> None:
    """Tell the bot what became of a message to this person; of one that failed, Meta names them in
    the status alone, as the call did."""
    body: dict[str, Any] = {"id": wamid, "status": status, "timestamp": str(box.now())}
    if user_id := contact.get("user_id"):
        body["recipient_user_id"] = user_id
    if number := contact.get("wa_id"):
        body["recipient_id"] = number
    if tracker is not None:
        body["biz_opaque_callback_data"] = tracker
    if error is not None:
        body["errors"] = [error.in_status()]
    box.delivery.push(WebhookItem(STATUSES, body, contact if error is None else None))
