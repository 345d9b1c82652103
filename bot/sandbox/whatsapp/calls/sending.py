"""POST /{phone_id}/messages: checked, paced, put on the phone, and reported."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.sandbox.whatsapp import pace
from bot.sandbox.whatsapp.events.statuses import report
from bot.sandbox.whatsapp.messages.checks import part
from bot.sandbox.whatsapp.messages.free_form import addressee, envelope, free_form
from bot.sandbox.whatsapp.network import WhatsAppNetwork
from bot.sandbox.whatsapp.phones.phone import WaPhone
from bot.sandbox.whatsapp.refusal import CLOSED, UNDELIVERABLE, AnswerLostError, GraphError
from bot.sandbox.whatsapp.templates.filling import filled

A_DAY = timedelta(hours=24)
TIER_REACHED = 131048


def send(box: WhatsAppNetwork, given: dict[str, Any]) -> dict[str, Any]:
    """The answer to an accepted message; raises GraphError."""
    box.faults.strike()
    type_ = envelope(given)
    how, address = addressee(given)
    if type_ == "template":
        content = filled(box.templates, part(given, "template"))
    else:
        content = free_form(given, type_, shelf=box.shelf, now=box.clock())
    phone = box.reached(how, address)
    if box.limits:
        pace.take(box.monotonic(), box.bucket, phone.bucket if phone else None)
    if phone is None:
        raise GraphError(131026, UNDELIVERABLE)
    _count_contact(box, phone, type_)
    if type_ != "template" and not phone.window_is_open:
        raise GraphError(131047, CLOSED)
    wamid = box.new_wamid()
    box.record(given, to=address, phone=phone, type_=type_, wamid=wamid)
    whose = {"wa_id": address} if how == "to" else {"user_id": address}
    tracker = given.get("biz_opaque_callback_data")
    _deliver(box, phone, content, whose=whose, wamid=wamid, tracker=tracker)
    if box.faults.swallows():
        raise AnswerLostError
    return {
        "messaging_product": "whatsapp",
        "contacts": [{"input": address, **whose}],
        "messages": [{"id": wamid}],
    }


def _count_contact(box: WhatsAppNetwork, phone: WaPhone, type_: str) -> None:
    """A template to somebody without an open window is one of the day's new contacts."""
    if type_ != "template" or phone.window_is_open:
        return
    now = box.clock()
    while box.contacted and next(iter(box.contacted.values())) <= now - A_DAY:
        del box.contacted[next(iter(box.contacted))]
    is_new = phone.id not in box.contacted
    if is_new and box.limits and box.tier is not None and len(box.contacted) >= box.tier:
        raise GraphError(
            TIER_REACHED,
            f"The messaging limit of {box.tier} different people in 24 hours is reached.",
        )
    box.contacted.setdefault(phone.id, now)


def _deliver(
    box: WhatsAppNetwork,
    phone: WaPhone,
    content: dict[str, Any],
    *,
    whose: dict[str, str],
    wamid: str,
    tracker: str | None,
) -> None:
    """Show it and report it, unless it fails after all: nobody tells of having blocked."""
    error = GraphError(131026, UNDELIVERABLE) if phone.blocked else None
    if error is None and box.faults.failing_later:
        error = box.faults.failing_later.pop(0)
    status, contact = ("sent", phone.contact) if error is None else ("failed", whose)
    report(box, status, wamid=wamid, contact=contact, tracker=tracker, error=error)
    if error is None:
        phone.receives(content, wamid=wamid, tracker=tracker)
