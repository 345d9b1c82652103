"""POST /{phone_id}/messages: checked, paced, put on the phone, and reported."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.sandbox.whatsapp import pace
from bot.sandbox.whatsapp.checks import only, part, words
from bot.sandbox.whatsapp.faults import When
from bot.sandbox.whatsapp.filling import filled
from bot.sandbox.whatsapp.messages import addressee, envelope, free_form, seen
from bot.sandbox.whatsapp.refusal import CLOSED, UNDELIVERABLE, AnswerLostError, GraphError
from bot.sandbox.whatsapp.statuses import report

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox
    from bot.sandbox.whatsapp.phones import WaPhone

A_DAY = timedelta(hours=24)
TIER_REACHED = 131048


def send(box: WhatsAppBox, given: dict[str, Any]) -> dict[str, Any]:
    """The answer to an accepted message; raises GraphError."""
    box.faults.strike()
    if "status" in given:
        return seen(box, given)
    type_ = envelope(given)
    how, address = addressee(given)
    if type_ == "template":
        content = filled(box.templates, part(given, "template"))
    else:
        content = free_form(given, type_, shelf=box.shelf, now=box.clock())
    content |= _quoted(given)
    phone = box.reached(how, address)
    if box.limits:
        pace.take(box.monotonic(), box.bucket, phone.bucket if phone else None)
    wamid = box.new_wamid()
    _count_contact(box, phone, type_)
    failure = _failure(box, phone, wamid, given)
    box.record(given, to=address, phone=phone, type_=type_, wamid=wamid)
    _deliver(box, phone, content, wamid=wamid, given=given, failure=failure)
    if box.faults.swallows():
        raise AnswerLostError
    whose = {"wa_id": address} if how == "to" else {"user_id": address}
    return {
        "messaging_product": "whatsapp",
        "contacts": [{"input": address, **whose}],
        "messages": [{"id": wamid}],
    }


def _quoted(given: dict[str, Any]) -> dict[str, Any]:
    if given.get("context") is None:
        return {}
    context = part(given, "context")
    only(context, ("message_id",), of="context")
    return {"quotes": words(context, "message_id", of="context", longest=512)}


def _failure(
    box: WhatsAppBox, phone: WaPhone | None, wamid: str, given: dict[str, Any]
) -> GraphError | None:
    """Why an accepted message will fail; raises where the answer says so at once."""
    when: When = "later"
    error: GraphError | None = None
    if phone is None:
        when, error = box.faults.unknown, GraphError(131026, UNDELIVERABLE)
    elif given.get("type") != "template" and not phone.window_is_open:
        when, error = box.faults.window, GraphError(131047, CLOSED)
    elif phone.blocked:
        error = GraphError(131026, UNDELIVERABLE)
    elif box.faults.failing_later:
        error = box.faults.failing_later.pop(0)
    if error is None or when == "later":
        return error
    if when == "both":
        _report_failure(box, phone, error, wamid=wamid, given=given)
    raise error


def _count_contact(box: WhatsAppBox, phone: WaPhone | None, type_: str) -> None:
    """A template to somebody without an open window is one of the day's new contacts."""
    if phone is None or type_ != "template" or phone.window_is_open:
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
    box: WhatsAppBox,
    phone: WaPhone | None,
    content: dict[str, Any],
    *,
    wamid: str,
    given: dict[str, Any],
    failure: GraphError | None,
) -> None:
    if phone is None or failure is not None:
        error = failure or GraphError(131026, UNDELIVERABLE)
        return _report_failure(box, phone, error, wamid=wamid, given=given)
    tracker = given.get("biz_opaque_callback_data")
    report(box, "sent", wamid=wamid, phone=phone, tracker=tracker)
    phone.receives(content, wamid=wamid, tracker=tracker)
    return None


def _report_failure(
    box: WhatsAppBox,
    phone: WaPhone | None,
    error: GraphError,
    *,
    wamid: str,
    given: dict[str, Any],
) -> None:
    tracker = given.get("biz_opaque_callback_data")
    to = str(given.get("to") or given.get("recipient") or "")
    report(box, "failed", wamid=wamid, phone=phone, to=to, tracker=tracker, error=error)
