"""What becomes of an accepted message: sent, delivered, read, or failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox.whatsapp.bodies import STATUSES, Item
from bot.sandbox.whatsapp.refusal import GraphError

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox
    from bot.sandbox.whatsapp.phones import WaPhone

LATEST = 0.05


def report(
    box: WhatsAppBox,
    status: str,
    *,
    wamid: str,
    phone: WaPhone | None,
    to: str = "",
    tracker: str | None = None,
    error: GraphError | None = None,
) -> None:
    """Tell the bot, unless statuses are muted; `to` is all that is known of nobody's number."""
    if box.faults.mute_statuses:
        return
    body: dict[str, Any] = {"id": wamid, "status": status, "timestamp": str(box.now())}
    if phone is None:
        body["recipient_id"] = to
    else:
        body |= {"recipient_user_id": phone.id}
        body |= {"recipient_id": phone.number} if phone.number else {}
    if tracker is not None:
        body["biz_opaque_callback_data"] = tracker
    if error is not None:
        body["errors"] = [error.in_status()]
    item = Item(STATUSES, body, phone.contact if phone else None)
    if box.faults.shuffle_statuses:
        late = box.faults.dice.uniform(0, LATEST)
        box.delivery.later(late, lambda: box.delivery.push(item))
    else:
        box.delivery.push(item)
